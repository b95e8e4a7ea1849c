"""`Grid`: the columns of a figure on its page, and the gutters between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.skeleton import Skeleton

__all__ = ["MARGIN", "Grid", "lay_grid"]

MARGIN = 18.0
WIDEST_COLUMN = 15.5
"""In font sizes: longer lines are tiring to read. Small words may take `WIDE_ENOUGH` points all the same."""
WIDE_ENOUGH = 125.0
WIDEST_GUTTER = 6.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The left edge of each column, the width of all, and how far each side is kept free of curves.

    `leads[c]` is the free depth (left, right) of column c: within it arrows run level, so that frames and
    loops have room.
    """

    lefts: tuple[float, ...]
    width: float
    leads: tuple[tuple[float, float], ...]

    def right(self, column: int) -> float:
        """The right edge of a column."""
        return self.lefts[column] + self.width


def lay_grid(skeleton: Skeleton, loops: tuple[Loop, ...], measures: Measures, page_width: float) -> Grid:
    """Spread equal columns over the page; gutters grow with the arrows that turn in them."""
    leads = find_leads(skeleton, loops, measures)
    count = skeleton.columns
    turning = Counter(skeleton.nodes[segment.left].column for segment in skeleton.segments)
    gutters = [
        measures.gutter
        + max(0.0, leads[place][1] - measures.group_side)
        + max(0.0, leads[place + 1][0] - measures.group_side)
        + min(0.9 * measures.size, 0.05 * measures.size * max(0, turning[place] - 8))
        for place in range(count - 1)
    ]
    side = measures.lane_side
    first = max(leads[0][0], side if skeleton.lanes.cross(0) else 0.0)
    last = max(leads[-1][1], side if skeleton.lanes.cross(count - 1) else 0.0)
    room = page_width - 2 * MARGIN - first - last
    width = min((room - sum(gutters)) / count, max(WIDEST_COLUMN * measures.size, WIDE_ENOUGH))
    if count > 1:
        spare = (room - sum(gutters) - count * width) / (count - 1)
        gutters = [gutter + min(spare, WIDEST_GUTTER * measures.size) for gutter in gutters]
    start = MARGIN + first + (room - sum(gutters) - count * width) / 2
    lefts = [start]
    for gutter in gutters:
        lefts.append(lefts[-1] + width + gutter)
    return Grid(tuple(lefts), width, tuple(leads))


def find_leads(skeleton: Skeleton, loops: tuple[Loop, ...], measures: Measures) -> list[tuple[float, float]]:
    """How deep each side of each column must stay free of curves."""
    grouped = {node.column for node in skeleton.nodes.values() if node.kind == "group"}
    leads = [[measures.group_side if column in grouped else 0.0] * 2 for column in range(skeleton.columns)]
    for loop in loops:
        depth = measures.loop_near + measures.loop_step * (loop.track + 0.8)
        side = 0 if loop.side == "left" else 1
        leads[loop.column][side] = max(leads[loop.column][side], depth)
    return [(left, right) for left, right in leads]
