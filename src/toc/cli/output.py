"""What the command says, on its two streams, whether or not anybody reads it to the end."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

import click

from toc.errors import TocError

__all__ = ["in_colour", "one_reader", "open_streams", "say", "say_wrote", "warn"]


def open_streams() -> None:
    """Let every letter through: UTF-8 into files and pipes; a terminal shows "?" for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def in_colour() -> bool:
    """Say whether somebody reads this on a terminal that shows colour, and has not asked for none (NO_COLOR)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def one_reader() -> bool:
    """Say whether both streams go to a terminal, so that a warning beside what is said would be read twice."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def say(text: str) -> None:
    """Write a text to the standard output; a reader who has gone away changes nothing, not even the exit code."""
    try:
        click.echo(text, nl=not text.endswith("\n"))
    except BrokenPipeError:
        # What is still in the buffer would be written, and fail again, when the program ends.
        _close_output()
    except OSError as error:
        _close_output()
        reason = f"{error.strerror or 'the output is closed'}".lower()
        raise TocError(f"What was found cannot be written: {reason}.", hint="Nothing of it counts.") from None


def say_wrote(path: object) -> None:
    """Write one line that names a file which was made, whatever characters its name may hold."""
    say(f"Wrote {_one_line(str(path))}")


def _close_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(message: str) -> None:
    """Write one line to the standard error, whatever characters a file's name or a label may hold.

    Where it cannot be written nobody is told, and the exit code stays.
    """
    with suppress(OSError):
        click.echo(f"toc: {_one_line(message)}", err=True)


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
