"""A score without some of its fields, and without what is worked out from them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from toc.scoring.outcome_scores import Score
from toc.scoring.printed_cells import COUNTED, cell_of
from toc.scoring.score_notes import NO_PAIRS, NO_USABLE_ROW
from toc.scoring.suppression import Cell

__all__ = ["following", "without_fields", "without_hidden"]

_S = TypeVar("_S", bound=Score)

_FOLLOWS = {
    "share_improved": {"improved", "n"},
    "interval": {"improved", "n"},
    "bounds": {"improved", "n", "one_reading"},
    "caution": {"n"},
}
"""What is worked out from which counts, and so tells of them."""


def following(counts: Collection[str]) -> list[str]:
    """Return the fields that are worked out from any of these counts, and so tell of it."""
    return [name for name, behind in _FOLLOWS.items() if not behind.isdisjoint(counts)]


def without_hidden(row: _S, level: str, hidden: Collection[Cell], *, readings: bool) -> _S:
    """Return a score of pairs without those of its counts that are hidden, and without what follows from them.

    An interval by person is never left, whether or not anything is hidden.
    """
    counts = [column for column in COUNTED if cell_of(level, row, column) in hidden]
    if readings:
        # It tells how the results of one person's indicators go together, which no sum that is audited does.
        return without_fields(row, (*counts, "interval_by_person"))
    shown = without_fields(row, counts)
    return replace(shown, hidden=tuple(name for name in shown.hidden if name != "bounds"))


def without_fields(row: _S, fields: Collection[str]) -> _S:
    """Return a score without these fields and what follows from them, all named as hidden whatever they held.

    A note that nobody has a pair goes with n, and one that no row can be used keeps no number of rows: it may
    point to one person.
    """
    if row.note and row.note.startswith(NO_USABLE_ROW):
        return replace(row, note=NO_USABLE_ROW)
    if not row.measured:
        return row
    gone = tuple(dict.fromkeys((*fields, *following(fields))))
    changes: dict[str, Any] = dict.fromkeys(gone)
    if "n" in gone and row.note:
        changes["note"] = "; ".join(part for part in row.note.split("; ") if part != NO_PAIRS) or None
    return replace(row, hidden=gone, **changes)
