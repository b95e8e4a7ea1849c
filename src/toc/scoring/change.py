"""`Pair`: the first and the latest reading of one series, and the change between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, get_args

from toc.data import Reading
from toc.model import Scale

__all__ = ["CHANGES", "DECIMALS", "Change", "Pair", "change_of", "in_order", "pair_of", "step_of"]

Change = Literal["improved", "no_change", "worsened"]

CHANGES: tuple[Change, ...] = get_args(Change)
"""In the order in which they are counted."""

_ORDER = {"initial": 0, "follow_up": 1, "final": 2}
DECIMALS = 9
"""To how many decimals a step is taken, so that steps of decimal scales that are equal are found equal."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The first and the latest score of one person's series; `latest` is None where there is only one reading."""

    person: tuple[str, str]
    first: int | float
    latest: int | float | None

    def __repr__(self) -> str:
        return f"Pair(complete={self.latest is not None})"


def in_order(series: Iterable[Reading]) -> list[Reading]:
    """Return the readings of a series by date; on one day initial before follow-up before final."""
    return sorted(series, key=lambda row: (row.date, _ORDER[row.kind]))


def pair_of(series: Iterable[Reading], *, final_only: bool = False, window: tuple[int, int] | None = None) -> Pair:
    """Pair the earliest initial reading of a series with its latest follow-up or final reading by date.

    With `final_only` a follow-up is not compared, and the latest final reading is. With `window` only readings
    of so many days after the initial one are, both ends included.
    On one day a follow-up comes before a final reading. A second initial reading is no follow-up. A series
    without an initial reading has nothing to be compared with, so its `latest` is None.
    """
    ordered = in_order(series)
    first = ordered[0]
    if first.kind != "initial":
        return Pair((first.site, first.person), first.score, None)
    compared = {"final"} if final_only else {"follow_up", "final"}
    low, high = map(timedelta, window or (0, (ordered[-1].date - first.date).days))
    later = [row.score for row in ordered if row.kind in compared and low <= row.date - first.date <= high]
    return Pair((first.site, first.person), first.score, later[-1] if later else None)


def step_of(scale: Scale | None, first: float, latest: float) -> float | None:
    """Return how far a score moved, above 0 for the better; None where nobody has said which end is good."""
    if scale is None or scale.better is None:
        return None
    rise = round(latest - first, DECIMALS)
    return rise if scale.better.value == "higher" else -rise


def change_of(
    scale: Scale | None, first: float, latest: float, counts: Callable[[float], bool] = bool
) -> Change | None:
    """Tell what a change of score means on a scale; None where nobody has said which end of it is good.

    `counts` says whether a step is a change at all; by default every one is.
    """
    step = step_of(scale, first, latest)
    if step is None:
        return None
    if not counts(step):
        return "no_change"
    return "improved" if step > 0 else "worsened"
