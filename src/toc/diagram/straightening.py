"""Small kinks taken out of arrows: where two ends differ by little, one moves to the height of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from toc.diagram.measures import Measures
from toc.diagram.plan import Draft
from toc.diagram.ports import Ports, Rectangle

__all__ = ["straighten"]

PASSES = 4
KINK = 0.05
"""Points by which two ends may differ and still count as level."""
CLEARANCE = 2.8
"""The least that a run keeps from what is above or below it."""

NUDGE = 1.5
"""How far a run between two lanes moves, so that it stays clear of their frames."""

Knob = tuple[str, int, str]
Slot = tuple[str | None, str | None, float]
Limits = dict[Knob, tuple[float, float]]


def straighten(draft: Draft, rectangles: dict[str, Rectangle], ports: Ports, measures: Measures) -> Ports:
    """The ports with kinks of less than about half a line taken out; order and gaps along each side stay."""
    segments = draft.skeleton.segments
    pairs = [(knob_of(draft, number, "left"), knob_of(draft, number, "right")) for number in range(len(segments))]
    heights: dict[Knob, float] = {key: y for key, y in ports.items() if key[0] == "loop"}
    for number, (left, right) in enumerate(pairs):
        heights[left] = ports["segment", number, "left"]
        heights[right] = ports["segment", number, "right"]
    sides = group_by_side(draft, ports)
    slots = run_slots(draft, measures)
    joined: dict[Knob, list[Knob]] = defaultdict(list)
    for left, right in pairs:
        joined[left].append(right)
        joined[right].append(left)
    room = partial(limits, heights=heights, sides=sides, slots=slots, rectangles=rectangles, measures=measures)
    for _ in range(PASSES):
        nearest = sorted(pairs, key=lambda pair: round(abs(heights[pair[0]] - heights[pair[1]]), 6))
        if not sum(take_out(pair, joined, heights, room, 0.75 * measures.size) for pair in nearest):
            break
    moved = dict(ports)
    for number, (left, right) in enumerate(pairs):
        moved["segment", number, "left"], moved["segment", number, "right"] = heights[left], heights[right]
    return moved


def take_out(
    pair: tuple[Knob, Knob],
    joined: dict[Knob, list[Knob]],
    heights: dict[Knob, float],
    room: Callable[[Knob], tuple[float, float]],
    most: float,
) -> bool:
    """Bring two ends that differ by `most` or less to one height: the one moves from which no arrow runs level."""
    if not KINK < abs(heights[pair[0]] - heights[pair[1]]) <= most:
        return False
    for mover, fixed in (pair, pair[::-1]):
        if any(abs(heights[mover] - heights[other]) <= KINK for other in joined[mover]):
            continue
        low, high = room(mover)
        if low <= heights[fixed] <= high:
            heights[mover] = heights[fixed]
            return True
    return False


def knob_of(draft: Draft, number: int, end: str) -> Knob:
    """What moves with an end of a segment: the whole run, or this end alone."""
    segment = draft.skeleton.segments[number]
    name = segment.left if end == "left" else segment.right
    return ("run", 0, name) if draft.skeleton.nodes[name].kind == "run" else ("segment", number, end)


def group_by_side(draft: Draft, ports: Ports) -> dict[Knob, tuple[str, list[Knob]]]:
    """For each end at a box or frame the node and all ends on that side of it and of its parts or frame."""
    nodes = draft.skeleton.nodes
    found: dict[tuple[str, str], list[Knob]] = defaultdict(list)
    owner: dict[Knob, tuple[str, str, str]] = {}
    for number, segment in enumerate(draft.skeleton.segments):
        for end, name, side in (("left", segment.left, "right"), ("right", segment.right, "left")):
            if nodes[name].kind != "run":
                owner[("segment", number, end)] = (name, nodes[name].group or name, side)
    for loop in draft.loops:
        for end, name in (("source", loop.source), ("target", loop.target)):
            owner[("loop", loop.chain, end)] = (name, nodes[name].group or name, loop.side)
    for knob, (_, whole, side) in owner.items():
        found[whole, side].append(knob)
    for knobs in found.values():
        knobs.sort(key=lambda knob: ports[knob])
    return {knob: (name, found[whole, side]) for knob, (name, whole, side) in owner.items()}


def run_slots(draft: Draft, measures: Measures) -> dict[str, Slot]:
    """For each run the names of what stands above and below it, and how far it may move: little between lanes."""
    slots: dict[str, Slot] = {}
    for column in draft.order.columns:
        names = [None, *(block.node.name for block in column), None]
        for block, above, below in zip(column, names, names[2:], strict=False):
            is_between = draft.skeleton.lanes.cross(block.node.column) and block.band % 2 == 0
            reach = NUDGE if is_between else measures.size
            slots[block.node.name] = (above, below, reach)
    return slots


def limits(
    knob: Knob,
    heights: dict[Knob, float],
    sides: dict[Knob, tuple[str, list[Knob]]],
    slots: dict[str, Slot],
    rectangles: dict[str, Rectangle],
    measures: Measures,
) -> tuple[float, float]:
    """Between which heights an end or run may move."""
    now = heights[knob]
    if knob[0] == "run":
        above, below, reach = slots[knob[2]]
        low = bottom_of(above, heights, rectangles, now) + CLEARANCE
        high = top_of(below, heights, rectangles, now) - CLEARANCE
        return max(low, now - reach), min(high, now + reach)
    name, knobs = sides[knob]
    box = rectangles[name]
    others = [heights.get(one, now) for one in knobs if one != knob and one in heights]
    gap = 0.9 * measures.port_gap
    low = max([box.top + measures.port_inset * 0.8, *(other + gap for other in others if other <= now)])
    high = min([box.bottom - measures.port_inset * 0.8, *(other - gap for other in others if other > now)])
    return low, high


def bottom_of(name: str | None, heights: dict[Knob, float], rectangles: dict[str, Rectangle], now: float) -> float:
    """Where the neighbour above ends; without one the run stays near its own height."""
    if name is None:
        return now - 2 * CLEARANCE
    return heights.get(("run", 0, name), rectangles[name].bottom)


def top_of(name: str | None, heights: dict[Knob, float], rectangles: dict[str, Rectangle], now: float) -> float:
    """Where the neighbour below begins; without one the run stays near its own height."""
    if name is None:
        return now + 2 * CLEARANCE
    return heights.get(("run", 0, name), rectangles[name].top)
