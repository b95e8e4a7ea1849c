"""Tables of databases that Ibis knows, which are read and never written."""

from __future__ import annotations

import weakref
from contextlib import closing, suppress
from importlib.metadata import entry_points
from typing import Any

import ibis

from toc.data.database_address import DatabaseAddress
from toc.data.foreign.from_narwhals import frame_rows
from toc.data.foreign.refusal import telling, unknown_table
from toc.data.table_rows import TableRows
from toc.errors import TocError

__all__ = ["OpenTable", "address_rows", "lettered_table", "open_table"]

_FIRST = {
    # Ibis sets UTC, in which the midnight of a summer's day is the day before.
    "postgres": ("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "RESET TimeZone"),
    "sqlite": ("PRAGMA query_only = ON",),
}
"""What is said to a database before anything is asked of it."""

_HINT = "Look whether its user may read it, and whether it can be read in the database itself."
_OPTIONS = {"postgres": {"connect_timeout": "15"}}
_DRIVERS = {"postgres": '"ibis-framework[postgres]>=12.0" "psycopg[binary]>=3.2"'}


def address_rows(address: DatabaseAddress) -> TableRows[object]:
    """Return the headings and values of a table or view of a database.

    PostgreSQL and SQLite are asked in a session that may only read. The name of the table is quoted, never made
    a part of a question. Days are those of the time zone of the database. Raises `TocError` where Ibis knows no
    such database, its driver is missing, nobody answers or lets us in, or it has no such table.
    """
    with closing(open_table(address)) as held:
        return frame_rows(held.table, address.name, _HINT)


class OpenTable:
    """A table or view of a database whose connection stays open until `close`, or until nobody asks for it."""

    def __init__(self, table: Any, connection: Any) -> None:
        self.table = table
        self._leaving = weakref.finalize(self, _leave, connection)

    def close(self) -> None:
        """End the connection, and all that the database keeps for it."""
        self._leaving()


def open_table(address: DatabaseAddress) -> OpenTable:
    """Find a table or view of a database, as `address_rows` does, for what asks it more than once."""
    connection = _connected(address)
    try:
        with telling(f"{address.name} cannot be read.", _HINT):
            return OpenTable(_table(connection, address), connection)
    except TocError:
        _leave(connection)
        raise


def lettered_table(table: Any) -> Any:
    """Return a table of Ibis whose text is told apart letter by letter, as Python does and not every column.

    None where counting in the database is not known to give what its rows give, or needs temporary tables that its
    user may not make: only DuckDB and PostgreSQL in UTF-8 are tried; SQLite reads no questions that are so long.
    """
    backend = table.get_backend()
    if backend.name not in _LETTERED or (backend.name == "postgres" and not _may_count(backend)):
        return None
    lettered = _LETTERED[backend.name]
    texts = {name: lettered(table[name]) for name, kind in table.schema().items() if kind.is_string()}
    return table.mutate(**texts) if texts else table


def _may_count(backend: Any) -> bool:
    """Tell whether a PostgreSQL knows every letter that is looked for, and whether its session may hold tables.

    It may not where its user has not the right, where it is a copy of another database, or amid what somebody
    began and has not ended.
    """
    if backend.con.info.transaction_status or backend.con.info.parameter_status("server_encoding") != "UTF8":
        return False
    with backend.begin() as cursor:
        return bool(cursor.execute(_MAY_HOLD).fetchone()[0])


_MAY_HOLD = "SELECT has_database_privilege(current_database(), 'TEMPORARY') AND NOT pg_is_in_recovery()"


def _as_it_is(text: Any) -> Any:
    return text


def _through_bytes(text: Any) -> Any:
    """Return text without the type of its column (char(9), citext, an enum) and its order of letters."""
    return _CONVERT_FROM(_CONVERT_TO(text.concat(""), "UTF8"), "UTF8")


_CONVERT_TO = ibis.udf.scalar.builtin(
    lambda _text, _encoding: None, name="convert_to", signature=(("string", "string"), "binary")
)
_CONVERT_FROM = ibis.udf.scalar.builtin(
    lambda _octets, _encoding: None, name="convert_from", signature=(("binary", "string"), "string")
)
_LETTERED = {"duckdb": _as_it_is, "postgres": _through_bytes}


def _connected(address: DatabaseAddress) -> Any:
    kind = address.kind
    if kind not in {entry.name for entry in entry_points(group="ibis.backends")}:
        raise TocError(
            "Ibis knows no database of the kind that the address begins with.",
            hint="Write postgres://user@host/database#table, or give the path of a file.",
        )
    hint = "Look at the host, the port, the database, the user and the password, and whether it answers."
    refused = f"{address.name} cannot be reached, or does not let you in."
    with telling(refused, hint):
        connection = _opened(address)
        try:
            for statement in _FIRST.get(address.kind, ()):
                connection.raw_sql(statement).close()
        except BaseException:
            _leave(connection)
            raise
    return connection


def _leave(connection: Any) -> None:
    with suppress(Exception):  # what was read is not less true because a goodbye failed
        connection.disconnect()


def _opened(address: DatabaseAddress) -> Any:
    try:
        return ibis.connect(address.place, **_OPTIONS.get(address.kind, {}))
    except ImportError:
        what = _DRIVERS.get(address.kind, f'"ibis-framework[{address.kind}]"')
        raise TocError(
            f"To read from {address.kind}, Ibis needs a driver that is not installed here or cannot be loaded.",
            hint=f"Install it with: pip install {what}",
        ) from None


def _table(connection: Any, address: DatabaseAddress) -> Any:
    try:
        return connection.table(address.table)
    except ibis.common.exceptions.TableNotFound:
        raise unknown_table(address.name.rpartition("#")[0], list(connection.list_tables())) from None
