"""Arrows that join what others join already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from toc.graph.cycles import components

__all__ = ["shortcuts"]

_TOGETHER = 4096
"""So many ends are looked for in one pass: 10,000 boxes then take some 5 MB, whatever they look like."""


def shortcuts(
    after: Sequence[Sequence[int]], before: Sequence[Sequence[int]], asked: Iterable[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Return those of the arrows `asked` whose end is reached from their start without them as well.

    `before` is `after` turned round, and an arrow of `asked` stands in both. An arrow with an end that lies on a
    circle is never returned. In a graph without circles these are the arrows that its transitive reduction
    leaves out (Aho, Garey and Ullman, The transitive reduction of a directed graph, 1972).
    """
    order = components(after, before)
    alone = bytearray(len(after))
    for members in order:
        alone[members[0]] = len(members) == 1
    candidates: dict[int, list[int]] = {}
    for start, end in asked:
        if alone[start] and alone[end] and len(after[start]) > 1:
            candidates.setdefault(start, []).append(end)
    wanted = sorted({end for ends in candidates.values() for end in ends})
    found: set[tuple[int, int]] = set()
    for first in range(0, len(wanted), _TOGETHER):
        bit = {end: 1 << position for position, end in enumerate(wanted[first : first + _TOGETHER])}
        reached = _reached(after, order, bit)
        for start, ends in candidates.items():
            beyond = reduce(or_, (reached[other] for other in after[start]))
            found.update((start, end) for end in ends if bit.get(end, 0) & beyond)
    return frozenset(found)


def _reached(after: Sequence[Sequence[int]], order: list[list[int]], bit: dict[int, int]) -> list[int]:
    """Return, box by box, the bits of the boxes that follow from it; on a circle its own as well."""
    reached = [0] * len(after)
    for members in reversed(order):
        together = 0
        for box in members:
            for other in after[box]:
                together |= reached[other] | bit.get(other, 0)
        for box in members:
            reached[box] = together
    return reached
