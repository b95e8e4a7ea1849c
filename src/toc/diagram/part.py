"""`Part`: what one page of a figure of many pages is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

__all__ = ["Part", "distinct_parts"]


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


def distinct_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts with a number behind each title that several of them have: labels need not differ."""
    every = tuple(parts)
    counts = Counter(part.title for part in every)
    told = Counter[str]()
    named = []
    for part in every:
        told[part.title] += 1
        title = f"{part.title} ({told[part.title]})" if counts[part.title] > 1 else part.title
        named.append(replace(part, title=title))
    return tuple(named)
