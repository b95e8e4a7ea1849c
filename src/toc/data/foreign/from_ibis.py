"""Rows of tables of databases that Ibis knows, which are read and never written."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import entry_points
from typing import Any

import ibis

from toc.data.database_address import DatabaseAddress
from toc.data.foreign.from_narwhals import frame_rows
from toc.data.foreign.refusal import telling, unknown_table
from toc.data.table_rows import TableRows
from toc.errors import TocError

__all__ = ["address_rows"]

_FIRST = {
    # Ibis sets UTC, in which the midnight of a summer's day is the day before.
    "postgres": ("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "RESET TimeZone"),
    "sqlite": ("PRAGMA query_only = ON",),
}
"""What is said to a database before anything is asked of it."""

_OPTIONS = {"postgres": {"connect_timeout": "15"}}
_DRIVERS = {"postgres": '"ibis-framework[postgres]>=12.0" "psycopg[binary]>=3.2"'}


def address_rows(address: DatabaseAddress) -> TableRows[object]:
    """Return the headings and values of a table or view of a database.

    PostgreSQL and SQLite are asked in a session that may only read. The name of the table is quoted, never made
    a part of a question. Days are those of the time zone of the database. Raises `TocError` where Ibis knows no
    such database, its driver is missing, nobody answers or lets us in, or it has no such table.
    """
    hint = "Look whether its user may read it, and whether it can be read in the database itself."
    with _connection(address) as connection:
        with telling(f"{address.name} cannot be read.", hint):
            table = _table(connection, address)
        return frame_rows(table, address.name, hint)


@contextmanager
def _connection(address: DatabaseAddress) -> Iterator[Any]:
    kind = address.kind
    if kind not in {entry.name for entry in entry_points(group="ibis.backends")}:
        raise TocError(
            "Ibis knows no database of the kind that the address begins with.",
            hint="Write postgres://user@host/database#table, or give the path of a file.",
        )
    hint = "Look at the host, the port, the database, the user and the password, and whether it answers."
    refused = f"{address.name} cannot be reached, or does not let you in."
    with telling(refused, hint), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they may quote an address
        connection = _opened(address)
    try:
        with telling(refused, hint):
            for statement in _FIRST.get(address.kind, ()):
                connection.raw_sql(statement).close()
        yield connection
    finally:
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
