"""Whole paths: by which one file is the same however it is spelt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toc.errors import TocError

__all__ = ["each_once", "resolved", "working_folder"]


def working_folder() -> Path:
    """Return the folder that the user is in. Raises `TocError` where it has been taken away."""
    try:
        return Path.cwd()
    except OSError:
        raise TocError("The folder that you are in is gone.", hint="Go to another one.") from None


def resolved(path: str | Path) -> Path:
    """Return the whole path of what a path names, links followed, whether or not it is there.

    Raises `TocError` for a link that leads to itself, for what no file can be called, and as `working_folder`.
    """
    if not Path(path).is_absolute():
        working_folder()
    try:
        return Path(path).resolve()
    except (OSError, RuntimeError):
        raise TocError(f"{path} is a link that leads to itself.", hint="Name the file itself.") from None
    except ValueError:
        raise TocError("That is not a file name.", hint="A name cannot hold a NUL character.") from None


def each_once(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths without those that name a file that one before them names, be it by way of a link."""
    first: dict[str | Path, str] = {}
    for path in paths:
        first.setdefault(_identity(path), path)
    return tuple(first.values())


def _identity(path: str) -> str | Path:
    try:
        return resolved(path)
    except TocError:
        return path
