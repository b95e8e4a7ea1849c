"""The refusal of a table that a library cannot read, without the library's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from toc.errors import TocError

__all__ = ["telling"]


@contextmanager
def telling(message: str, hint: str) -> Iterator[None]:
    """Turn whatever a library raises into one `TocError`: its words may quote a cell, and a cell a person."""
    try:
        yield
    except TocError:
        raise
    except Exception:  # noqa: BLE001  # libraries raise anything, and none of it may be shown
        raise TocError(message, hint=hint) from None
