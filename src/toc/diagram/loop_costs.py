"""What the links within a column cost: the arrows they cross on the way round what stands between their ends."""

from __future__ import annotations

from itertools import accumulate

from toc.diagram.blocks import Block
from toc.diagram.skeleton import Skeleton

__all__ = ["LoopCosts", "find_loop_costs"]


class LoopCosts:
    """The loops of one column, as pairs of rows, and how many arrows meet the left and right side of each row.

    Each loop takes its better side. `stand` has to be told the order of the rows before anything is priced.
    """

    def __init__(self, loops: list[tuple[int, int]], lefts: list[int], rights: list[int]) -> None:
        self.loops = loops
        self.sides = (lefts, rights)
        self.at: dict[int, int] = {}
        self.sums: tuple[list[int], list[int]] = ([0], [0])

    def stand(self, rows: list[int]) -> None:
        """Note the rows of the column from top to bottom."""
        self.at = dict(zip(rows, range(len(rows)), strict=True))
        lefts, rights = self.sides
        self.sums = (
            [0, *accumulate(map(lefts.__getitem__, rows))],
            [0, *accumulate(map(rights.__getitem__, rows))],
        )

    def total(self) -> int:
        """How many arrows all loops cross as the rows stand."""
        lefts, rights = self.sums
        spans = [sorted((self.at[one], self.at[other])) for one, other in self.loops]
        return sum(min(lefts[end] - lefts[start + 1], rights[end] - rights[start + 1]) for start, end in spans)

    def costs(self, row: int) -> list[int]:
        """How many arrows all loops cross with a row at each place among the others."""
        at, here = self.at, self.at[row]
        lefts, rights = self.sums
        own_left, own_right = self.sides[0][row], self.sides[1][row]
        steps = [0] * (len(lefts) + 1)
        own = []
        for one, other in self.loops:
            if row in (one, other):
                own.append(self._costs_to(row, other if row == one else one))
                continue
            start, end = at[one], at[other]
            if start > end:
                start, end = end, start
            left, right = lefts[end] - lefts[start + 1], rights[end] - rights[start + 1]
            if start < here < end:
                left, right = left - own_left, right - own_right
            around = min(right, left)
            within = min(left + own_left, right + own_right)
            steps[0] += around
            steps[start + 1 - (start > here)] += within - around
            steps[end + 1 - (end > here)] -= within - around
        total = list(accumulate(steps[:-2]))
        return list(map(sum, zip(total, *own, strict=True))) if own else total

    def _costs_to(self, row: int, other: int) -> list[int]:
        """What a loop to another row costs from each place among the others."""
        here, end = self.at[row], self.at[other]
        lefts, rights = (
            [*sums[: here + 1], *[one - counts[row] for one in sums[here + 2 :]]]
            for sums, counts in zip(self.sums, self.sides, strict=True)
        )
        start = end + (end < here)
        above = map(
            min, map(lefts[start - 1].__sub__, lefts[:start]), map(rights[start - 1].__sub__, rights[:start])
        )
        below = map(min, map(lefts[start].__rsub__, lefts[start:]), map(rights[start].__rsub__, rights[start:]))
        return [*above, *below]


def find_loop_costs(skeleton: Skeleton, columns: list[list[Block]]) -> list[LoopCosts | None]:
    """What the loops of every column cost; None for a column without any."""
    rows = {block.node.name: block.row for column in columns for block in column}
    loops: list[list[tuple[int, int]]] = [[] for _ in columns]
    for chain in skeleton.chains:
        if not chain.segments:
            ends = [skeleton.nodes[end] for end in (chain.link.source, chain.link.target)]
            one, other = (rows[end.group or end.name] for end in ends)
            if one != other:
                loops[ends[0].column].append((one, other))
    return [
        LoopCosts(own, [block.ends[0] for block in column], [block.ends[1] for block in column]) if own else None
        for own, column in zip(loops, columns, strict=True)
    ]
