"""Counts of readings that another library holds, which is imported when such readings are first given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.scoring.table_cells.from_narwhals import table_cells
    from toc.scoring.table_cells.kept_due_series import table_due_series
    from toc.scoring.table_cells.kept_people import table_followed

__all__ = ["table_cells", "table_due_series", "table_followed"]

_DOORS = {
    "table_cells": "from_narwhals",
    "table_due_series": "kept_due_series",
    "table_followed": "kept_people",
}


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.{_DOORS[name]}")
    except ImportError as error:
        hint = 'Install it with: pip install "narwhals>=2.28"'
        message = "Tables of other libraries need narwhals, which is not installed here or cannot be loaded."
        raise TocError(message, hint=hint) from error
    return getattr(door, name)
