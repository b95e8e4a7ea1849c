"""A line on the terminal that says what takes its time and how long it has, until it is done."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["at_work", "called"]

_SILENT = 2.0
"""For so many seconds nothing is said: most work is done by then."""

_LONGEST = 40
_USUAL_COLUMNS = 80


@contextmanager
def at_work(doing: str) -> Iterator[None]:
    """Say what is being done, on one line of the terminal that is written anew each second and erased at the end.

    Nothing is said in the first two seconds, nor where the standard error goes anywhere but to a terminal.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(doing, done, time.monotonic()), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def called(data: str) -> str:
    """Return what data are called on that line: the name of a file, since an address may hold a password."""
    if "://" in data:
        return "the database"
    name = "".join(letter if letter.isprintable() else " " for letter in Path(data).name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 3]}..."


def _tell(doing: str, done: threading.Event, begun: float) -> None:
    written = 0
    wait = _SILENT
    while not done.wait(wait):
        line = f"{doing}: {time.monotonic() - begun:.0f} s"[: _columns() - 1]
        _write(f"\r{line:<{written}}")
        written = len(line)
        wait = 1.0
    if written:
        _write(f"\r{'':<{written}}\r")


def _columns() -> int:
    """Return how wide the terminal is; some do not say."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_COLUMNS
    except (OSError, ValueError):
        return _USUAL_COLUMNS


def _write(text: str) -> None:
    """Write to the terminal; where it has gone away nobody waits for the line."""
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
