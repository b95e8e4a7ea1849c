"""What the links within a column cost: the arrows they cross on the way round what stands between their ends."""

from __future__ import annotations

from itertools import accumulate
from operator import add

from toc.diagram.layers import Layer
from toc.diagram.skeleton import Skeleton

__all__ = ["LoopCosts", "find_loop_costs"]


class LoopCosts:
    """The loops of one column, as pairs of rows, and how many arrows meet the left and right side of each row.

    Each loop takes its better side. `stand` has to be told the order of the rows before anything is priced.
    """

    def __init__(self, loops: list[tuple[int, int]], lefts: list[int], rights: list[int]) -> None:
        self.loops = loops
        self.sides = (lefts, rights)
        self.ends = frozenset(row for loop in loops for row in loop)
        self.rows: list[int] = []
        self.at: dict[int, int] = {}
        self.sums: tuple[list[int], list[int]] = ([0], [0])
        self.spans: list[tuple[int, int, int, int]] = []
        self.burdened: set[int] = set()

    def stand(self, rows: list[int]) -> None:
        """Note the rows of the column from top to bottom."""
        if rows == self.rows:
            return
        self.rows = rows.copy()
        self.at = at = {row: place for place, row in enumerate(rows)}
        left_ends, right_ends = self.sides
        lefts = list(accumulate([left_ends[row] for row in rows], initial=0))
        rights = list(accumulate([right_ends[row] for row in rows], initial=0))
        self.sums = (lefts, rights)
        self.spans = []
        self.burdened = set()
        for one, other in self.loops:
            start, end = at[one], at[other]
            if start > end:
                start, end = end, start
            left, right = lefts[end] - lefts[start + 1], rights[end] - rights[start + 1]
            self.spans.append((start, end, left, right))
            self.burdened.update(rows[start : end + 1] if left and right else rows[start + 1 : end])

    def total(self) -> int:
        """How many arrows all loops cross as the rows stand."""
        return sum([min(left, right) for _, _, left, right in self.spans])

    def costs(self, row: int) -> list[int] | None:
        """How many arrows more or less all loops cross with a row at each place; None where that is the same."""
        here = self.at[row]
        own_left, own_right = self.sides[0][row], self.sides[1][row]
        steps = [0] * (len(self.at) + 1)
        any_within = False
        for start, end, left, right in self.spans:
            if here in (start, end):
                continue
            is_inside = start < here < end
            outer = min(left - own_left, right - own_right) if is_inside else min(left, right)
            inner = min(left, right) if is_inside else min(left + own_left, right + own_right)
            within = inner - outer
            if within:
                any_within = True
                steps[start + 1 - (start > here)] += within
                steps[end + 1 - (end > here)] -= within
        total = list(accumulate(steps[:-1])) if any_within else None
        if row in self.ends:
            lefts, rights = (
                sums[: here + 1] + [one - counts[row] for one in sums[here + 2 :]]
                for sums, counts in zip(self.sums, self.sides, strict=True)
            )
            for one, other in self.loops:
                if row in (one, other):
                    end = self.at[other if row == one else one]
                    own = costs_to(lefts, rights, end - (end > here))
                    total = list(map(add, total, own)) if total else own
        return total


def costs_to(lefts: list[int], rights: list[int], end: int) -> list[int]:
    """What a loop to one of several rows costs from each place; given how many arrows meet all rows above each."""
    left, right, below_left, below_right = lefts[end], rights[end], lefts[end + 1], rights[end + 1]
    above = [
        min(left - one, right - other) for one, other in zip(lefts[: end + 1], rights[: end + 1], strict=True)
    ]
    below = [
        min(one - below_left, other - below_right)
        for one, other in zip(lefts[end + 1 :], rights[end + 1 :], strict=True)
    ]
    return above + below


def find_loop_costs(skeleton: Skeleton, layers: list[Layer]) -> list[LoopCosts | None]:
    """What the loops of every column cost; None for a column without any."""
    rows = {block.node.name: block.row for layer in layers for block in layer.blocks}
    loops: list[list[tuple[int, int]]] = [[] for _ in layers]
    for chain in skeleton.chains:
        if not chain.segments:
            ends = [skeleton.nodes[end] for end in (chain.link.source, chain.link.target)]
            one, other = (rows[end.group or end.name] for end in ends)
            if one != other:
                loops[ends[0].column].append((one, other))
    return [
        LoopCosts(own, [one.ends[0] for one in layer.blocks], [one.ends[1] for one in layer.blocks])
        if own
        else None
        for own, layer in zip(loops, layers, strict=True)
    ]
