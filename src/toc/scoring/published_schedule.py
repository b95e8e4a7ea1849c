"""A schedule of readings as it can be shown to others: without small counts, nor what gives them away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from toc.errors import TocError
from toc.scoring.counts_to_hide import counts_to_hide, small_counts
from toc.scoring.due_series import DUES
from toc.scoring.publication import Publication
from toc.scoring.reading_schedule import Schedule, SiteSchedule
from toc.scoring.suppression import Cell, CountTable, Relation

__all__ = ["published_schedule", "scheduled_counts"]

_COUNTED = (*DUES, "people_overdue", "people", "series")


def published_schedule(schedule: Schedule, threshold: int, *, hide_zeros: bool) -> Schedule:
    """Hide the counts of series and of people below `threshold`, and what would give them away.

    All counts of a site with fewer people are hidden. Raises `TocError` where sites do not add up to all, as where
    some readings name none.
    """
    table = scheduled_counts(schedule)
    if not table.holds():
        raise TocError(
            "Some readings name no site, so nobody can say what those of the sites tell of them.",
            hint="Name the site of every reading, or of none.",
        )
    small = small_counts(table, threshold, hide_zeros=hide_zeros)
    hidden = counts_to_hide(table, small, threshold, hide_zeros=hide_zeros)
    return replace(
        schedule,
        sites=tuple(_without(row, hidden) for row in schedule.sites),
        total=_without(schedule.total, hidden),
        publication=Publication(threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden), alone=True),
    )


def scheduled_counts(schedule: Schedule) -> CountTable:
    """Return every count that a schedule prints, and how they hang together.

    Series of every standing make all series, and sites make all. Everybody has a series, and no more than
    `schedule.kinds`; whoever is overdue has a series that is, and who is not has one that is not. People can be
    put together to any counts for which this holds, and to no others.
    """
    rows = (*schedule.sites, schedule.total)
    counts = {_cell(row, column): getattr(row, column) or 0 for row in rows for column in _COUNTED}
    relations = [relation for row in rows for relation in _within(row, schedule.kinds)]
    if schedule.sites:
        relations += [
            Relation((_cell(schedule.total, column),), tuple(_cell(row, column) for row in schedule.sites))
            for column in _COUNTED
        ]
    rank = {cell: 10 * (cell[1] == "") + _COUNTED.index(cell[2]) for cell in counts}
    return CountTable(counts, tuple(relations), rank)


def _within(row: SiteSchedule, kinds: int) -> Iterator[Relation]:
    series, people = _cell(row, "series"), _cell(row, "people")
    overdue, people_overdue = _cell(row, "overdue"), _cell(row, "people_overdue")
    yield Relation((series,), tuple(_cell(row, standing) for standing in DUES))
    yield Relation((people_overdue,), (overdue,), at_most=True)
    yield Relation((overdue,), (people_overdue,) * kinds, at_most=True)
    yield Relation((people, overdue), (series, people_overdue), at_most=True)
    yield Relation((series,), (people,) * kinds, at_most=True)
    yield Relation((people_overdue,), (people,), at_most=True)


def _without(row: SiteSchedule, hidden: Collection[Cell]) -> SiteSchedule:
    gone = tuple(column for column in _COUNTED if _cell(row, column) in hidden)
    changes: dict[str, Any] = dict.fromkeys(gone)
    return replace(row, hidden=gone, **changes)


def _cell(row: SiteSchedule, column: str) -> Cell:
    return ("schedule", row.site, column)
