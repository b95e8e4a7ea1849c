"""Rows of Parquet files and of DuckDB's own files, which DuckDB opens for reading only."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from toc.data.foreign.from_narwhals import frame_rows
from toc.data.foreign.refusal import telling, unknown_table
from toc.data.table_rows import TableRows

__all__ = ["database_rows", "parquet_rows"]

_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def parquet_rows(path: Path, name: str) -> TableRows[object]:
    """Return the headings and values of one Parquet file; its name is never taken for a pattern of names."""
    with telling(f"{name} cannot be read as a Parquet file.", "Save it anew; it may be cut off or damaged."):
        only = re.sub(r"([*?\[])", r"[\1]", str(path.absolute()))
        with duckdb.connect(":memory:", config=_ALONE) as connection:
            return frame_rows(connection.read_parquet(only), name)


def database_rows(path: Path, table: str, name: str) -> TableRows[object]:
    """Return the headings and values of a table or view of a DuckDB file.

    The file is not changed, and a view in it may read no other file. Raises `TocError` where it has no such
    table.
    """
    hint = f"Close what else has {path.name} open, or give the table itself: connection.table(...)."
    with telling(f"{name} cannot be read from DuckDB.", hint):
        alone = {**_ALONE, "enable_external_access": False}
        with duckdb.connect(str(path.absolute()), read_only=True, config=alone) as connection:
            known = [str(found) for (found,) in connection.execute(_TABLES).fetchall()]
            if table.casefold() not in map(str.casefold, known):
                raise unknown_table(path.name, known)
            quoted = table.replace('"', '""')
            return frame_rows(connection.table(f'"{quoted}"'), name)


_TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
