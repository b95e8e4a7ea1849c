"""Rows of tables that other libraries read. Each library is imported when a table that needs it is first given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.data.foreign.from_duckdb import database_rows, parquet_rows
    from toc.data.foreign.from_ibis import address_rows, lettered_table, open_table
    from toc.data.foreign.from_narwhals import frame_rows
    from toc.data.foreign.from_openpyxl import sheet_rows

__all__ = [
    "address_rows",
    "database_rows",
    "frame_rows",
    "lettered_table",
    "open_table",
    "parquet_rows",
    "sheet_rows",
]

_DUCKDB = (
    "from_duckdb",
    "Parquet and DuckDB files need duckdb and narwhals, which are not all installed here or cannot be loaded.",
    'Install them with: pip install "duckdb>=2.0" "narwhals>=2.28"',
)
_IBIS = (
    "from_ibis",
    "Databases need Ibis and narwhals, which are not all installed here or cannot be loaded.",
    'Install them with: pip install "ibis-framework[postgres]>=12.0" "psycopg[binary]>=3.2" "narwhals>=2.28"',
)
_DOORS = {
    "address_rows": _IBIS,
    "lettered_table": _IBIS,
    "open_table": _IBIS,
    "database_rows": _DUCKDB,
    "parquet_rows": _DUCKDB,
    "frame_rows": (
        "from_narwhals",
        "Tables of other libraries need narwhals, which is not installed here or cannot be loaded.",
        'Install it with: pip install "narwhals>=2.28"',
    ),
    "sheet_rows": (
        "from_openpyxl",
        "Excel workbooks need openpyxl, which is not installed here or cannot be loaded.",
        'Install it with: pip install "openpyxl>=3.1"',
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
