"""A file that is made and never replaced."""

from __future__ import annotations

import os
from pathlib import Path

from toc.errors import TocError
from toc.files.kinds import kind_of
from toc.files.reading import read_bytes
from toc.files.writing import write_bytes

__all__ = ["check_free", "write_new", "write_once"]


def check_free(path: str | Path) -> None:
    """Raise `TocError` where something of that name is there already, be it a link that leads nowhere."""
    if os.path.lexists(path):
        raise TocError(f"{path} is there already.", hint="Give another name, or move the old one away.")


def write_new(path: str | Path, content: bytes) -> Path:
    """Write a file that was not there before; return its path.

    Raises `TocError` where something of that name is there already, where its folder does not exist, or where it
    cannot be written.
    """
    check_free(path)
    return write_bytes(path, content)


def write_once(path: str | Path, content: bytes) -> bool:
    """Write a file unless it is there already with this very content; return whether it was written.

    Raises `TocError` where something else of that name is there, or where it cannot be written.
    """
    target = Path(path)
    size = len(content)
    if kind_of(target) == "file" and target.stat().st_size == size and read_bytes(target, limit=size) == content:
        return False
    write_new(target, content)
    return True
