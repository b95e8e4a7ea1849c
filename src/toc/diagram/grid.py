"""`Grid`: the columns of a figure on its page, and the gutters between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.skeleton import Skeleton

__all__ = ["MARGIN", "Grid", "Traffic", "count_traffic", "lay_grid"]

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


@dataclass(frozen=True, slots=True)
class Traffic:
    """What takes room beside the columns at any font size.

    `turning` counts the arrows that turn in the gutter right of each column, `framed` are the columns with opened
    wholes, and `tracks` the columns, sides (0 left, 1 right) and tracks of all loops.
    """

    turning: Counter[int]
    framed: frozenset[int]
    tracks: tuple[tuple[int, int, int], ...]


def count_traffic(skeleton: Skeleton, loops: tuple[Loop, ...]) -> Traffic:
    """Count what takes room beside the columns."""
    return Traffic(
        Counter(skeleton.nodes[segment.left].column for segment in skeleton.segments),
        frozenset(node.column for node in skeleton.nodes.values() if node.kind == "group"),
        tuple((loop.column, 0 if loop.side == "left" else 1, loop.track) for loop in loops),
    )


def lay_grid(skeleton: Skeleton, traffic: Traffic, measures: Measures, page_width: float) -> Grid:
    """Spread equal columns over the page; gutters grow with the arrows that turn in them."""
    leads = find_leads(skeleton.columns, traffic, measures)
    count = skeleton.columns
    gutters = [
        measures.gutter
        + max(0.0, leads[place][1] - measures.group_side)
        + max(0.0, leads[place + 1][0] - measures.group_side)
        + min(0.9 * measures.size, 0.05 * measures.size * max(0, traffic.turning[place] - 8))
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


def find_leads(columns: int, traffic: Traffic, measures: Measures) -> list[tuple[float, float]]:
    """How deep each side of each column must stay free of curves."""
    leads = [[measures.group_side if column in traffic.framed else 0.0] * 2 for column in range(columns)]
    for column, side, track in traffic.tracks:
        depth = measures.loop_near + measures.loop_step * (track + 0.8)
        leads[column][side] = max(leads[column][side], depth)
    return [(left, right) for left, right in leads]
