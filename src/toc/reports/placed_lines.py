"""Lines of text that say at their right end where in the files they come from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toc.files import working_folder
from toc.places import Place
from toc.reports.score_lines import columns_of, wrapped

__all__ = ["file_shown", "indented", "placed"]

_WIDTH = 80


def placed(text: str, place: Place | None, indent: str = "") -> Iterator[str]:
    """Yield a text in lines of at most 80 columns with `file:line` at the right, on a line of its own if need be.

    A file name that is longer than that is not cut. Without a place the text stands alone.
    """
    *lines, last = indented(text, indent)
    yield from lines
    where = f"{file_shown(place.file)}:{place.line}" if place else ""
    gap = _WIDTH - columns_of(last) - columns_of(where)
    if not where:
        yield last
    elif gap >= 2:
        yield last + " " * gap + where
    else:
        yield last
        yield " " * max(0, _WIDTH - columns_of(where)) + where


def indented(text: str, indent: str) -> Iterator[str]:
    """Yield a text in lines of at most 80 columns, all of them indented, all but the first by two more."""
    for line in wrapped(text, _WIDTH - len(indent), "  "):
        yield indent + line


def file_shown(file: str) -> str:
    """Return the name of a file as it is shown: from where the user is, if it lies below."""
    path, here = Path(file), working_folder()
    return str(path.relative_to(here)) if path.is_absolute() and path.is_relative_to(here) else file
