from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import ChangeRule, PeopleCoverage, Scores, score


def rows(person: str, indicator: str, *scores: float, kinds: tuple[str, ...] = ()) -> Iterator[dict[str, object]]:
    for month, (value, kind) in enumerate(zip(scores, kinds or ("initial", "follow_up"), strict=True), start=1):
        cells = {"person": person, "site": "", "indicator": indicator, "date": f"2013-{month:02}-01"}
        yield {**cells, "kind": kind, "score": value}


STEPS = [
    *rows("a", "shared", 2, 3),
    *rows("b", "shared", 2, 4),
    *rows("c", "shared", 4, 2),
    *rows("d", "shared", 4, 5),
]
FINALS = [
    *rows("a", "shared", 2, 5, 1, kinds=("initial", "follow_up", "final")),
    *rows("b", "shared", 2, 5),
    *rows("c", "shared", 2, 3, 4, kinds=("initial", "final", "follow_up")),
]


def changes(scores: Scores, indicator: str = "shared") -> tuple[int | None, ...]:
    found = next(each for each in scores.indicators if each.id == indicator)
    return found.improved, found.no_change, found.worsened, found.already_best


def test_by_default_every_step_counts(theory: TheoryOfChange) -> None:
    assert changes(score(theory, STEPS)) == (3, 0, 1, 0)


def test_a_step_below_the_least_is_no_change_and_one_as_large_is_a_change(theory: TheoryOfChange) -> None:
    """Who began one below the best could not have improved by two."""
    assert changes(score(theory, STEPS, min_step=2)) == (1, 2, 1, 2)


def test_a_least_step_holds_in_the_direction_of_the_scale(theory: TheoryOfChange) -> None:
    data = [
        *rows("a", "worry", 9, 6),
        *rows("b", "worry", 9, 7),
        *rows("c", "worry", 2, 8),
        *rows("d", "worry", 2, 0),
    ]
    assert changes(score(theory, data, min_step=3), "worry") == (1, 2, 1, 2)


def test_a_least_step_of_a_decimal_scale_is_met_though_decimals_are_not_exact(theory: TheoryOfChange) -> None:
    finer = theory.model_copy(
        update={"scales": {"up": theory.scales["up"].model_copy(update={"lowest": 0.5, "highest": 4.5})}}
    )
    data = [*rows("a", "shared", 2.0, 2.3), *rows("b", "shared", 2.3, 2.5)]
    assert changes(score(finer, data, min_step=0.3)) == (1, 1, 0, 0)


def test_a_step_over_a_whole_decimal_scale_counts_though_decimals_are_not_exact() -> None:
    """In decimals of a computer 0.7 less 0.4 is a little under 0.3."""
    assert ChangeRule(min_step=0.3).counts("narrow", 0.7 - 0.4)


def test_only_a_step_above_the_error_of_measurement_is_a_reliable_change(theory: TheoryOfChange) -> None:
    """With s = 1 and r = .8 a step must be above 1.24 points."""
    assert changes(score(theory, STEPS, reliable_change={"up": (1, 0.8)})) == (1, 2, 1, 2)


def test_final_only_compares_no_follow_up_and_takes_the_latest_final_one(theory: TheoryOfChange) -> None:
    assert changes(score(theory, FINALS)) == (2, 0, 1, 0)
    scores = score(theory, FINALS, final_only=True)
    assert changes(scores) == (1, 0, 1, 0)
    assert (scores.coverage, scores.indicators[0].one_reading) == (PeopleCoverage(3, 2), 1)
    assert scores.coverage_line.startswith("Coverage: 2 of 3 people have an initial and a final assessment")


def test_every_choice_is_named_in_the_notes_and_in_the_plain_values(theory: TheoryOfChange) -> None:
    scores = score(theory, FINALS, final_only=True, reliable_change={"up": (1, 0.8)})
    assert scores.notes[1].startswith(
        "Rule: pairs. Each person counts once per indicator, first reading against final,"
    )
    assert scores.notes[2:4] == (
        "Only final readings are compared with the first; follow-ups are not.",
        (
            "Reliable change on up (Jacobson and Truax 1991; s = 1, r = 0.8): a step of more than 1.24; a smaller "
            "one is no change. Assumes that s and r hold for these people."
        ),
    )
    change = scores.to_dict()["change"]
    assert (change["compared"], change["min_step"]) == ("first_final", None)
    assert change["reliable_change"]["up"] == {"s": 1, "r": 0.8, "cut_off": pytest.approx(1.2396, abs=1e-4)}


def test_a_least_step_is_named_too(theory: TheoryOfChange) -> None:
    scores = score(theory, STEPS, min_step=2)
    assert "A change counts from 2 on the scale; a smaller one is no change." in scores.notes
    assert scores.to_dict()["change"] == {
        "compared": "first_latest",
        "window_days": None,
        "min_step": 2,
        "reliable_change": None,
    }


def test_of_counts_nobody_says_what_a_change_was(theory: TheoryOfChange) -> None:
    counts = [{"indicator": "shared", "improved": 1, "no_change": 0, "worsened": 0}]
    assert score(theory, counts).to_dict()["change"] is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"min_step": 0}, "The least step that counts as a change is a number above 0."),
        ({"min_step": float("nan")}, "The least step that counts as a change is a number above 0."),
        ({"min_step": True}, "The least step that counts as a change is a number above 0."),
        ({"min_step": "2"}, "The least step that counts as a change is a number above 0."),
        ({"min_step": 4.5}, "On the scale `up`, 1 to 5, no step could count as a change."),
        ({"min_step": 1, "reliable_change": {"up": (1, 0.8)}}, "two ways to say what counts"),
        ({"reliable_change": {}}, "Reliable change needs the standard deviation and the reliability of a scale."),
        ({"reliable_change": {"up": 1}}, "Reliable change needs two numbers for the scale `up`."),
        ({"reliable_change": {"up": (1, "x")}}, "Reliable change needs two numbers for the scale `up`."),
        ({"reliable_change": {"up": (1, 1)}}, "its reliability, from 0 to below 1"),
        ({"reliable_change": {"left": (1, 0.8)}}, "The model has no scale `left`. Its scales: up, down, silent."),
        (
            {"reliable_change": {"down": (1, 0.8)}},
            "needs the standard deviation and the reliability of the scale `up`",
        ),
        ({"reliable_change": {"up": (9, 0.8)}}, "On the scale `up`, 1 to 5, no step could count as a change."),
    ],
)
def test_a_choice_that_cannot_be_carried_out_is_refused(
    theory: TheoryOfChange, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(TocError) as caught:
        score(theory, STEPS, **options)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "options", [{"min_step": 2}, {"final_only": True}, {"reliable_change": {"five_point": (1, 0.8)}}]
)
@pytest.mark.parametrize("table", ["table4.csv", "table5.csv"])
def test_what_counts_cannot_be_chosen_where_there_are_no_readings(
    csof: TheoryOfChange, csof_data: Path, table: str, options: dict[str, Any]
) -> None:
    with pytest.raises(TocError, match=f"What counts as a change was settled before {table} was made."):
        score(csof, csof_data / table, **options)


def test_a_scale_without_a_good_end_needs_no_reliability(theory: TheoryOfChange) -> None:
    data = [*STEPS, *rows("a", "unsaid", 2, 4)]
    assert changes(score(theory, data, reliable_change={"up": (1, 0.8)})) == (1, 2, 1, 2)


def test_the_usual_rule_compares_first_with_latest_and_says_no_more() -> None:
    assert (ChangeRule().compared, ChangeRule().lines) == ("first reading against latest", ())
