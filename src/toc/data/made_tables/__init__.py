"""Rows that this library worked out, as tables of others. Each library is imported when one is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.data.made_tables.from_duckdb import made_parquet
    from toc.data.made_tables.from_narwhals import made_frame

__all__ = ["made_frame", "made_parquet"]

_DOORS = {
    "made_frame": (
        "from_narwhals",
        "Data frames need narwhals, which is not installed here or cannot be loaded.",
        'Install it with: pip install "narwhals>=2.28"',
    ),
    "made_parquet": (
        "from_duckdb",
        "To write Parquet, duckdb is needed, which is not installed here or cannot be loaded.",
        'Install it with: pip install "duckdb>=2.0"',
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, message, hint = _DOORS[name]
    try:
        door = import_module(f"{__name__}.{module}")
    except ImportError as error:
        raise TocError(message, hint=hint) from error
    return getattr(door, name)
