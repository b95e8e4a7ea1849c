"""Arrows that join what others join already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["shortcuts"]

_TOGETHER = 4096
"""So many ends are looked for in one pass: 10,000 boxes then take some 5 MB, whatever they look like."""


def shortcuts(
    after: Sequence[Sequence[int]], before: Sequence[Sequence[int]], order: Sequence[Sequence[int]]
) -> frozenset[tuple[int, int]]:
    """Return the arrows whose end is reached from their start without them as well.

    `before` is `after` turned round, and `order` what `components` returns for these arrows. An arrow with an end
    that lies on a circle is never returned. In a graph without circles these are the arrows that its transitive
    reduction leaves out (Aho, Garey and Ullman, The transitive reduction of a directed graph, 1972).
    """
    alone = (members[0] for members in order if len(members) == 1)
    wanted = [box for box in alone if len(before[box]) > 1]
    found: set[tuple[int, int]] = set()
    for first in range(0, len(wanted), _TOGETHER):
        bit = [0] * len(after)
        for position, end in enumerate(wanted[first : first + _TOGETHER]):
            bit[end] = 1 << position
        found.update(_found(after, order, bit))
    return frozenset(found)


def _found(
    after: Sequence[Sequence[int]], order: Sequence[Sequence[int]], bit: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the shortcuts to the boxes that have a bit; `beyond` are the bits of what follows at a distance."""
    reached = [0] * len(after)
    for members in reversed(order):
        next_to, beyond = 0, 0
        for box in members:
            for other in after[box]:
                next_to |= bit[other]
                beyond |= reached[other]
        if next_to & beyond and len(members) == 1:
            start = members[0]
            yield from ((start, end) for end in after[start] if bit[end] & beyond)
        for box in members:
            reached[box] = next_to | beyond
