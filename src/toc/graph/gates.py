"""Boxes that every way to another box goes through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

__all__ = ["gates"]

_START = 0
"""What stands before all starts in the tree of gates."""


def gates(before: Sequence[Sequence[int]], starts: Iterable[int], order: Sequence[Sequence[int]]) -> list[int]:
    """Return, box by box, the last other box that every way from `starts` to it goes through.

    It is -1 where there is none and where no way leads to the box; a box on a circle is never one, and a start
    has none. `before[n]` are the boxes from which an arrow leads to `n`, and `order` is what `components` returns.
    In a graph without circles these are the immediate dominators, found in one pass with the nearest common
    ancestor in the tree so far (Cooper, Harvey and Kennedy, A simple, fast dominance algorithm, 2001), which the
    jumps of `_Tree` keep short whatever the graph.
    """
    node = [_START] * len(before)  # of the tree, for boxes that are reached
    begin, tree = frozenset(starts), _Tree()
    for members in order:
        ways = {node[earlier] for box in members for earlier in before[box]}
        ways.discard(_START)
        is_start = not begin.isdisjoint(members)
        if ways or is_start:
            above = _START if is_start else reduce(tree.meeting, ways)
            grown = tree.grow(above, members[0] if len(members) == 1 else -1)
            for box in members:
                node[box] = grown
    return [tree.gate_above(place) for place in node]


class _Tree:
    """A tree that grows at its leaves, in which two nodes find where they meet in a few steps.

    Each node points to its parent and to one node further up (Myers, An applicative random-access stack, 1983).
    """

    def __init__(self) -> None:
        self._up = [_START]
        self._jump = [_START]
        self._depth = [0]
        self._gate = [-1]

    def grow(self, above: int, box: int) -> int:
        """Add a node of a box (-1: of a circle of boxes) below another, and return it."""
        jump, depth = self._jump, self._depth
        further = jump[above]
        is_even = depth[above] - depth[further] == depth[further] - depth[jump[further]]
        self._up.append(above)
        jump.append(jump[further] if is_even else above)
        depth.append(depth[above] + 1)
        self._gate.append(box if box >= 0 else self._gate[above])
        return len(depth) - 1

    def gate_above(self, node: int) -> int:
        """Return the nearest box above a node, circles passed over; -1 where there is none."""
        return self._gate[self._up[node]]

    def meeting(self, one: int, other: int) -> int:
        """Return the lowest node that is above both or is one of the two."""
        up, jump, depth = self._up, self._jump, self._depth
        if depth[one] < depth[other]:
            one, other = other, one
        level = depth[other]
        while depth[one] > level:
            one = jump[one] if depth[jump[one]] >= level else up[one]
        while one != other:
            apart = jump[one] != jump[other]
            one, other = (jump[one], jump[other]) if apart else (up[one], up[other])
        return one
