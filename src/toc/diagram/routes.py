"""The way of every arrow: level beside boxes and across columns, turning only in the gutters."""

from __future__ import annotations

from collections import defaultdict

from toc.diagram.grid import Grid
from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.picture import Arrow, Point
from toc.diagram.plan import Draft, Plan
from toc.diagram.ports import Ports, Rectangle, place_ports
from toc.diagram.skeleton import Chain
from toc.diagram.straightening import straighten
from toc.diagram.tracks import find_tracks

__all__ = ["route_arrows"]

FIRST_TURN, LAST_TURN = 0.2, 0.68
"""Between which parts of a gutter arrows turn; more room is left on the right, for level arrowheads."""

LEVEL = 2.0
"""Points that a run goes on level beside its column at the least, to keep clear of the corners of boxes."""

Turns = dict[int, float]


def route_arrows(draft: Draft, plan: Plan, rectangles: dict[str, Rectangle]) -> tuple[Arrow, ...]:
    """Draw every link of the view once, in the order of the labels of their ends."""
    ports = place_ports(draft.skeleton, draft.loops, rectangles, plan.measures)
    ports = straighten(draft, rectangles, ports, plan.measures)
    turns = find_turns(draft, plan.grid, ports)
    loops = {loop.chain: loop for loop in draft.loops}
    arrows = []
    for number, chain in enumerate(draft.skeleton.chains):
        if chain.segments:
            points = route_chain(chain, draft, plan.grid, rectangles, ports, turns)
        else:
            points = route_loop(loops[number], plan.grid, plan.measures, rectangles, ports)
        link = chain.link
        arrows.append(
            Arrow(
                link.source,
                link.target,
                link.basis,
                points,
                chain.tone,
                link.feedback,
                link.negative,
                link.mark,
                link.support,
                link.flags,
                link.factors,
            )
        )
    return tuple(arrows)


def find_turns(draft: Draft, grid: Grid, ports: Ports) -> Turns:
    """The x at which each segment turns."""
    gutters: dict[int, list[int]] = defaultdict(list)
    for number, segment in enumerate(draft.skeleton.segments):
        gutters[draft.skeleton.nodes[segment.left].column].append(number)
    turns: Turns = {}
    for column, numbers in gutters.items():
        pairs = [(ports["segment", one, "left"], ports["segment", one, "right"]) for one in numbers]
        start, end = curve_room(grid, column)
        for one, part in zip(numbers, find_tracks(pairs), strict=True):
            turns[one] = start + (end - start) * (FIRST_TURN + (LAST_TURN - FIRST_TURN) * part)
    return turns


def curve_room(grid: Grid, column: int) -> tuple[float, float]:
    """Between which x arrows may curve in the gutter right of a column."""
    return grid.right(column) + grid.leads[column][1], grid.lefts[column + 1] - grid.leads[column + 1][0]


def route_chain(
    chain: Chain, draft: Draft, grid: Grid, rectangles: dict[str, Rectangle], ports: Ports, turns: Turns
) -> tuple[Point, ...]:
    """From column to column; the points of a link that goes back are turned round."""
    segments = draft.skeleton.segments
    first, last = segments[chain.segments[0]], segments[chain.segments[-1]]
    points: list[Point] = [(rectangles[first.left].right, ports["segment", chain.segments[0], "left"])]
    for number in chain.segments:
        column = draft.skeleton.nodes[segments[number].left].column
        start, end = curve_room(grid, column)
        if draft.skeleton.nodes[segments[number].left].kind == "run":
            start = max(start, grid.right(column) + LEVEL)
        if draft.skeleton.nodes[segments[number].right].kind == "run":
            end = min(end, grid.lefts[column + 1] - LEVEL)
        before, after = ports["segment", number, "left"], ports["segment", number, "right"]
        if abs(before - after) > 0.05:
            line_to(points, (start, before))
            points += [(turns[number], before), (turns[number], after), (end, after)]
    line_to(points, (rectangles[last.right].left, ports["segment", chain.segments[-1], "right"]))
    return tuple(reversed(points)) if chain.is_backward else tuple(points)


def line_to(points: list[Point], end: Point) -> None:
    """Go on in a straight line, as a cubic."""
    (x, y), (to_x, to_y) = points[-1], end
    if abs(to_x - x) + abs(to_y - y) > 0.01:
        points += [(x + (to_x - x) / 3, y + (to_y - y) / 3), (x + (to_x - x) * 2 / 3, y + (to_y - y) * 2 / 3), end]


def route_loop(
    loop: Loop, grid: Grid, measures: Measures, rectangles: dict[str, Rectangle], ports: Ports
) -> tuple[Point, ...]:
    """Out of a side, along the loop's own track, and back into the same side."""
    start_y, end_y = ports["loop", loop.chain, "source"], ports["loop", loop.chain, "target"]
    depth = measures.loop_near + measures.loop_step * loop.track
    source, target = rectangles[loop.source], rectangles[loop.target]
    if loop.side == "right":
        start, end, track = source.right, target.right, grid.right(loop.column) + depth
    else:
        start, end, track = source.left, target.left, grid.lefts[loop.column] - depth
    way = 1 if end_y >= start_y else -1
    bend = min(abs(end_y - start_y) / 2, 1.2 * depth)
    points: list[Point] = [(start, start_y)]
    points += [
        (start + (track - start) * 0.6, start_y),
        (track, start_y + way * bend * 0.4),
        (track, start_y + way * bend),
    ]
    line_to(points, (track, end_y - way * bend))
    points += [(track, end_y - way * bend * 0.4), (end + (track - end) * 0.6, end_y), (end, end_y)]
    return tuple(points)
