"""Where something stands in a file, so that every message can point at it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Place"]


class Place(NamedTuple):
    """A position in a text.

    `file` is the path as the user gave it, or "<text>" for a text without a file; `line` and `column` count
    from 1; `width` is how many characters the marked word covers on its line (at least 1).
    """

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
