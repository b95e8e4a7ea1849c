"""`Figures`: every number of a score that follows from its tally."""

from __future__ import annotations

from typing import TypedDict

from toc.scoring.intervals import Interval, clustered_wilson, missing_data_bounds, wilson
from toc.scoring.outcome_scores import Caution
from toc.scoring.tallies import Tally

__all__ = ["Figures", "caution_of", "figures_of"]


class Figures(TypedDict, total=False):
    """The fields of a `Score` that are numbers; empty where nothing was measured."""

    improved: int
    no_change: int
    worsened: int
    n: int
    share_improved: float | None
    interval: Interval | None
    interval_by_person: Interval | None
    people: int | None
    one_reading: int | None
    bounds: Interval | None
    already_best: int | None
    caution: Caution | None


def figures_of(tally: Tally | None) -> Figures:
    """Work out share, intervals, bounds and caution of a tally; nothing at all where there is none."""
    if tally is None:
        return Figures()
    n, unseen = tally.n, tally.one_reading
    return Figures(
        improved=tally.improved,
        no_change=tally.no_change,
        worsened=tally.worsened,
        n=n,
        share_improved=tally.improved / n if n else None,
        interval=wilson(tally.improved, n),
        interval_by_person=clustered_wilson(tally.courses) if tally.courses else None,
        people=tally.people,
        one_reading=unseen,
        bounds=None if unseen is None else missing_data_bounds(tally.improved, n, unseen),
        already_best=tally.already_best,
        caution=caution_of(n),
    )


def caution_of(n: int) -> Caution | None:
    """Mark a number of pairs too small to rely on: below 5, or below 10; None where there are none to rely on."""
    if 0 < n < 5:
        return "n<5"
    return "n<10" if 0 < n < 10 else None
