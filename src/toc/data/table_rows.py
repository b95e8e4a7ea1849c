"""`TableRows`: the headings of a table and its numbered rows, before the cells are text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from toc.errors import TocError

__all__ = ["TEXT_LIMIT", "TableRows", "too_large"]

TEXT_LIMIT = 256 * 1024 * 1024
"""How many bytes of a file, or letters of its cells, are read at most."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class TableRows(Generic[T]):
    """The headings of a table and its `(number, cells)`, blank lines left out."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[T, ...]], ...]


def too_large(name: str) -> TocError:
    """Return the refusal of a table that holds more than memory is meant for."""
    return TocError(f"{name} holds more than is read at once.", hint="Split it, by site or by year.")
