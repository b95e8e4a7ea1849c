from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from toc.data import Reading
from toc.model import Scale
from toc.scoring.change import Pair, change_of, pair_of, step_of


def reading(day: int, kind: str, score: float) -> Reading:
    return Reading(
        row=1,
        site="wales",
        person="canary",
        indicator="worry",
        informant="",
        date=dt.date(2013, 5, day),
        kind=kind,  # type: ignore[arg-type]  # the three kinds are written in the tests
        score=score,
    )


@pytest.mark.parametrize(
    ("better", "first", "latest", "change"),
    [
        ("higher", 2, 3, "improved"),
        ("higher", 3, 3, "no_change"),
        ("higher", 3, 2, "worsened"),
        ("lower", 2, 3, "worsened"),
        ("lower", 3, 3, "no_change"),
        ("lower", 3, 2, "improved"),
        (None, 2, 3, None),
    ],
)
def test_a_change_is_read_in_the_direction_of_the_scale(
    better: str | None, first: float, latest: float, change: str | None
) -> None:
    scale = Scale.model_validate({"lowest": 1, "highest": 5, "better": better})
    assert change_of(scale, first, latest) == change


def test_equal_steps_of_a_decimal_scale_are_equal() -> None:
    """In decimals of a computer 0.7 less 0.4 is a little under 0.3, and so has another rank than 0.3 less 0."""
    scale = Scale.model_validate({"lowest": 0, "highest": 1, "better": "lower"})
    assert {step_of(scale, 0.7, 0.4), step_of(scale, 0.3, 0.0)} == {0.3}


def test_without_a_scale_no_change_is_called_anything() -> None:
    assert (change_of(None, 2, 3), step_of(None, 2, 3)) == (None, None)


def test_the_earliest_initial_is_paired_with_the_latest_by_date_in_any_order_of_rows() -> None:
    series = [reading(1, "initial", 2), reading(9, "follow_up", 5), reading(20, "follow_up", 3)]
    assert {pair_of(order) for order in permutations(series)} == {Pair(("wales", "canary"), 2, 3)}


def test_on_one_day_a_final_reading_is_later_than_a_follow_up_and_that_than_an_initial_one() -> None:
    series = [reading(1, "final", 5), reading(1, "follow_up", 4), reading(1, "initial", 2)]
    assert {pair_of(order) for order in permutations(series)} == {Pair(("wales", "canary"), 2, 5)}


@pytest.mark.parametrize(
    "series",
    [
        [reading(1, "initial", 2)],
        [reading(1, "initial", 2), reading(9, "initial", 5)],
        [reading(1, "follow_up", 2), reading(9, "follow_up", 5)],
    ],
)
def test_one_reading_or_no_initial_one_makes_no_complete_pair(series: list[Reading]) -> None:
    assert pair_of(series) == Pair(("wales", "canary"), 2, None)


def test_an_initial_reading_is_never_the_later_one_of_a_pair() -> None:
    series = [reading(1, "initial", 2), reading(9, "follow_up", 3), reading(20, "initial", 5)]
    assert {pair_of(order) for order in permutations(series)} == {Pair(("wales", "canary"), 2, 3)}


def test_a_representation_of_a_pair_shows_nobody() -> None:
    assert repr(Pair(("wales", "canary"), 2, 3)) == "Pair(complete=True)"
