"""What is said of an outcome that has no indicator of its own."""

from __future__ import annotations

from collections.abc import Collection

from toc.model import TheoryOfChange
from toc.scoring.measures import measured_in_whole
from toc.scoring.score_notes import IN_PARTS, IN_WHOLE, NOT_IN_MODEL

__all__ = ["note_without_indicator"]


def note_without_indicator(theory: TheoryOfChange, outcome: str, in_parts: Collection[str]) -> str:
    """Return where an outcome is measured instead, if anywhere; `in_parts` are those with measured parts."""
    if outcome in in_parts:
        return IN_PARTS
    return IN_WHOLE if measured_in_whole(theory, outcome) else NOT_IN_MODEL
