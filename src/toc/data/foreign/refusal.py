"""The refusal of a table that a library cannot read or find, without the library's own words."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from toc.errors import TocError

__all__ = ["room_or_kind", "telling", "unknown_table"]

_NAMED = 5
_QUOTING = ("SQLQueryContextLogger", "py4j")
"""Logs of PySpark in Python; the first quotes the cell that a query fails at, the second all that Java answers."""

_STOPPED = ("Query interrupted", "INTERRUPT Error: Interrupted!")
"""What DuckDB says where somebody pressed Ctrl+C, which it keeps to itself."""

_NO_ROOM = ("OutOfMemoryException", "IOException")
"""The errors of DuckDB where it has too little memory or cannot write to the disk."""


@contextmanager
def telling(message: str, hint: str | Callable[[Exception], str]) -> Iterator[None]:
    """Turn whatever a library raises into one `TocError`: its words may quote a cell, and a cell a person.

    `hint` may depend on what is raised, as that of `room_or_kind` does. Nor is seen what the library
    warns of or writes into a log of its own. Ctrl+C stays what it is.
    """
    try:
        with _unquoted():
            yield
    except TocError:
        raise
    except Exception as error:  # noqa: BLE001  # libraries raise anything, and none of it may be shown
        if str(error) in _STOPPED:
            raise KeyboardInterrupt from None
        raise TocError(message, hint=hint if isinstance(hint, str) else hint(error)) from None


def room_or_kind(room: str) -> Callable[[Exception], str]:
    """Return what is advised where a library cannot count: `room` for want of memory or disk.

    Of any other error the kind is named, and nothing else of it.
    """

    def hint(error: Exception) -> str:
        if _lacks_room(error):
            return room
        kind = type(error).__name__
        return f"The library that counts it ends with {kind}. Save it as a CSV or Parquet file, and give that."

    return hint


def _lacks_room(error: Exception) -> bool:
    if isinstance(error, ConnectionError | TimeoutError):
        return False
    names = {kind.__name__ for kind in type(error).__mro__ if "duckdb" in kind.__module__}
    return isinstance(error, MemoryError | OSError) or not names.isdisjoint(_NO_ROOM)


@contextmanager
def _unquoted() -> Iterator[None]:
    logs = {log: log.level for log in map(logging.getLogger, _QUOTING)}
    for log in logs:
        log.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for log, level in logs.items():
            log.setLevel(level)


def unknown_table(name: str, known: list[str]) -> TocError:
    """Return the refusal of a table that the database of this name does not have, with some that it has."""
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    hint = f"It has: {', '.join(known[:_NAMED])}{more}." if known else "It has no table at all."
    return TocError(f"{name} has no table of that name.", hint=hint)
