"""`Part`: what one page of a figure of many pages is of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """The words for a page, the boxes and frames at home on it, and its guests, which are at home on another.

    `links` are those that stand on it, by their ends. `opened` are the wholes that it shows by all their
    parts, None where the model says which; then `closed` are those that are closed all the same.
    """

    title: str
    home: frozenset[str]
    guests: frozenset[str] = frozenset()
    links: frozenset[tuple[str, str]] = frozenset()
    opened: frozenset[str] | None = None
    closed: frozenset[str] = frozenset()
