from __future__ import annotations

from collections.abc import Iterator

import pytest

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import Course, Interval, PeopleCoverage, clustered_wilson, score, wilson


def rows(person: str, indicator: str, *scores: int, **more: str) -> Iterator[dict[str, object]]:
    for month, value in enumerate(scores, start=1):
        kind = "initial" if month == 1 else "follow_up"
        cells = {"person": person, "site": "", "indicator": indicator, "date": f"2013-{month:02}-01"}
        yield {**cells, "kind": kind, "score": value, **more}


def test_an_outcome_adds_the_pairs_of_its_indicators_and_says_what_is_missing(theory: TheoryOfChange) -> None:
    data = [
        *rows("a", "shared", 2, 1, 4),
        *rows("a", "worry", 0, 3),
        *rows("b", "shared", 5, 5),
        *rows("b", "worry", 9, 4),
        *rows("c", "worry", 7),
    ]
    calm = score(theory, data).outcomes[0]
    assert calm.to_dict() == {
        "id": "calm",
        "label": "Calmer <script>homes",
        "stage": "short_term",
        "measured": True,
        "improved": 2,
        "no_change": 1,
        "worsened": 1,
        "n": 4,
        "share_improved": 0.5,
        "low": wilson(2, 4).low,  # type: ignore[union-attr]  # there are pairs
        "high": wilson(2, 4).high,  # type: ignore[union-attr]  # there are pairs
        "caution": "n<5",
        "note": "direction assumed",
        "people": 2,
        "low_by_person": clustered_wilson({Course(2, 1, 0): 2}).low,  # type: ignore[union-attr]  # two people
        "high_by_person": clustered_wilson({Course(2, 1, 0): 2}).high,  # type: ignore[union-attr]  # two people
        "one_reading": 1,
        "low_if_missing": 2 / 5,
        "high_if_missing": 3 / 5,
        "already_best": 2,
    }


def test_an_indicator_of_two_outcomes_counts_in_both_and_once_in_all(theory: TheoryOfChange) -> None:
    scores = score(theory, [*rows("a", "shared", 2, 4), *rows("b", "shared", 3, 3)])
    assert [outcome.n for outcome in scores.outcomes] == [2, 2, None]
    assert scores.total.n == 2
    assert [indicator.outcomes for indicator in scores.indicators] == [("calm", "trust"), ("calm",), ("trust",)]
    assert [indicator.stage for indicator in scores.indicators] == [None, "short_term", "intermediate"]


def test_a_scale_whose_good_end_nobody_declared_classifies_nothing(theory: TheoryOfChange) -> None:
    scores = score(theory, list(rows("a", "unsaid", 2, 4)))
    trust, unsaid = scores.outcomes[1], scores.indicators[2]
    words = "not classified: nobody has said which end of the scale is good"
    assert [(each.measured, each.n, each.note) for each in (trust, unsaid)] == [(False, None, words)] * 2
    assert (scores.total.measured, scores.coverage) == (False, PeopleCoverage(1, 1))


def test_an_outcome_says_which_of_its_indicators_could_not_be_classified(theory: TheoryOfChange) -> None:
    scores = score(theory, [*rows("a", "unsaid", 2, 4), *rows("a", "shared", 2, 4)])
    trust = scores.outcomes[1]
    words = "without unsaid, not classified: nobody has said which end of the scale is good"
    assert (trust.measured, trust.n, trust.note) == (True, 1, words)


def test_single_readings_give_no_pairs_and_no_share(theory: TheoryOfChange) -> None:
    calm = score(theory, list(rows("a", "shared", 2))).outcomes[0]
    assert (calm.measured, calm.n, calm.share_improved, calm.interval, calm.one_reading, calm.bounds) == (
        True,
        0,
        None,
        None,
        1,
        Interval(0, 1),
    )
    assert calm.note == "nobody has two readings to compare yet"


def test_two_initial_readings_are_no_change(theory: TheoryOfChange) -> None:
    first, second = ({**row, "kind": "initial"} for row in rows("a", "shared", 2, 4))
    scores = score(theory, [first, second])
    assert (scores.outcomes[0].n, scores.outcomes[0].one_reading) == (0, 1)
    assert (scores.coverage, scores.rows_left_out) == (PeopleCoverage(people=1, with_two=0), 1)


