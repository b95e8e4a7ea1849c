"""What has a name: a file, a folder, something else or nothing."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from errno import EACCES, EPERM
from pathlib import Path
from typing import Literal

from toc.errors import TocError

__all__ = ["Kind", "each_once", "kind_of", "resolved"]

Kind = Literal["file", "folder", "other", "closed", ""]


def kind_of(path: str | Path) -> Kind:
    """Return what a path names, links followed; this never raises.

    "closed" is what lies in a folder that may not be looked into. "" is nothing: there is none of that name, no
    file can have such a name, or it is a link that leads nowhere or to itself.
    """
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        return "closed" if error.errno in (EACCES, EPERM) else ""
    except ValueError:
        return ""
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "other"


def each_once(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths without those that name a file that one before them names, be it by way of a link."""
    first: dict[str | Path, str] = {}
    for path in paths:
        first.setdefault(_identity(path), path)
    return tuple(first.values())


def resolved(path: str | Path) -> Path:
    """Return the whole path of what a path names, links followed, whether or not it is there.

    Raises `TocError` for a link that leads to itself, and for what no file can be called.
    """
    try:
        return Path(path).resolve()
    except (OSError, RuntimeError):
        raise TocError(f"{path} is a link that leads to itself.", hint="Name the file itself.") from None
    except ValueError:
        raise TocError("That is not a file name.", hint="A name cannot hold a NUL character.") from None


def _identity(path: str) -> str | Path:
    try:
        return resolved(path)
    except TocError:
        return path
