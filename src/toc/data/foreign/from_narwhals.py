"""Rows of tables of pandas, polars, pyarrow and DuckDB, by way of narwhals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals as nw

from toc.data.foreign.refusal import telling
from toc.data.table_rows import TEXT_LIMIT, TableRows, too_large
from toc.errors import TocError

__all__ = ["CELLS", "frame_rows"]

Narwhal = nw.DataFrame[Any] | nw.LazyFrame[Any]

CELLS = 20_000_000
"""How many cells of a file are held at most."""

_HINT = "Look at it in the program that it comes from; it must be a table with named columns."


def frame_rows(frame: Any, name: str) -> TableRows[object]:
    """Return the headings and the values of a table; rows are numbered by their position, from 1.

    Dates become text while they are still the library's own, since Python has no year 13089 and one such cell
    would take the whole table with it. `name` is what errors call the table. Raises `TocError` for what is no
    table, is too large, or cannot be worked out.
    """
    with telling(f"What stands in {name} cannot be read.", _HINT):
        table = _table(frame, name)
        schema = table.collect_schema()
        days = [column for column, kind in schema.items() if isinstance(kind, nw.Date | nw.Datetime)]
        dated = table.with_columns(nw.col(column).dt.to_string("%Y-%m-%d") for column in days)
        values = _values(dated, [column for column, kind in schema.items() if isinstance(kind, nw.String)], name)
        rows = tuple(enumerate(map(tuple, values), start=1))
    return TableRows(tuple(map(str, schema.names())), rows)


def _table(frame: Any, name: str) -> Narwhal:
    columns = frame.columns if hasattr(frame, "fetchall") else ()
    if len(set(columns)) < len(columns):
        raise _doubled(name)
    try:
        table: Narwhal = nw.from_native(frame)
    except nw.exceptions.DuplicateError:
        raise _doubled(name) from None
    if isinstance(table, nw.LazyFrame) and table.implementation is nw.Implementation.POLARS:
        return table.collect()
    return table


def _doubled(name: str) -> TocError:
    return TocError(f"Two columns of {name} have the same name.", hint="Give every column a name of its own.")


def _values(table: Narwhal, texts: list[str], name: str) -> Iterable[tuple[Any, ...]]:
    """Return the rows of a table that is small enough to be held."""
    lengths = (nw.col(column).str.len_chars().sum().alias(f"letters {at}") for at, column in enumerate(texts))
    if isinstance(table, nw.DataFrame):
        return table.iter_rows()
    [(rows, *letters)] = table.select(nw.len().alias("rows"), *lengths).to_native().fetchall()
    if rows * len(table.collect_schema()) > CELLS or sum(filter(None, letters)) > TEXT_LIMIT:
        raise too_large(name)
    found: Iterable[tuple[Any, ...]] = table.to_native().fetchall()
    return found
