"""Tables of other libraries held and fetched in each library's own way, where narwhals has no common one."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import narwhals as nw

from toc.data.frames.duckdb_tables import DuckdbTables
from toc.data.frames.ibis_tables import IbisTables
from toc.data.frames.spark_tables import SparkTables
from toc.data.frames.trimmed_text import trimmed

__all__ = ["KeptFrames", "Narwhal", "fetched", "is_distant", "with_positions"]

Narwhal = nw.DataFrame[Any] | nw.LazyFrame[Any]

_KINDS = {str: nw.String(), int: nw.Int64(), float: nw.Float64()}


def is_distant(frame: Narwhal) -> bool:
    """Tell a table of PySpark or Ibis, whose rows have no order, from those of other libraries."""
    return isinstance(frame, nw.LazyFrame) and not frame.implementation.is_duckdb()


def fetched(frame: Narwhal) -> list[tuple[Any, ...]]:
    """Return the rows of a small table."""
    if isinstance(frame, nw.LazyFrame) and frame.implementation.is_duckdb():
        rows: list[tuple[Any, ...]] = frame.to_native().fetchall()
        return rows
    return (frame.collect() if isinstance(frame, nw.LazyFrame) else frame).rows()


def with_positions(frame: Narwhal) -> Narwhal:
    """Return a table with the positions of its rows, from 1, as the column `row`.

    Rows of PySpark and Ibis have none: theirs are numbered person by person, which tells those of one apart.
    """
    if isinstance(frame, nw.DataFrame):
        return frame.with_row_index("row").with_columns(nw.col("row").cast(nw.Int64) + 1)
    if is_distant(frame):
        return _by_person(frame)
    counted: nw.LazyFrame[Any] = nw.from_native(frame.to_native().project("*, row_number() OVER () AS row"))
    return counted


def _by_person(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Number rows by all that they say, so that they have the same numbers whenever they are asked."""
    schema = frame.collect_schema()
    person = nw.col("person")
    apart = trimmed(person) if isinstance(schema["person"], nw.String) else person
    single = frame.with_columns(apart.alias("apart"), nw.lit(1, nw.Int64).alias("row"))
    return single.with_columns(nw.col("row").cum_sum().over("apart", order_by=schema.names())).drop("apart")


class _Keeper(Protocol):
    """Where tables are kept that are asked several times."""

    def stored(self, frame: Any) -> Any:
        """Work a table out now."""

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> Any:
        """Return a small table, held as the source is."""

    def forget(self) -> None:
        """Drop what is held elsewhere."""


class _InMemory:
    """Tables of a library that has worked them out already."""

    def __init__(self, source: nw.DataFrame[Any]) -> None:
        self._library = source.implementation

    def stored(self, frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
        """Return the table as it is."""
        return frame

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> nw.DataFrame[Any]:
        """Return a small table of the library."""
        return nw.from_dict(dict(columns), schema, backend=self._library)

    def forget(self) -> None:
        """Do nothing: memory is given back by itself."""


class KeptFrames:
    """Tables that are worked out once and kept beside the one that they come from, until nobody asks for them.

    Those of DuckDB and of databases are temporary tables of the connection, which are dropped, or closed with
    `close`; Spark keeps its own, and other libraries hold them in memory.
    """

    def __init__(self, source: Narwhal, close: Callable[[], None] | None = None) -> None:
        self._keeper = _keeper(source)
        weakref.finalize(self, close or self._keeper.forget)

    def __repr__(self) -> str:
        return f"KeptFrames({type(self._keeper).__name__})"

    def stored(self, frame: Narwhal) -> Narwhal:
        """Work a table out now, so that it is not worked out again whenever it is asked."""
        held: Narwhal = self._keeper.stored(frame)
        return held

    def table(self, columns: Mapping[str, Sequence[object]], types: Sequence[type]) -> Narwhal:
        """Return a small table of these columns of text, whole numbers or numbers, held as the source is."""
        schema = nw.Schema({name: _KINDS[each] for name, each in zip(columns, types, strict=True)})
        held: Narwhal = self._keeper.table(columns, schema)
        return held


def _keeper(source: Narwhal) -> _Keeper:
    if isinstance(source, nw.DataFrame):
        return _InMemory(source)
    if not is_distant(source):
        return DuckdbTables(source)
    return IbisTables(source) if source.implementation.is_ibis() else SparkTables(source)
