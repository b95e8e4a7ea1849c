"""Tables that are too large to become rows of Python, or that nobody needs to be rows."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from toc.data import foreign, frames
from toc.data.data_origin import file_and_sheet, native_of
from toc.data.database_address import DatabaseAddress, database_address, is_address
from toc.data.foreign.refusal import telling
from toc.data.table_rows import TEXT_LIMIT
from toc.errors import TocError
from toc.files import read_start

if TYPE_CHECKING:
    from toc.data.frames.table_frame import TableFrame

__all__ = ["CSV_BYTES", "ROWS", "large_table"]

ROWS = 50_000
"""A table with more rows is counted by the library that holds it."""

CSV_BYTES = 5_000_000
"""A CSV file with more bytes, which are about as many rows, is given to DuckDB."""

_FRAMES = {"pandas", "polars", "pyarrow", "duckdb", "_duckdb", "narwhals", "pyspark"}
_COUNTING = {"postgres"}
"""The kinds of addresses whose databases count what they hold; from others rows are read."""

_GIVEN = "the table given"
_HINT = "Look at it in the program that it comes from; it must be a table with named columns."
_ASKED = "Look whether its user may read it, and whether it can be read in the database itself."


def large_table(source: object) -> TableFrame | None:
    """Return a table that is counted where it is; None for what is read row by row.

    Files need duckdb and narwhals for it, databases Ibis and narwhals, tables of other libraries narwhals; without
    them they are read row by row. Raises `TocError` where a table cannot be read, or two of its columns have the
    same name.
    """
    if isinstance(source, str | os.PathLike):
        return _large_file(os.fspath(source)) if _installed("duckdb", "narwhals") else None
    if not _installed("narwhals"):
        return None
    return _large_frame(native_of(source))


def _installed(*libraries: str) -> bool:
    return all(find_spec(library) is not None for library in libraries)


def _is_of(source: object, libraries: set[str]) -> bool:
    return any(kind.__module__.partition(".")[0] in libraries for kind in type(source).__mro__)


def _large_frame(source: Any) -> TableFrame | None:
    if _is_of(source, {"ibis"}):
        return _large_ibis(source, _GIVEN, _HINT)
    if not _is_of(source, _FRAMES):
        return None
    with telling(f"What stands in {_GIVEN} cannot be read.", _HINT):
        return frames.large_columns(source, _GIVEN, ROWS)


def _large_ibis(source: Any, name: str, hint: str) -> TableFrame | None:
    with telling(f"What stands in {name} cannot be read.", hint):
        table = foreign.lettered_table(source)
        return None if table is None else frames.large_columns(table, name, ROWS)


def _large_address(address: DatabaseAddress) -> TableFrame | None:
    if address.kind not in _COUNTING or not _installed("ibis"):
        return None
    held = foreign.open_table(address)
    table = _large_ibis(held.table, address.name, _ASKED)
    if table is None:
        held.close()
        return None
    return replace(table, close=held.close)


def _large_file(text: str) -> TableFrame | None:
    if text.casefold().startswith("duckdb:///"):
        place, _, table = text[len("duckdb://") :].partition("#")
        path = Path(unquote(place[1:]))
        is_database = _size(path) > 0 and read_start(path, 12)[8:] == b"DUCK"
        name = f"{path.name}#{unquote(table)}"
        return frames.large_database(path, unquote(table), name, ROWS) if is_database else None
    if is_address(text):
        return _large_address(database_address(text))
    path, _ = file_and_sheet(text)
    if path.suffix.casefold() == ".xlsx":
        return None
    if path.suffix.casefold() == ".parquet":
        is_parquet = _size(path) > 0 and read_start(path, 4) == b"PAR1"
        return frames.large_parquet(path, path.name, ROWS) if is_parquet else None
    return _large_csv(path)


def _large_csv(path: Path) -> TableFrame | None:
    size = _size(path)
    if size <= CSV_BYTES:
        return None
    table = frames.large_csv(path, path.name)
    if table is None and size > TEXT_LIMIT:
        raise TocError(
            f"{path.name} is too large to be read row by row, and is no plain CSV in UTF-8 with as many cells in "
            "every row.",
            hint="Save it as Parquet, or split it: a smaller file is read row by row, and its bad rows are named.",
        )
    return table


def _size(path: Path) -> int:
    """Return the size of a file in bytes, 0 where there is none."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):
        return 0
