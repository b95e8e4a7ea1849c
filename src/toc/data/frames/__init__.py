"""Readings that stay in the library that holds them. narwhals is imported when such a table is first given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.data.frames.readings_frame import kept_readings
    from toc.data.frames.table_frame import columns_read, large_columns

__all__ = ["columns_read", "kept_readings", "large_columns"]

_DOORS = {"columns_read": "table_frame", "kept_readings": "readings_frame", "large_columns": "table_frame"}


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.{_DOORS[name]}")
    except ImportError as error:
        message = "Tables of other libraries need narwhals, which is not installed here or cannot be loaded."
        raise TocError(message, hint='Install it with: pip install "narwhals>=2.0"') from error
    return getattr(door, name)
