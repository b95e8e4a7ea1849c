"""Several informants of one person: scored apart, with their agreement, or one alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.score_table import score_table
from toc.scoring import PeopleCoverage, for_publication, score
from toc.scoring.informant_agreement import cohens_kappa

# Cohen 1968, Weighted kappa (Psychological Bulletin 70), Table 1: two judges on 200 patients, as frequencies;
# agreement .70, by chance .41, unweighted kappa .492.
COHEN = {
    ("disorder", "disorder"): 88,
    ("disorder", "neurosis"): 14,
    ("disorder", "psychosis"): 18,
    ("neurosis", "disorder"): 10,
    ("neurosis", "neurosis"): 40,
    ("neurosis", "psychosis"): 10,
    ("psychosis", "disorder"): 2,
    ("psychosis", "neurosis"): 6,
    ("psychosis", "psychosis"): 12,
}


def test_kappa_of_the_published_table_is_492() -> None:
    assert round(cohens_kappa(COHEN) or 0, 3) == 0.492


def test_kappa_is_1_where_all_agree_and_none_where_all_stand_in_one_class() -> None:
    assert cohens_kappa({("a", "a"): 3, ("b", "b"): 4}) == 1
    assert cohens_kappa({("a", "a"): 7}) is None
    assert cohens_kappa({}) is None
    assert cohens_kappa({("a", "b"): 5, ("b", "a"): 5}) == -1


@given(told=st.dictionaries(st.tuples(*[st.sampled_from("abc")] * 2), st.integers(1, 30), min_size=1))
def test_kappa_lies_between_minus_1_and_1_and_is_the_same_the_other_way_round(told: dict) -> None:
    found = cohens_kappa(told)
    assert found is None or -1 <= found <= 1
    assert cohens_kappa({(other, one): often for (one, other), often in told.items()}) == found


def readings(*people: tuple[str, str, int, int | None]) -> Iterator[dict[str, Any]]:
    for person, informant, first, latest in people:
        for date, kind, value in (("2013-01-01", "initial", first), ("2013-03-01", "final", latest)):
            if value is not None:
                row = {"person": person, "site": "s", "indicator": "shared", "informant": informant}
                yield {**row, "date": date, "kind": kind, "score": value}


PEOPLE = (
    ("a", "Worker", 2, 4),
    ("a", "parent", 2, 5),
    ("b", "Worker", 2, 3),
    ("b", "parent", 4, 2),
    ("c", "Worker", 2, 2),
    ("c", "parent", 3, 3),
    ("d", "Worker", 2, 1),
    ("d", "parent", 3, None),
    ("e", "child", 2, 2),
)


def test_informants_are_shown_apart_unasked_where_there_are_several(theory: TheoryOfChange) -> None:
    scores = score(theory, list(readings(*PEOPLE)))
    found = {row.id: (row.improved, row.no_change, row.worsened) for row in scores.shown_groups if row.of == "all"}
    assert found == {"child": (0, 1, 0), "parent": (1, 1, 1), "worker": (2, 1, 1)}
    alone = score(theory, list(readings(*PEOPLE[::2][:4])))
    assert (alone.shown_groups, alone.agreements) == ((), ())


def test_where_something_else_is_asked_a_line_says_how_to_see_informants_apart(theory: TheoryOfChange) -> None:
    line = (
        "Several informants gave scores of one person: each informant's pair is counted. "
        "Split by informant to see them apart, with their agreement."
    )
    data = list(readings(*PEOPLE))
    asked = score(theory, data, by="site")
    assert ({row.by for row in asked.shown_groups}, asked.agreements, line in asked.notes) == ({"site"}, (), True)
    assert [line in score(theory, data, by=by).notes for by in ((), "informant", ("site", "informant"))] == [
        False
    ] * 3
    assert {row.by for row in score(theory, data, by=("site", "informant")).shown_groups} == {"site", "informant"}


RATERS = [
    {key if key != "informant" else "Rater": value for key, value in row.items()} for row in readings(*PEOPLE)
]
QUESTION = "Is there a column that says who gave the score? Name it `informant`."


def test_rows_that_disagree_in_the_score_only_bring_the_question_who_gave_it(theory: TheoryOfChange) -> None:
    several = [*RATERS, *({**row, "person": f"{row['person']} other"} for row in RATERS[-2:])]
    assert QUESTION in score(theory, several).notes
    nobody = [{key: value for key, value in row.items() if key != "Rater"} for row in several]
    assert QUESTION not in score(theory, nobody).notes
    assert QUESTION not in score(theory, RATERS[-2:]).notes


def test_where_all_rows_disagree_the_error_asks_who_gave_the_scores(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as raised:
        score(theory, RATERS[8:12])
    assert raised.value.hint == QUESTION


def test_agreement_counts_people_of_whom_both_gave_two_readings(theory: TheoryOfChange) -> None:
    [found] = score(theory, list(readings(*PEOPLE))).agreements
    assert (found.indicator, found.one, found.other, found.n, found.same) == ("shared", "parent", "worker", 3, 2)
    # a and c agree; by chance (1 x 2 + 1 x 1 + 1 x 0) / 9 would.
    assert found.kappa == pytest.approx((2 / 3 - 3 / 9) / (1 - 3 / 9))
    assert found.to_dict() == {
        "indicator": "shared",
        "one": "parent",
        "other": "worker",
        "n": 3,
        "same": 2,
        "share": 2 / 3,
        "kappa": found.kappa,
    }


def test_agreement_stands_in_the_table_and_in_json(theory: TheoryOfChange) -> None:
    scores = score(theory, list(readings(*PEOPLE)))
    lines = [" ".join(line.split()) for line in score_table(scores).splitlines()]
    assert "Shared: parent, worker 3 2 66.7 % 0.50" in lines
    assert [each["n"] for each in scores.to_dict()["agreement"]] == [3]


def test_one_informant_can_be_scored_alone(theory: TheoryOfChange) -> None:
    scores = score(theory, list(readings(*PEOPLE)), informant=" PARENT ")
    assert (scores.total.improved, scores.total.n, scores.coverage) == (1, 3, PeopleCoverage(5, 3))
    assert (scores.shown_groups, scores.agreements) == ((), ())
    assert "Only readings by one informant are used: parent." in scores.notes
    assert scores.to_dict()["informant"] == "parent"


def test_an_informant_of_whom_there_is_no_reading_is_refused(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="by this informant"):
        score(theory, list(readings(*PEOPLE)), informant="teacher")
    with pytest.raises(TocError, match="does not say who gave the scores"):
        score(theory, [{"indicator": "shared", "improved": 1, "no_change": 1, "worsened": 1}], informant="parent")


def test_where_informant_may_hold_names_they_are_not_shown_unasked(theory: TheoryOfChange) -> None:
    rows = list(readings(*((f"p{number}", f"canary{number}", 2, 4) for number in range(7))))
    scores = score(theory, rows)
    assert (scores.by, "canary" in score_table(scores) + str(scores.to_dict())) == ((), False)


def test_agreement_is_not_published(theory: TheoryOfChange) -> None:
    assert for_publication(score(theory, list(readings(*PEOPLE)))).agreements == ()


def test_long_names_of_informants_keep_the_table_within_80_columns(theory: TheoryOfChange) -> None:
    rows = list(readings(*((person, name * 30, 2, 4) for person in "ab" for name in ("aunt", "uncle"))))
    assert max(map(len, score_table(score(theory, rows)).splitlines())) <= 80
