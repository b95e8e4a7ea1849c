"""The files beside a path that have its name with a number behind it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

__all__ = ["numbered_files"]


def numbered_files(path: Path) -> tuple[Path, ...]:
    """Return "figure-1.svg", "figure-02.svg" and so on beside "figure.svg", by their numbers.

    There are none where the folder cannot be read.
    """
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        for entry in path.parent.iterdir():
            name, _, number = entry.stem.rpartition("-")
            if (name, entry.suffix) == (path.stem, path.suffix) and number.isdecimal() and number.isascii():
                found.append((int(number[:9]), entry))
    return tuple(entry for _, entry in sorted(found))
