"""`Slip`: one mistake in writing YAML."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Slip"]


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong and the way out, with the line, the column (both from 0) and the width of where it is."""

    message: str
    hint: str
    line: int
    column: int
    width: int = 1
