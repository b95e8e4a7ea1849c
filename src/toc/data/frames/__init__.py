"""Readings that stay in the library that holds them. narwhals is imported when such a table is first given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.data.frames.informant_series import heard_readings
    from toc.data.frames.large_files import large_csv, large_database, large_parquet
    from toc.data.frames.readings_frame import kept_readings
    from toc.data.frames.table_frame import columns_read, large_columns

__all__ = [
    "columns_read",
    "heard_readings",
    "kept_readings",
    "large_columns",
    "large_csv",
    "large_database",
    "large_parquet",
]

_DUCKDB = (
    "large_files",
    "Parquet and DuckDB files need duckdb and narwhals, which are not all installed here or cannot be loaded.",
    'Install them with: pip install "duckdb>=2.0" "narwhals>=2.28"',
)
_NARWHALS = (
    "Tables of other libraries need narwhals, which is not installed here or cannot be loaded.",
    'Install it with: pip install "narwhals>=2.28"',
)
_DOORS = {
    "columns_read": ("table_frame", *_NARWHALS),
    "heard_readings": ("informant_series", *_NARWHALS),
    "kept_readings": ("readings_frame", *_NARWHALS),
    "large_columns": ("table_frame", *_NARWHALS),
    "large_csv": _DUCKDB,
    "large_database": _DUCKDB,
    "large_parquet": _DUCKDB,
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
