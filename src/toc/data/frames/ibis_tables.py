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
_SQL_TYPES = {"string": "TEXT", "int64": "BIGINT", "float64": "DOUBLE PRECISION"}
_ROWS = 500
"""How many rows are said in one statement: SQLite takes none of more than a million letters."""


class IbisTables:
    """Temporary tables of the session of an Ibis table, which no other session can see.

    Each is made empty, in a transaction of its own that reads nothing, and then filled: so PostgreSQL fills it
    under the same promise to write nothing else as it reads. Where the session may make none, or is amid what
    somebody began, tables are worked out anew whenever they are asked.
    """

    def __init__(self, source: nw.LazyFrame[Any]) -> None:
        self._backend = source.to_native().get_backend()
        self._names: list[str] = []
        self._may_store = not _is_amid(self._backend)

    def stored(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Work a table out now."""
        asked = frame.to_native()
        made = self._made(asked.schema())
        if made is not None:
            self._say(f"INSERT INTO {self._names[-1]} {self._backend.compile(asked)}")
        held: nw.LazyFrame[Any] = nw.from_native(asked.view() if made is None else made)
        return held

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> nw.LazyFrame[Any]:
        """Return a small table, as constants of the question where the session may make none."""
        kinds = {name: _KINDS[kind] for name, kind in schema.items()}
        rows = [f"({', '.join(map(sql_literal, row))})" for row in zip(*columns.values(), strict=True)]
        made = self._made(kinds)
        for at in range(0, len(rows) if made is not None else 0, _ROWS):
            some = ", ".join(rows[at : at + _ROWS])
            self._say(f"INSERT INTO {self._names[-1]} VALUES {some}")  # noqa: S608  # quoted literals
        given = self._backend.sql(_constants(kinds, rows), schema=kinds) if made is None else made
        held: nw.LazyFrame[Any] = nw.from_native(given)
        return held

    def forget(self) -> None:
        """Drop the tables; those of a session that has ended are gone already."""
        with suppress(Exception):
            for name in self._names:
                with self._writing():
                    self._say(f"DROP TABLE IF EXISTS {name}")

    def _made(self, schema: Any) -> Any:
        """Make an empty table, the last of the names; None where the session may not."""
        if not self._may_store:
            return None
        name = f"toc_{token_hex(8)}"
        try:
            with self._writing():
                made = self._backend.create_table(name, schema=schema, temp=True)
        except Exception:  # noqa: BLE001  # no right to make tables, or a copy of a database that is only read
            self._may_store = False
            return None
        self._names.append(name)
        return made

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let PostgreSQL make or drop a temporary table in a session that otherwise only reads."""
        if self._backend.name != "postgres":
            yield
            return
        with self._backend.begin() as cursor:
            cursor.execute("SET TRANSACTION READ WRITE")
            yield

    def _say(self, statement: str) -> None:
        if self._backend.name == "duckdb":
            self._backend.raw_sql(statement)
            return
        with self._backend.begin() as cursor:
            cursor.execute(statement)


def _is_amid(backend: Any) -> bool:
    """Tell a session in which somebody began what they have not ended: that is not ours to end."""
    if backend.name == "postgres":
        return bool(backend.con.info.transaction_status)
    return bool(getattr(backend.con, "in_transaction", False))


def _constants(kinds: Mapping[str, str], rows: Sequence[str]) -> str:
    """Return a question whose answer are these rows, in the words of PostgreSQL and SQLite."""
    types = [_SQL_TYPES[kind] for kind in kinds.values()]
    cells = (
        f"CAST(column{at} AS {_SQL_TYPES[kind]}) AS {name}" for at, (name, kind) in enumerate(kinds.items(), 1)
    )
    empty = f"({', '.join(f'CAST(NULL AS {kind})' for kind in types)})"
    given = f"(VALUES {', '.join(rows or [empty])}) AS given"
    return f"SELECT {', '.join(cells)} FROM {given}{'' if rows else ' WHERE 1 = 0'}"  # noqa: S608  # quoted literals
