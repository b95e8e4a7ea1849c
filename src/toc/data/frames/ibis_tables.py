"""`IbisTables`: tables that a database works out once and keeps for the session that asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import Any

import narwhals as nw

from toc.data.frames.sql_literal import sql_literal

__all__ = ["IbisTables"]

_KINDS = {nw.String(): "string", nw.Int64(): "int64", nw.Float64(): "float64"}
_ROWS = 1000
"""How many rows are said in one statement."""


class IbisTables:
    """Temporary tables of the session of an Ibis table, which no other session can see.

    Each is made empty, in a transaction of its own that reads nothing, and then filled: so PostgreSQL fills it
    under the same promise to write nothing else as it reads.
    """

    def __init__(self, source: nw.LazyFrame[Any]) -> None:
        self._backend = source.to_native().get_backend()
        self._names: list[str] = []

    def stored(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Work a table out now."""
        asked = frame.to_native()
        held = self._made(asked.schema())
        self._say(f"INSERT INTO {self._names[-1]} {self._backend.compile(asked)}")
        self._look_at_last()
        return held

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> nw.LazyFrame[Any]:
        """Return a small table that the session holds."""
        held = self._made({name: _KINDS[kind] for name, kind in schema.items()})
        rows = [f"({', '.join(map(sql_literal, row))})" for row in zip(*columns.values(), strict=True)]
        for at in range(0, len(rows), _ROWS):
            some = ", ".join(rows[at : at + _ROWS])
            self._say(f"INSERT INTO {self._names[-1]} VALUES {some}")  # noqa: S608  # quoted literals
        self._look_at_last()
        return held

    def forget(self) -> None:
        """Drop the tables; those of a session that has ended are gone already."""
        with suppress(Exception):
            for name in self._names:
                with self._writing():
                    self._say(f"DROP TABLE IF EXISTS {name}")

    def _made(self, schema: Any) -> nw.LazyFrame[Any]:
        """Make an empty table, the last of the names."""
        name = f"toc_{token_hex(8)}"
        with self._writing():
            held: nw.LazyFrame[Any] = nw.from_native(self._backend.create_table(name, schema=schema, temp=True))
        self._names.append(name)
        return held

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let PostgreSQL make or drop a temporary table in a session that otherwise only reads."""
        if self._backend.name != "postgres":
            yield
            return
        with self._backend.begin() as cursor:
            cursor.execute("SET TRANSACTION READ WRITE")
            yield

    def _look_at_last(self) -> None:
        """Let PostgreSQL see how much a new table holds: by itself it never looks at temporary ones."""
        if self._backend.name == "postgres":
            self._say(f"ANALYZE {self._names[-1]}")

    def _say(self, statement: str) -> None:
        if self._backend.name != "postgres":
            self._backend.raw_sql(statement)
            return
        with self._backend.begin() as cursor:
            cursor.execute(statement)
