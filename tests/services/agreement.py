"""`Agreement`: how far the scores that come from one engine are those of plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

__all__ = ["SEEN", "Agreement"]


@dataclass(slots=True)
class Agreement:
    """How many tables were scored and how many scores compared, how many were equal, and how long a table took."""

    engine: str
    tables: int = 0
    compared: int = 0
    equal: int = 0
    seconds: list[float] = field(default_factory=list)


SEEN = pytest.StashKey[list[Agreement]]()
