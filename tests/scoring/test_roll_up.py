"""The five rules by which the pairs of several indicators become one score."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.score_badges import badge_note
from toc.reports.score_csv import score_csv
from toc.reports.score_table import score_table
from toc.scoring import ROLL_UPS, Course, RollUp, Scores, score, wilson
from toc.scoring.roll_up import rolled_up
from toc.scoring.tallies import Tally

BY_PERSON = ("person_any", "person_all", "person_net")

# What becomes of each person's pairs on `shared` and `worry`, both of the outcome `calm`.
PEOPLE = {
    "both better": (1, 1),
    "better and same": (1, 0),
    "better and worse": (1, -1),
    "both same": (0, 0),
    "same and worse": (0, -1),
    "both worse": (-1, -1),
    "one better": (1, None),
    "one worse": (None, -1),
    "seen once": (None, None),
}


def rows(people: dict[str, tuple[int | None, int | None]]) -> Iterator[dict[str, Any]]:
    """Readings of which the step for the better is known; `worry` falls as things get better."""
    for person, steps in people.items():
        for indicator, step, better in zip(("shared", "worry"), steps, (1, -1), strict=True):
            row = {"person": person, "site": "s", "indicator": indicator}
            yield {**row, "date": "2013-01-01", "kind": "initial", "score": 3}
            if step is not None:
                yield {**row, "date": "2013-03-01", "kind": "final", "score": 3 + better * step}


def calm(scores: Scores) -> Any:
    return next(each for each in scores.outcomes if each.id == "calm")


@pytest.mark.parametrize(
    ("rule", "classes"),
    [("person_any", (4, 1, 3)), ("person_all", (2, 4, 2)), ("person_net", (3, 2, 3))],
)
def test_each_rule_by_person_says_what_became_of_each_once(
    theory: TheoryOfChange, rule: RollUp, classes: tuple[int, int, int]
) -> None:
    found = calm(score(theory, list(rows(PEOPLE)), rule=rule))
    assert (found.improved, found.no_change, found.worsened) == classes
    assert (found.n, found.people, found.one_reading) == (8, 8, 1)
    assert found.interval == wilson(classes[0], 8)
    assert (found.bounds.low, found.bounds.high) == (classes[0] / 9, (classes[0] + 1) / 9)
    assert (found.interval_by_person, found.already_best) == (None, None)


@pytest.mark.parametrize("rule", BY_PERSON)
def test_indicators_count_pairs_whatever_the_rule(theory: TheoryOfChange, rule: RollUp) -> None:
    readings = list(rows(PEOPLE))
    assert score(theory, readings, rule=rule).indicators == score(theory, readings).indicators


# Barnardo's 2015, Table 4: the six indicators of isolation are 46/61, 8/8, 3/7, 4/6, 1/3 and 1/1.


def test_the_mean_of_shares_of_isolation_is_lower_than_its_pairs_together(
    csof: TheoryOfChange, csof_data: Path
) -> None:
    shares = (46 / 61, 8 / 8, 3 / 7, 4 / 6, 1 / 3, 1 / 1)
    by_rule = {rule: score(csof, csof_data / "table4.csv", rule=rule) for rule in ("pairs", "mean_of_shares")}
    isolation = {
        rule: next(each for each in scores.outcomes if each.id == "isolation") for rule, scores in by_rule.items()
    }
    assert round(100 * isolation["pairs"].share_improved, 1) == 73.3
    mean = isolation["mean_of_shares"]
    assert mean.share_improved == pytest.approx(sum(shares) / 6)
    assert round(100 * mean.share_improved, 1) == 69.7
    assert (mean.n, mean.improved, mean.interval, mean.caution) == (6, None, None, "n<5")


def test_an_indicator_without_pairs_has_no_share_in_the_mean(theory: TheoryOfChange) -> None:
    counts = [
        {"indicator": "shared", "improved": 3, "no_change": 1, "worsened": 0},
        {"indicator": "worry", "improved": 0, "no_change": 0, "worsened": 0},
    ]
    found = calm(score(theory, counts, rule="mean_of_shares"))
    assert (found.n, found.share_improved) == (1, 0.75)


# Laws.

COURSES = st.dictionaries(
    st.builds(
        lambda improved, worsened, same: Course(improved + worsened + same, improved, worsened),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    st.integers(1, 9),
)


def tally_of(courses: dict[Course, int]) -> Tally:
    improved = sum(course.improved * people for course, people in courses.items())
    worsened = sum(course.worsened * people for course, people in courses.items())
    pairs = sum(course.pairs * people for course, people in courses.items())
    return Tally(improved, pairs - improved - worsened, worsened, 0, 0, courses)


@given(courses=COURSES)
def test_no_rule_by_person_finds_more_improved_than_any_and_fewer_than_all(courses: dict[Course, int]) -> None:
    found = {rule: rolled_up(rule, tally_of(courses), []) for rule in BY_PERSON}
    assert found["person_all"]["improved"] <= found["person_net"]["improved"] <= found["person_any"]["improved"]
    people = sum(count for course, count in courses.items() if course.pairs)
    assert {figures["n"] for figures in found.values()} == {people}


@given(courses=COURSES.filter(lambda found: all(course.pairs <= 1 for course in found)))
def test_where_everybody_has_one_pair_every_rule_by_person_finds_the_pairs(courses: dict[Course, int]) -> None:
    classes = ("improved", "no_change", "worsened", "n", "share_improved", "interval")
    pairs = rolled_up("pairs", tally_of(courses), [])
    for rule in BY_PERSON:
        by_person = rolled_up(rule, tally_of(courses), [])
        assert {key: by_person.get(key) for key in classes} == {key: pairs.get(key) for key in classes}


# What is refused, and what is said.


@pytest.mark.parametrize("rule", BY_PERSON)
def test_a_rule_by_person_is_refused_from_published_counts(theory: TheoryOfChange, rule: RollUp) -> None:
    with pytest.raises(TocError, match=f"The rule {rule} counts people, and the rows given counts pairs"):
        score(theory, [{"indicator": "shared", "improved": 3, "no_change": 1, "worsened": 0}], rule=rule)


@pytest.mark.parametrize("rule", [rule for rule in ROLL_UPS if rule != "pairs"])
def test_every_rule_but_pairs_is_refused_from_percentages(theory: TheoryOfChange, rule: RollUp) -> None:
    with pytest.raises(TocError, match="cannot be put together"):
        score(theory, [{"indicator": "shared", "pre_percent": 3, "post_percent": 4}], rule=rule)


def test_an_unknown_rule_is_refused_with_the_known_ones(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="pairs, mean_of_shares, person_any, person_all, person_net"):
        score(theory, list(rows(PEOPLE)), rule="person")  # type: ignore[arg-type]


def test_every_rule_has_its_words() -> None:
    assert tuple(ROLL_UPS) == get_args(RollUp)


@pytest.mark.parametrize(
    ("rule", "unit"), [("pairs", "pairs"), ("mean_of_shares", "shares of indicators"), ("person_any", "people")]
)
def test_rule_and_unit_are_named_in_every_output(theory: TheoryOfChange, rule: RollUp, unit: str) -> None:
    scores = score(theory, list(rows(PEOPLE)), rule=rule)
    table = " ".join(score_table(scores).split())
    assert f"readings; rule: {rule}; unit: {unit}" in table
    assert f"Rule: {rule}" in table
    page = scores.to_dict()
    assert (page["rule"], page["unit"]) == (rule, unit)
    cells = list(csv.DictReader(io.StringIO(score_csv(scores))))
    assert {(row["level"], row["rule"], row["unit"]) for row in cells} == {
        ("outcome", rule, unit),
        ("indicator", rule, "pairs"),
    }
    counted = {"pairs": "pairs of a person and an indicator", "people": "people"}.get(unit, "indicators")
    assert f"n counts {counted}" in badge_note(scores)
