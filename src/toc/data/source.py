"""`Source`: where data may come from, and the `Table` that each gives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from toc.data import foreign
from toc.data.cell_text import cell_text
from toc.data.csv_rows import csv_rows
from toc.data.data_origin import file_and_sheet
from toc.data.database_address import DatabaseAddress, database_address, is_address
from toc.data.table import Row, Table, named_columns, plain_heading, table_of
from toc.data.table_rows import TEXT_LIMIT
from toc.errors import TocError
from toc.files import read_bytes, read_start

__all__ = ["Source", "read_table"]

Source = str | os.PathLike[str] | Iterable[Mapping[str, object]] | Any
"""The path of a CSV, Parquet or XLSX file, `duckdb:///file.db#table`, `postgres://user@host/database#table` or
what else Ibis connects to, rows as mappings of column names to values, or a table of pandas, polars, pyarrow,
DuckDB, PySpark or Ibis."""

_DATABASE = "duckdb:"
_FRAMES = {"pandas", "polars", "pyarrow", "duckdb", "_duckdb", "pyspark", "ibis", "narwhals"}


def read_table(source: Source) -> Table:
    """Read a file, a table of a database, or rows or a table from a notebook.

    Values may be text, numbers, dates or None; None, NaN, NaT and NA are missing. Rows of a CSV file or a sheet
    have the number of their line, others their position from 1. Raises `TocError` where there is nothing that
    can be read as a table, a library that it takes is missing, or two columns have the same name.
    """
    if isinstance(source, str | os.PathLike):
        return _from_name(os.fspath(source))
    if _is_frame(source):
        return table_of(foreign.frame_rows(source, "the table given"), "the table given")
    return _from_rows(source)


def _is_frame(source: object) -> bool:
    return any(kind.__module__.partition(".")[0] in _FRAMES for kind in type(source).__mro__)


def _from_name(text: str) -> Table:
    if text.casefold().startswith(_DATABASE):
        return _from_duckdb(text)
    if is_address(text):
        return _from_address(database_address(text))
    path, sheet = file_and_sheet(text)
    if path.suffix.casefold() == ".xlsx":
        return _from_workbook(path, sheet)
    if path.suffix.casefold() == ".parquet":
        return _from_parquet(path)
    return table_of(csv_rows(read_bytes(path, limit=TEXT_LIMIT), path.name), path.name)


def _from_workbook(path: Path, sheet: str) -> Table:
    content = read_bytes(path, limit=TEXT_LIMIT)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TocError(
            f"{path.name} is an older Excel file, or one with a password.",
            hint="Save it as .xlsx without a password, or as CSV in UTF-8.",
        )
    _check_content(path.name, "an Excel workbook", found=content.startswith(b"PK\x03\x04"))
    name = f"{path.name}#{sheet}" if sheet else path.name
    return table_of(foreign.sheet_rows(content, path.name, sheet), name)


def _from_parquet(path: Path) -> Table:
    _check_content(path.name, "a Parquet file", found=read_start(path, 4) == b"PAR1")
    return table_of(foreign.parquet_rows(path, path.name), path.name)


def _from_duckdb(text: str) -> Table:
    place, _, fragment = text[len(_DATABASE) :].partition("#")
    table = unquote(fragment)
    if not place.startswith("///") or not place[3:] or not table:
        raise TocError(
            "That is not the address of a table in a DuckDB file.",
            hint="Write duckdb:///cases.db#readings; a path from the root begins with four slashes.",
        )
    path = Path(unquote(place[3:]))
    _check_content(path.name, "a DuckDB database", found=read_start(path, 12)[8:] == b"DUCK")
    name = f"{path.name}#{table}"
    return table_of(foreign.database_rows(path, table, name), name)


def _from_address(address: DatabaseAddress) -> Table:
    if address.kind == "sqlite":
        found = read_start(address.path, 16) == b"SQLite format 3\0"
        _check_content(address.path.name, "an SQLite database", found=found)
    return table_of(foreign.address_rows(address), address.name)


def _check_content(name: str, kind: str, *, found: bool) -> None:
    if not found:
        raise TocError(
            f"{name} is not what its name says: what it holds is not {kind}.",
            hint="Save it anew from the program that it comes from, or give the file its own ending.",
        )


def _from_rows(source: Iterable[Mapping[str, object]]) -> Table:
    listed = list(source) if isinstance(source, Iterable) else [None]
    if not all(isinstance(row, Mapping) for row in listed):
        raise TocError(
            "The data are neither the path of a file, a table, nor rows of named values.",
            hint="Give the path of a CSV, Parquet or XLSX file, a list of dictionaries, or a table of pandas, "
            'polars, pyarrow, DuckDB, PySpark or Ibis; from others, as frame.to_dict("records").',
        )
    if not listed:
        raise TocError("The data hold no rows.", hint="Give at least one row of named values.")
    mappings = [row for row in listed if row is not None]
    headings = tuple(dict.fromkeys(str(heading) for row in mappings for heading in row))
    rows = (
        Row(number, {plain_heading(str(heading)): cell_text(value) for heading, value in row.items()})
        for number, row in enumerate(mappings, start=1)
    )
    return Table("the rows given", named_columns(headings, "the rows given"), tuple(rows))
