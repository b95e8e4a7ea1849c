"""Rows of tables of pandas, polars, pyarrow, DuckDB, PySpark and Ibis, by way of narwhals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import narwhals as nw

from toc.data.foreign.refusal import telling
from toc.data.table_rows import TEXT_LIMIT, TableRows, too_large
from toc.errors import TocError

__all__ = ["CELLS", "frame_rows"]

Narwhal = nw.DataFrame[Any] | nw.LazyFrame[Any]
Values = Iterable[tuple[Any, ...]]

CELLS = 20_000_000
"""How many cells of a file are held at most."""

_HINT = "Look at it in the program that it comes from; it must be a table with named columns."
_KEPT = (nw.String, nw.Boolean, nw.Binary, nw.Float32, nw.Float64)
"""Kinds of cells that come from a database or a cluster as they are, with the whole numbers."""


def frame_rows(frame: Any, name: str, hint: str = _HINT) -> TableRows[object]:
    """Return the headings and the values of a table; rows are numbered by their position, from 1.

    Tables of PySpark and Ibis have no order of their own: their rows are put in the order of their columns, from
    left to right, missing cells last, so that the same table always has the same numbers. Dates become text while
    they are still the library's own, since Python has no year 13089 and one such cell would take the whole table
    with it. `name` is what errors call the table, and `hint` what they advise. Raises `TocError` for what is no
    table, is too large, or cannot be worked out.
    """
    with telling(f"What stands in {name} cannot be read.", hint):
        table = _table(frame, name)
        schema = table.collect_schema()
        values = _values(table, schema, name)
        rows = tuple(enumerate(map(tuple, values), start=1))
    return TableRows(tuple(map(str, schema.names())), rows)


def _table(frame: Any, name: str) -> Narwhal:
    told_late = hasattr(frame, "fetchall") or hasattr(frame, "sparkSession")
    columns = [str(column).casefold() for column in frame.columns] if told_late else []
    if len(set(columns)) < len(columns):
        raise _doubled(name)
    try:
        table: Narwhal = nw.from_native(frame)
    except nw.exceptions.DuplicateError:
        raise _doubled(name) from None
    if isinstance(table, nw.LazyFrame) and table.implementation.is_polars():
        return table.collect()
    return table


def _doubled(name: str) -> TocError:
    return TocError(f"Two columns of {name} have the same name.", hint="Give every column a name of its own.")


def _values(table: Narwhal, schema: nw.Schema, name: str) -> Values:
    """Return the rows of a table that is small enough to be held."""
    days = [column for column, kind in schema.items() if isinstance(kind, nw.Date | nw.Datetime)]
    dated = table.with_columns(*(nw.col(day).dt.to_string("%Y-%m-%d") for day in days)) if days else table
    if isinstance(dated, nw.DataFrame):
        return dated.iter_rows()
    if dated.implementation.is_duckdb():
        _check_size(dated, name)
        found: Values = dated.to_native().fetchall()
        return found
    return _distant(dated, name)


def _distant(table: nw.LazyFrame[Any], name: str) -> Values:
    """Return the rows of a database or a cluster in an order that is always the same.

    What Arrow could not take as it is, such as an exact number that is not one, comes as its text.
    """
    schema = table.collect_schema()
    told = [column for column, kind in schema.items() if not kind.is_integer() and not isinstance(kind, _KEPT)]
    texts = table.with_columns(*(nw.col(column).cast(nw.String) for column in told)) if told else table
    _check_size(texts, name)
    exact = [at for at, kind in enumerate(schema.dtypes()) if isinstance(kind, nw.Decimal)]
    return sorted(_numbered(texts.collect().iter_rows(), exact), key=_place)


def _numbered(rows: Values, exact: list[int]) -> Iterator[tuple[Any, ...]]:
    """Make numbers of the texts of exact numbers."""
    for row in rows:
        cells = list(row)
        for at in exact:
            cells[at] = None if cells[at] is None else Decimal(cells[at])
        yield tuple(cells)


def _place(row: tuple[Any, ...]) -> tuple[tuple[bool, Any], ...]:
    return tuple((True, 0) if cell is None or cell != cell else (False, cell) for cell in row)  # noqa: PLR0124  # NaN


def _check_size(table: nw.LazyFrame[Any], name: str) -> None:
    """Count before anything is fetched."""
    schema: Mapping[str, object] = table.collect_schema()
    texts = [column for column, kind in schema.items() if isinstance(kind, nw.String)]
    # An enum of PostgreSQL has no length before it becomes a text.
    told = [nw.concat_str(column, nw.lit("")).str.len_chars() for column in texts]
    lengths = (letters.sum().alias(f"letters {at}") for at, letters in enumerate(told))
    counts = table.select(nw.len().alias("rows"), *lengths)
    duck = counts.implementation.is_duckdb()
    [(rows, *letters)] = counts.to_native().fetchall() if duck else counts.collect().rows()
    if rows * len(schema) > CELLS or sum(filter(None, letters)) > TEXT_LIMIT:
        raise too_large(name)
