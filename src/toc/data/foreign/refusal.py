"""The refusal of a table that a library cannot read or find, without the library's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from toc.errors import TocError

__all__ = ["telling", "unknown_table"]

_NAMED = 5


@contextmanager
def telling(message: str, hint: str) -> Iterator[None]:
    """Turn whatever a library raises into one `TocError`: its words may quote a cell, and a cell a person."""
    try:
        yield
    except TocError:
        raise
    except Exception:  # noqa: BLE001  # libraries raise anything, and none of it may be shown
        raise TocError(message, hint=hint) from None


def unknown_table(name: str, known: list[str]) -> TocError:
    """Return the refusal of a table that the database of this name does not have, with some that it has."""
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    hint = f"It has: {', '.join(known[:_NAMED])}{more}." if known else "It has no table at all."
    return TocError(f"{name} has no table of that name.", hint=hint)
