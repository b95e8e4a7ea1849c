"""Whether an entry or a link asks itself to leave out what a rule finds about it."""

from __future__ import annotations

from datetime import date

from toc.model import Entry, Ignore, Link
from toc.validation.named_rules import code_named

__all__ = ["has_expired", "ignores"]


def ignores(holder: Entry | Link, code: str, today: date) -> bool:
    """Say whether a rule is ignored there, by its code or its name, on this day."""
    return any(code_named(one.code) == code and not has_expired(one, today) for one in holder.ignore)


def has_expired(ignore: Ignore, today: date) -> bool:
    """Say whether the month or day up to which it holds has passed."""
    until = ignore.until
    return until is not None and until < today.isoformat()[: len(until)]