def test_one_id_in_two_sites_is_two_people(theory: TheoryOfChange) -> None:
    data = [*rows("a", "shared", 2, 4, site="north"), *rows("a", "shared", 2, site="south")]
    assert score(theory, data).coverage == PeopleCoverage(people=2, with_two=1)


def test_somebody_whose_only_row_is_left_out_still_counts_among_the_people(theory: TheoryOfChange) -> None:
    scores = score(theory, [*rows("a", "shared", 2, 4), *rows("b", "shared", 99)])
    assert scores.coverage == PeopleCoverage(people=2, with_two=1)
    assert scores.coverage_line == "Coverage: 1 of 2 people have two assessments (50.0 %); 1 has not."


def test_each_informant_s_pair_is_counted_and_said(theory: TheoryOfChange) -> None:
    data = [*rows("a", "shared", 2, 4, informant="worker"), *rows("a", "shared", 3, 3, informant="parent")]
    scores = score(theory, data)
    assert (scores.outcomes[0].n, scores.outcomes[0].people, scores.coverage) == (2, 1, PeopleCoverage(1, 1))
    assert "Several informants gave scores of one person: each informant's pair is counted." in scores.notes
    rule = [note.split(", first")[0] for note in scores.notes if note.startswith("Rule: pairs")]
    assert rule == ["Rule: pairs. Each person counts once per indicator and informant"]


def test_rows_left_out_are_counted_and_named_by_row(theory: TheoryOfChange) -> None:
    scores = score(theory, [*rows("a", "shared", 2, 4), *rows("b", "shared", 9, 3)])
    assert scores.rows_left_out == 1
    assert scores.notes[-3:] == (
        "Rows left out: 1.",
        "Row 3 left out: the score lies off the scale of `shared`, 1 to 5.",
        "Row 4 kept: a follow-up without a usable initial reading cannot be compared.",
    )


def test_strict_refuses_what_would_be_left_out(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match=r"row 3 left out: the score lies off the scale of `shared`, 1 to 5"):
        score(theory, [*rows("a", "shared", 2, 4), *rows("b", "shared", 9)], strict=True)


def test_strict_takes_data_without_faults(theory: TheoryOfChange) -> None:
    assert score(theory, list(rows("a", "shared", 2, 4)), strict=True).outcomes[0].n == 1


def test_data_without_one_usable_row_are_refused(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        score(theory, list(rows("canary", "shared", 9)))
    assert str(refused.value) == (
        "There is no row that can be used in the rows given. Row 1 left out: the score lies off the scale "
        "of `shared`, 1 to 5. Mend the rows, or give other data."
    )


def test_the_notebook_table_escapes_every_label(theory: TheoryOfChange) -> None:
    page = score(theory, list(rows("a", "shared", 2, 4)))._repr_html_()
    assert "<script>" not in page
    assert "Calmer &lt;script&gt;homes" in page
    assert "<caption>Small &lt;b&gt;: the rows given</caption>" in page


def test_rows_for_a_data_frame_are_flat(theory: TheoryOfChange) -> None:
    frame = score(theory, list(rows("a", "shared", 2, 4))).to_dicts()
    assert [(row["level"], row["id"], row["outcomes"]) for row in frame] == [
        ("outcome", "calm", "calm"),
        ("outcome", "trust", "trust"),
        ("outcome", "skill", "skill"),
        ("indicator", "shared", "calm trust"),
        ("indicator", "worry", "calm"),
        ("indicator", "unsaid", "trust"),
    ]
    assert not [value for row in frame for value in row.values() if isinstance(value, list | dict)]


def test_headings_of_readings_that_nothing_reads_are_counted_and_not_echoed(theory: TheoryOfChange) -> None:
    [row] = rows("a", "shared", 2)
    assert [note for note in score(theory, [{**row, "canary": 1, "b": 2}]).notes if "olumns" in note] == [
        "Columns not used: 2."
    ]
