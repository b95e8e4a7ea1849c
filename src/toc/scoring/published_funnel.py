"""A funnel as it can be shown to others: without small counts, and without what would give them away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from typing import Any

from toc.scoring import suppression
from toc.scoring.people_funnel import Funnel, FunnelStep
from toc.scoring.publication import Publication
from toc.scoring.suppression import Cell, CountTable, Relation

__all__ = ["funnel_counts", "published_funnel"]


def published_funnel(funnel: Funnel, threshold: int, *, hide_zeros: bool) -> Funnel:
    """Hide steps and losses below `threshold`, and what would give them away.

    Counts that are shown apart are left out where they are small, and how numbers were worked out is not told
    where anything is hidden. Rows left out are never counted: they may point to one person.
    """
    counts = funnel_counts(funnel)
    small = counts.small(threshold, hide_zeros=hide_zeros)
    hidden = suppression.hidden_cells(counts, small, threshold, hide_zeros=hide_zeros) if small else frozenset()
    publication = Publication(
        threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden), alone=funnel.of_readings
    )
    return replace(
        funnel,
        steps=tuple(_without(number, step, hidden) for number, step in enumerate(funnel.steps)),
        apart=tuple(each for number, each in enumerate(funnel.apart) if _cell("apart", number) not in hidden),
        notes=(publication.line, *funnel.notes),
        row_note="",
        workings=() if hidden else funnel.workings,
        publication=publication,
    )


def funnel_counts(funnel: Funnel) -> CountTable:
    """Return every count that a funnel prints: a step and those lost before it make the step before."""
    counts = {_cell("count", number): step.count for number, step in enumerate(funnel.steps)}
    counts |= {_cell("lost", number): step.lost for number, step in enumerate(funnel.steps) if number}
    counts |= {_cell("apart", number): int(each.quantity.count) for number, each in enumerate(funnel.apart)}
    relations = tuple(
        Relation((_cell("count", before),), (_cell("count", after), _cell("lost", after)))
        for before, after in pairwise(range(len(funnel.steps)))
    )
    known = {cell: count for cell, count in counts.items() if count is not None}
    return CountTable(known, relations, {cell: int(cell[0] == "count") for cell in known})


def _without(number: int, step: FunnelStep, hidden: Collection[Cell]) -> FunnelStep:
    gone = {field for field in ("count", "lost") if _cell(field, number) in hidden}
    if "count" in gone or _cell("count", 0) in hidden:
        gone.add("share_of_first")
    if number and ("count" in gone or _cell("count", number - 1) in hidden):
        gone.add("share_of_previous")
    changes: dict[str, Any] = dict.fromkeys(gone)
    if "count" in gone:
        changes["caution"] = None
    named = tuple(field for field in ("count", "lost", "share_of_first", "share_of_previous") if field in gone)
    return replace(step, hidden=named, **changes)


def _cell(field: str, number: int) -> Cell:
    return (field, str(number))
