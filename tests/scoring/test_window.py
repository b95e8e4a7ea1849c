"""Readings within a window of days after the initial one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import score


def readings(*later: tuple[str, str, int]) -> Iterator[dict[str, Any]]:
    """One person's initial reading of 3 on 1 January, and later ones."""
    for date, kind, value in (("2013-01-01", "initial", 3), *later):
        row = {"person": "p", "site": "s", "indicator": "shared"}
        yield {**row, "date": date, "kind": kind, "score": value}


def classes(theory: TheoryOfChange, *later: tuple[str, str, int], **wishes: Any) -> tuple[int | None, ...]:
    total = score(theory, list(readings(*later)), **wishes).total
    return total.improved, total.no_change, total.worsened, total.one_reading


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2013-03-01", (0, 0, 0, 1)),  # day 59
        ("2013-03-02", (1, 0, 0, 0)),  # day 60
        ("2013-05-31", (1, 0, 0, 0)),  # day 150
        ("2013-06-01", (0, 0, 0, 1)),  # day 151
    ],
)
def test_both_ends_of_the_window_count(theory: TheoryOfChange, day: str, found: tuple[int, ...]) -> None:
    assert classes(theory, (day, "follow_up", 4), window=(60, 150)) == found


def test_of_several_readings_in_the_window_the_latest_counts(theory: TheoryOfChange) -> None:
    later = (("2013-03-05", "follow_up", 5), ("2013-04-05", "final", 2), ("2013-09-01", "final", 5))
    assert classes(theory, *later, window=(60, 150)) == (0, 0, 1, 0)
    assert classes(theory, *later) == (1, 0, 0, 0)


def test_a_window_goes_with_final_readings_only(theory: TheoryOfChange) -> None:
    later = (("2013-03-05", "final", 2), ("2013-04-05", "follow_up", 5))
    assert classes(theory, *later, window=(60, 150), final_only=True) == (0, 0, 1, 0)


def test_the_window_is_named_on_every_output(theory: TheoryOfChange) -> None:
    scores = score(theory, list(readings(("2013-03-05", "final", 5))), window=(60, 150))
    assert scores.to_dict()["change"]["window_days"] == [60, 150]
    assert any("day 60 to 150 after the initial one" in note for note in scores.notes)
    assert scores.change.compared == "first reading against latest of days 60 to 150"


@pytest.mark.parametrize("window", [(150, 60), (-1, 5), (1.5, 3), (True, 3), (1,), "60-150", (0, 99_999)])
def test_a_window_that_cannot_be_used_is_refused(theory: TheoryOfChange, window: Any) -> None:
    with pytest.raises(TocError, match="two whole numbers of days"):
        score(theory, list(readings()), window=window)


def test_a_window_is_refused_from_published_counts(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="settled before"):
        score(theory, [{"indicator": "shared", "improved": 1, "no_change": 1, "worsened": 1}], window=(0, 9))
