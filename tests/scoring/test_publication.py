"""Scores for publication: what is hidden, what stays, and that nothing hidden can be recovered from the JSON."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import determined, ranges
from toc.diagram.view import Badge
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.score_badges import badge_note, badges_of
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Scores, checked_claims, for_publication, score

CLASSES = ("improved", "no_change", "worsened")
ADDED_UP = (*CLASSES, "n", "one_reading", "already_best")
BY_READINGS = ("people", "one_reading", "already_best")


def attacked(printed: dict[str, Any], threshold: int, least: int) -> list[tuple[str, str]]:
    """The hidden counts that a reader of the JSON can work out, or tell to within less than the threshold."""
    rows = {f"indicator {row['id']}": row for row in printed["indicators"] if row["measured"]}
    parts = {
        f"outcome {row['id']}": [key for key, each in rows.items() if row["id"] in each["outcomes"]]
        for row in printed["outcomes"]
        if row["measured"]
    }
    parts["total"] = list(rows)
    rows |= {f"outcome {row['id']}": row for row in printed["outcomes"] if row["measured"]}
    rows["total"] = printed["total"]
    columns = [*CLASSES, "n", *(BY_READINGS if printed["data"] == "readings" else ())]
    shown = {(key, name): row[name] for key, row in rows.items() for name in columns if row[name] is not None}
    hidden = sorted((key, name) for key, row in rows.items() for name in columns if name in row["hidden"])
    sums = [{(key, "n"): -1, **{(key, change): 1 for change in CLASSES}} for key in rows]
    at_most = []
    for whole, of in parts.items():
        sums += [{(whole, name): -1, **{(part, name): 1 for part in of}} for name in ADDED_UP if name in columns]
    if "people" in columns:
        sums += [{(key, "n"): 1, (key, "people"): -1} for key in parts["total"]]
        at_most += [{(part, "people"): 1, (whole, "people"): -1} for whole, of in parts.items() for part in of]
        at_most += [{(key, "already_best"): 1, (key, "no_change"): -1, (key, "worsened"): -1} for key in rows]
    assert set(hidden).isdisjoint(shown)
    if not hidden:
        return []
    told = determined(sums, hidden)
    found = ranges(sums, shown, hidden, least=least, at_most=at_most)
    return sorted(told | {cell for cell, (low, high) in found.items() if high - low < threshold})


def by_id(scores: Scores) -> dict[str, Any]:
    return {each.id: each for each in (*scores.outcomes, *scores.indicators)}


def count(indicator: str, improved: int, no_change: int, worsened: int) -> dict[str, Any]:
    return {"indicator": indicator, "improved": improved, "no_change": no_change, "worsened": worsened}


def readings(indicator: str, *changes: tuple[int, int | None], start: int = 0) -> list[dict[str, Any]]:
    """A person for each pair of scores; None where there is no second one."""
    return [
        {"person": f"p{person}", "site": "s", "indicator": indicator, "date": date, "kind": kind, "score": value}
        for person, both in enumerate(changes, start=start)
        for date, kind, value in zip(("2013-01-01", "2013-03-01"), ("initial", "final"), both, strict=True)
        if value is not None
    ]


# Barnardo's 2015, Table 4.


@pytest.mark.parametrize("show_zeros", [False, True])
def test_no_count_below_5_of_table_4_is_shown(csof: TheoryOfChange, csof_data: Path, *, show_zeros: bool) -> None:
    published = by_id(for_publication(score(csof, csof_data / "table4.csv"), show_zeros=show_zeros))
    with (csof_data / "table4.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    least = 1 if show_zeros else 0
    for row in rows:
        numbers = {**{change: int(row[change]) for change in CLASSES}, "n": int(row["total"])}
        for column, number in numbers.items():
            printed = getattr(published[row["indicator"]], column)
            assert printed in ({None} if least <= number < 5 else {None, number})
            assert (column in published[row["indicator"]].hidden) == (printed is None)


def test_the_five_shares_of_table_4_can_all_be_published(csof: TheoryOfChange, csof_data: Path) -> None:
    published = for_publication(score(csof, csof_data / "table4.csv"))
    assert {each.id: (each.improved, each.n) for each in published.outcomes if each.measured} == {
        "voice": (14, 21),
        "isolation": (63, 86),
        "parenting_capacity": (33, 47),
        "contact": (31, 43),
        "confidence": (11, 22),
    }
    assert (published.total.improved, published.total.n) == (152, 219)
    measured = [each for each in published.outcomes if each.measured]
    hidden = {each.id for each in measured if (each.no_change, each.worsened) == (None, None)}
    assert hidden == {"voice", "isolation", "contact", "confidence"}


@pytest.mark.parametrize(
    ("name", "show_zeros", "least"),
    [("table4.csv", False, 0), ("table4.csv", True, 1), ("readings_synthetic.csv", False, 0)],
)
def test_nothing_hidden_of_table_4_can_be_recovered(
    csof: TheoryOfChange, csof_data: Path, name: str, *, show_zeros: bool, least: int
) -> None:
    scores = score(csof, csof_data / name)
    printed = json.loads(score_json(for_publication(scores, show_zeros=show_zeros)))
    assert printed["publication"]["hidden"] >= 65
    assert attacked(printed, 5, least) == []


def test_small_counts_alone_would_give_table_4_away(csof: TheoryOfChange, csof_data: Path) -> None:
    printed = json.loads(score_json(for_publication(score(csof, csof_data / "table4.csv"))))
    for row in (*printed["outcomes"], *printed["indicators"], printed["total"]):
        row["hidden"] = []
    truth = score(csof, csof_data / "table4.csv").to_dict()
    for level in ("outcomes", "indicators"):
        for row, true in zip(printed[level], truth[level], strict=True):
            row.update({name: true[name] for name in (*CLASSES, "n")})
            small = [name for name in (*CLASSES, "n") if true[name] is not None and true[name] < 5]
            row.update(dict.fromkeys(small), hidden=small)
    printed["total"].update({name: truth["total"][name] for name in (*CLASSES, "n")})
    assert ("indicator support_access", "worsened") in attacked(printed, 5, 0)


# Laws.

COUNTS = st.tuples(*[st.integers(0, 8) | st.integers(0, 40)] * 6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=COUNTS, threshold=st.integers(2, 6), show_zeros=st.booleans())
def test_nothing_hidden_of_any_counts_can_be_recovered(
    theory: TheoryOfChange, counts: tuple[int, ...], threshold: int, *, show_zeros: bool
) -> None:
    scores = score(theory, [count("shared", *counts[:3]), count("worry", *counts[3:])])
    published = for_publication(scores, threshold=threshold, show_zeros=show_zeros)
    assert attacked(json.loads(score_json(published)), threshold, int(show_zeros)) == []


PAIRS = st.lists(st.tuples(st.integers(1, 5), st.none() | st.integers(1, 5)), min_size=1, max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shared=PAIRS, worry=PAIRS, start=st.integers(0, 9), show_zeros=st.booleans())
def test_nothing_hidden_of_any_readings_can_be_recovered(
    theory: TheoryOfChange, shared: list, worry: list, start: int, *, show_zeros: bool
) -> None:
    scores = score(theory, [*readings("shared", *shared), *readings("worry", *worry, start=start)])
    published = for_publication(scores, show_zeros=show_zeros)
    assert attacked(json.loads(score_json(published)), 5, int(show_zeros)) == []


@settings(max_examples=30, deadline=None)
@given(counts=st.tuples(*[st.integers(5, 99)] * 6))
def test_where_nothing_is_small_only_a_line_is_added(theory: TheoryOfChange, counts: tuple[int, ...]) -> None:
    scores = score(theory, [count("shared", *counts[:3]), count("worry", *counts[3:])])
    published = for_publication(scores)
    assert (published.outcomes, published.indicators, published.total) == (
        scores.outcomes,
        scores.indicators,
        scores.total,
    )
    assert published.publication is not None
    assert published.notes == (
        published.publication.line,
        *scores.notes,
        "Rows left out because something is wrong with them are not listed for publication.",
    )


@settings(max_examples=30, deadline=None)
@given(counts=COUNTS, other=st.integers(0, 4))
def test_what_follows_from_a_hidden_count_is_hidden_with_it(
    theory: TheoryOfChange, counts: tuple[int, ...], other: int
) -> None:
    scores = score(theory, [count("shared", *counts[:3]), count("worry", other, *counts[4:])])
    for each in by_id(for_publication(scores)).values():
        if {"improved", "n"} & set(each.hidden):
            assert (each.share_improved, each.interval) == (None, None)
        if "n" in each.hidden:
            assert each.caution is None
        assert all(getattr(each, name) is None for name in each.hidden)


# What people and programs read.


def small(theory: TheoryOfChange) -> Scores:
    return for_publication(score(theory, [count("shared", 20, 9, 3), count("worry", 6, 7, 8)]))


def test_the_table_says_hidden_in_place_of_the_number_and_of_the_symbol(theory: TheoryOfChange) -> None:
    published = for_publication(score(theory, [count("shared", 2, 9, 30), count("worry", 6, 7, 8)]))
    lines = [" ".join(line.split()) for line in score_table(published).splitlines()]
    assert "– Shared hidden hidden 30 41 hidden hidden" in lines
    assert "– Worry hidden hidden 8 21 hidden hidden" in lines
    assert "▼ Calmer <script>homes 8 16 38 62 12.9 % 6.7 to 23.4" in lines
    assert "For publication numbers below 5 are hidden, and those from which one could be" in lines


def test_json_gives_null_and_names_what_is_hidden_and_why(theory: TheoryOfChange) -> None:
    printed = json.loads(score_json(small(theory)))
    row = printed["indicators"][0]
    assert (row["improved"], row["no_change"], row["worsened"], row["n"]) == (20, None, None, 32)
    assert row["hidden"] == ["no_change", "worsened"]
    assert printed["publication"] == {
        "threshold": 5,
        "zeros_hidden": True,
        "hidden": 6,
        "coverage_hidden": False,
        "not_judged": 0,
        "reason": "For publication numbers below 5 are hidden, and those from which one could be worked out "
        "(zeros are hidden too).",
    }


def test_csv_says_hidden_in_the_cell_and_why_on_every_row(theory: TheoryOfChange) -> None:
    published = small(theory)
    assert published.publication is not None
    rows = list(csv.DictReader(score_csv(published).splitlines()))
    assert {row["publication"] for row in rows} == {published.publication.line}
    assert [(row["id"], row["improved"], row["no_change"], row["worsened"], row["n"]) for row in rows] == [
        ("calm", "26", "16", "11", "53"),
        ("trust", "20", "hidden", "hidden", "32"),
        ("skill", "", "", "", ""),
        ("shared", "20", "hidden", "hidden", "32"),
        ("worry", "6", "hidden", "hidden", "21"),
        ("unsaid", "", "", "", ""),
    ]


def test_the_table_of_a_notebook_says_hidden_too(theory: TheoryOfChange) -> None:
    page = small(theory)._repr_html_()
    assert "<td>20</td><td>hidden</td><td>hidden</td><td>32</td><td>62.5</td>" in page


def test_the_badge_of_a_hidden_share_is_not_drawn(theory: TheoryOfChange) -> None:
    published = for_publication(score(theory, [count("shared", 2, 9, 30), count("worry", 6, 7, 8)]))
    assert badges_of(published) == {
        "calm": Badge("▼ 13% improved, n=62", "poor"),
        "trust": Badge("hidden", "none"),
        "skill": Badge("○ not measured", "none"),
    }
    assert "For publication numbers below 5 are hidden, and those " in badge_note(published)


def test_few_pairs_are_marked_still_where_their_number_is_shown(theory: TheoryOfChange) -> None:
    published = by_id(for_publication(score(theory, [count("shared", 2, 1, 1), count("worry", 6, 1, 0)])))
    assert (published["worry"].n, published["worry"].caution) == (None, None)
    alone = by_id(for_publication(score(theory, [count("worry", 6, 1, 0)])))
    assert (alone["worry"].n, alone["worry"].caution) == (7, "n<10")


def test_that_nobody_has_a_pair_is_not_said_where_zeros_are_hidden(theory: TheoryOfChange) -> None:
    scores = score(theory, readings("shared", *[(3, None)] * 8))
    [shown] = [each for each in for_publication(scores, show_zeros=True).indicators if each.measured]
    [hidden] = [each for each in for_publication(scores).indicators if each.measured]
    assert (shown.n, shown.note) == (0, "nobody has two readings to compare yet")
    assert (hidden.n, hidden.note) == (None, None)


# Readings.


def test_coverage_of_few_people_is_hidden_whole(theory: TheoryOfChange) -> None:
    scores = score(theory, readings("shared", *[(3, 4)] * 20, *[(3, 3)] * 9, *[(3, 1)] * 8, *[(3, None)] * 3))
    published = for_publication(scores)
    assert scores.coverage_line == ("Coverage: 37 of 40 people have two assessments (92.5 %); 3 have not.")
    assert (published.coverage, published.coverage_line) == (None, "Coverage: hidden.")
    row = next(csv.DictReader(score_csv(published).splitlines()))
    assert (row["coverage_people"], row["coverage_with_two"]) == ("hidden", "hidden")


def test_people_with_one_reading_and_those_at_the_best_are_counts_like_others(theory: TheoryOfChange) -> None:
    scores = score(
        theory, readings("shared", *[(3, 4)] * 20, *[(5, 5)] * 2, *[(3, 3)] * 9, *[(3, 1)] * 8, (3, None))
    )
    shared = by_id(for_publication(scores))["shared"]
    assert (shared.one_reading, shared.already_best, shared.bounds) == (None, None, None)
    assert {"one_reading", "already_best", "bounds"} <= set(shared.hidden)


def test_intervals_by_person_are_hidden_whether_or_not_anything_else_is(
    theory: TheoryOfChange,
) -> None:
    best, once = [(5, 5)] * 8, [(3, None)] * 6
    for worse, anything in ((10, False), (2, True)):
        scores = score(theory, readings("shared", *[(2, 4)] * 20, *[(3, 2)] * worse, *best, *once), by="stage")
        published = for_publication(scores)
        assert published.publication is not None
        assert bool(published.publication.hidden) is anything
        rows = [row for row in published.to_dicts() if row["n"] or "n" in row["hidden"].split()]
        assert {row["level"] for row in rows} == {"outcome", "indicator", "stage"}
        assert {(row["low_by_person"], row["high_by_person"]) for row in rows} == {(None, None)}
        assert published.total.interval_by_person is None
        assert by_id(scores)["shared"].interval_by_person is not None


def test_every_count_of_fewer_than_5_people_is_hidden_though_their_pairs_are_more(theory: TheoryOfChange) -> None:
    rows = [*readings("shared", *[(3, 4)] * 4), *readings("worry", *[(3, 1)] * 4)]
    scores = score(theory, rows)
    assert (scores.total.improved, scores.total.people) == (8, 4)
    published = for_publication(scores)
    assert (published.total.improved, published.total.n, published.total.people) == (None, None, None)


# Percentages before and after.


def test_percentages_of_few_people_are_hidden_and_those_of_unknown_numbers_counted(theory: TheoryOfChange) -> None:
    rows = [
        {"indicator": "shared", "pre_percent": 30, "post_percent": 70, "n": 20},
        {"indicator": "worry", "pre_percent": 10, "post_percent": 50, "n": 20},
        {"indicator": "unsaid", "pre_percent": 20, "post_percent": 50, "n": ""},
    ]
    published = for_publication(score(theory, rows))
    assert [(row.pre_percent, row.post_percent, row.change_points, row.n) for row in published.indicators] == [
        (30, 70, 40, 20),
        (None, None, None, 20),  # 10 per cent of 20 are 2
        (20, 50, 30, None),
    ]
    assert {each.id: each.change_points for each in published.outcomes} == {
        "calm": (40,),
        "trust": (40, 30),
        "skill": (),
    }
    assert published.publication is not None
    assert (published.publication.hidden, published.publication.not_judged) == (1, 1)
    lines = [" ".join(line.split()) for line in score_table(published).splitlines()]
    assert "Worry hidden hidden hidden 20" in lines
    assert "Calmer <script>homes +40 points; others hidden" in lines
    assert badges_of(published)["calm"] == Badge("hidden", "none")


def test_nothing_of_an_indicator_asked_of_four_people_is_shown(theory: TheoryOfChange) -> None:
    rows = [{"indicator": "shared", "pre_percent": 0, "post_percent": 100, "n": 4}]
    [shared, *_] = for_publication(score(theory, rows), show_zeros=True).indicators
    assert (shared.pre_percent, shared.post_percent, shared.change_points, shared.n, shared.caution) == (None,) * 5


# What is refused.


@pytest.mark.parametrize("threshold", [1, 0, -5, True, 5.0, "5"])
def test_a_threshold_that_is_no_whole_number_from_2_is_refused(theory: TheoryOfChange, threshold: Any) -> None:
    with pytest.raises(TocError, match="whole number of 2 or more"):
        for_publication(score(theory, [count("shared", 9, 9, 9)]), threshold=threshold)


def test_what_is_no_scores_or_is_published_already_is_refused(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="wants scores"):
        for_publication(theory)  # type: ignore[arg-type]
    with pytest.raises(TocError, match="already"):
        for_publication(small(theory))


def test_a_claim_on_a_hidden_number_stays_open() -> None:
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "a",
            "title": "A",
            "outcomes": {"short_term": {"calm": {"label": "Calmer"}}},
            "indicators": {"worry": {"label": "Worry", "measures": ("calm",)}},
            "claims": {"worse": {"label": "Worse", "printed": 3, "about": {"of": "worry", "count": "worsened"}}},
        }
    )
    scores = score(theory, [count("worry", 20, 9, 3)])
    [known] = checked_claims(theory, scores)
    [hidden] = checked_claims(theory, for_publication(scores))
    assert (known.computed, known.agrees, hidden.computed, hidden.agrees) == (3, True, None, None)


WITHOUT_SCIPY = """
import sys
sys.modules["scipy"] = None
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import for_publication, score
theory = TheoryOfChange.model_validate({
    "toc": 1, "id": "a", "title": "A", "outcomes": {"short_term": {"calm": {"label": "Calmer"}}},
    "indicators": {"worry": {"label": "Worry", "measures": ("calm",)}},
})
row = {"indicator": "worry", "improved": 9, "no_change": 8}
print(for_publication(score(theory, [{**row, "worsened": 7}])).publication.hidden)
try:
    for_publication(score(theory, [{**row, "worsened": 2}]))
except TocError as error:
    print(error)
"""


def test_without_scipy_nothing_small_is_shown_and_the_way_out_is_told() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_SCIPY], capture_output=True, text=True, check=True)
    missing = "Hiding small numbers needs scipy, which is not installed here or cannot be loaded."
    assert done.stdout.splitlines() == ["0", f'{missing} Install it with: pip install "scipy>=1.15"']
