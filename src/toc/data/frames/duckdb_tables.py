"""`DuckdbTables`: temporary tables of a connection to DuckDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import narwhals as nw

from toc.data.frames.sql_literal import sql_literal
from toc.data.frames.sql_name import ASKED, new_sql_name

__all__ = ["DuckdbTables"]

_TYPES = {nw.String(): "VARCHAR", nw.Int64(): "BIGINT", nw.Float64(): "DOUBLE"}

_APART = "\x1f"
"""Stands between the values of a list; hardly any text has it."""


class DuckdbTables:
    """Temporary tables of the connection of a relation."""

    def __init__(self, source: nw.LazyFrame[Any]) -> None:
        self._beside = _beside(source.to_native())
        self._names: list[str] = []

    def stored(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Work a table out now."""
        name = self._new_name()
        frame.to_native().query(ASKED, f"CREATE TEMP TABLE {name} AS FROM {ASKED}")
        return self._named(name)

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> nw.LazyFrame[Any]:
        """Return a small table that the connection holds."""
        parts = (
            f"unnest({_listed(values)}::{_TYPES[kind]}[]) AS {name}"
            for (name, values), kind in zip(columns.items(), schema.dtypes(), strict=True)
        )
        name = self._new_name()
        self._beside.query(ASKED, f"CREATE TEMP TABLE {name} AS SELECT {', '.join(parts)}")
        return self._named(name)

    def forget(self) -> None:
        """Drop all that was made; what stood in a connection that is closed is gone already."""
        with suppress(Exception):
            for name in self._names:
                self._beside.query(ASKED, f"DROP TABLE IF EXISTS temp.{name}")
            # Before DuckDB 2 a view of that name stays behind.
            self._beside.query(ASKED, f"DROP VIEW IF EXISTS {ASKED}")

    def _new_name(self) -> str:
        self._names.append(new_sql_name())
        return self._names[-1]

    def _named(self, name: str) -> nw.LazyFrame[Any]:
        held: nw.LazyFrame[Any] = nw.from_native(self._beside.query(ASKED, f"FROM {name}"))
        return held


def _beside(relation: Any) -> Any:
    """Return a relation of the same connection over a row of its own.

    Whatever is asked by way of a relation looks at its source first, at a file for one; here there is none.
    """
    row = relation.query(ASKED, "SELECT 0 AS nothing")
    return row.materialize() if hasattr(row, "materialize") else row.execute()  # its name before DuckDB 2


def _listed(values: Sequence[object]) -> str:
    """Return a list as SQL says it: one text to be taken apart, as many literals would take ten times as long."""
    texts = [value if isinstance(value, str) else repr(value) for value in values]
    if not texts or any(_APART in text for text in texts):
        return f"[{', '.join(map(sql_literal, values))}]"
    return f"string_split({sql_literal(_APART.join(texts))}, {sql_literal(_APART)})"
