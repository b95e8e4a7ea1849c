"""Paths of files that one word stands for: a pattern, or a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from toc.errors import TocError
from toc.files.kinds import kind_of

__all__ = ["paths_called", "yaml_files_below"]

_SIGNS = re.compile(r"[*?\[]")


def paths_called(word: str) -> tuple[str, ...]:
    """Return the path that a word names, or, where there is none and it has `*`, `?` or `[`, all that it matches.

    `**` matches folders at any depth. What is hidden (its name begins with a dot) must be named as it is. They
    come in the order of their names; there are none where nothing matches. Raises `TocError` for what cannot be a
    pattern, and where `**` leads into a folder that cannot be read.
    """
    if not _SIGNS.search(word) or "\0" in word or os.path.lexists(word):
        return (word,)
    pattern = Path(word)
    start = Path(pattern.anchor)
    named = set(pattern.parts)
    try:
        found = list(start.glob(str(pattern.relative_to(start))))
    except ValueError:
        hint = "Write `**` between slashes, as in models/**/*.yaml."
        raise TocError(f"{word} is not a pattern.", hint=hint) from None
    except OSError as error:
        raise TocError(f"{word} cannot be looked for: {error.strerror or 'unknown reason'}.") from None
    if "**" in pattern.parts:
        _check_open(Path(*takewhile(lambda part: not _SIGNS.search(part), pattern.parts)))
    return tuple(sorted(str(path) for path in found if not _hidden(set(path.parts) - named)))


def _hidden(parts: set[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def _check_open(top: Path) -> None:
    """Raise `TocError` where a folder below `top` cannot be read: a pattern would pass it over in silence."""
    if kind_of(top) == "folder":
        for _ in _walked(str(top)):
            pass


def _walked(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a folder and those in it that are not hidden, each with the names of its files."""
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield here, names


def yaml_files_below(folder: str) -> tuple[str, ...]:
    """Return the files in a folder and the folders in it whose names end in `.yaml` or `.yml`, sorted by path.

    Hidden files and folders are left out, and links to folders are not followed. Raises `TocError` where one of
    the folders cannot be read.
    """
    found: list[Path] = []
    for here, names in _walked(folder):
        found.extend(Path(here, name) for name in names if name.endswith((".yaml", ".yml")) and name[0] != ".")
    return tuple(map(str, sorted(path for path in found if kind_of(path) in {"file", "closed"})))


def _refuse(error: OSError) -> None:
    raise TocError(f"{Path(error.filename)} cannot be read: {error.strerror or 'unknown reason'}.") from None
