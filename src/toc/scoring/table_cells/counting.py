"""What is said where a library cannot count the readings that it holds."""

from __future__ import annotations

from contextlib import AbstractContextManager

from toc.data import ReadingsTable
from toc.data.foreign.refusal import room_or_kind, telling

__all__ = ["counting"]

_HINT = "There may be too little memory or room on the disk for them; split them by site or by year."


def counting(table: ReadingsTable) -> AbstractContextManager[None]:
    """Turn whatever a library raises while it counts a table into one `TocError`."""
    return telling(f"The readings of {table.name} cannot be counted here.", room_or_kind(_HINT))
