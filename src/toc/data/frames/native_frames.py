"""Tables of other libraries held and fetched in each library's own way, where narwhals has no common one."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any

import narwhals as nw

__all__ = ["KeptFrames", "Narwhal", "fetched", "with_positions"]

Narwhal = nw.DataFrame[Any] | nw.LazyFrame[Any]

_NUMBERS = count()
_SQL_TYPES = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE"}


def fetched(frame: Narwhal) -> list[tuple[Any, ...]]:
    """Return the rows of a small table."""
    if isinstance(frame, nw.DataFrame):
        return frame.rows()
    rows: list[tuple[Any, ...]] = frame.to_native().fetchall()
    return rows


def with_positions(frame: Narwhal) -> Narwhal:
    """Return a table with the positions of its rows, from 1, as the column `row`."""
    if isinstance(frame, nw.DataFrame):
        return frame.with_row_index("row").with_columns(nw.col("row").cast(nw.Int64) + 1)
    positions = frame.to_native().query("asked", "SELECT *, row_number() OVER () AS row FROM asked")
    counted: nw.LazyFrame[Any] = nw.from_native(positions)
    return counted


class KeptFrames:
    """Tables that are worked out once and kept beside the one that they come from, until nobody asks for them.

    Those of DuckDB are temporary tables of its connection, which are dropped, or closed with `close`; other
    libraries hold them in memory.
    """

    def __init__(self, source: Narwhal, close: Callable[[], None] | None = None) -> None:
        self._source = source
        self._names: list[str] = []
        if close is not None:
            weakref.finalize(self, close)
        elif isinstance(source, nw.LazyFrame):
            weakref.finalize(self, _drop, source.to_native(), self._names)

    def __repr__(self) -> str:
        return f"KeptFrames({len(self._names)})"

    def stored(self, frame: Narwhal) -> Narwhal:
        """Work a table out now, so that it is not worked out again whenever it is asked."""
        if isinstance(frame, nw.DataFrame):
            return frame
        name = self._new_name()
        frame.to_native().query("asked", f"CREATE TEMP TABLE {name} AS FROM asked")
        return self._named(name)

    def table(self, columns: Mapping[str, Sequence[object]], types: Sequence[type]) -> Narwhal:
        """Return a small table of these columns of text, whole numbers or numbers, held as the source is."""
        if isinstance(self._source, nw.DataFrame):
            kinds = {str: nw.String(), int: nw.Int64(), float: nw.Float64()}
            schema = {name: kinds[each] for name, each in zip(columns, types, strict=True)}
            return nw.from_dict(dict(columns), schema, backend=self._source.implementation)
        parts = (
            f"unnest([{', '.join(map(_literal, values))}]::{_SQL_TYPES[each]}[]) AS {name}"
            for (name, values), each in zip(columns.items(), types, strict=True)
        )
        name = self._new_name()
        self._source.to_native().query("asked", f"CREATE TEMP TABLE {name} AS SELECT {', '.join(parts)}")
        return self._named(name)

    def _new_name(self) -> str:
        self._names.append(f"toc_{next(_NUMBERS)}")
        return self._names[-1]

    def _named(self, name: str) -> Narwhal:
        held: nw.LazyFrame[Any] = nw.from_native(self._source.to_native().query("asked", f"FROM {name}"))
        return held


def _literal(value: object) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def _drop(relation: Any, names: list[str]) -> None:
    for name in names:
        relation.query("asked", f"DROP TABLE IF EXISTS temp.{name}")
