"""Stamps: by which one sees that a file has been saved since one last looked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

__all__ = ["Stamp", "stamps_of"]

Stamp = tuple[int, int] | None
"""The time of the last change in nanoseconds and the size in bytes; None where there is no such file."""


def stamps_of(paths: Iterable[str | Path]) -> dict[str, Stamp]:
    """Return the stamp of each path."""
    return {os.fspath(path): _stamp(path) for path in paths}


def _stamp(path: str | Path) -> Stamp:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
