"""Where on the sides of boxes and frames the arrows leave and arrive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple

from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.skeleton import Skeleton

__all__ = ["End", "Ports", "Rectangle", "place_ports"]

Side = Literal["left", "right"]
IN_FRONT_OF_A_PART = 6.0
"""Points of detour that an arrow to a frame takes to point at a gap rather than at one of the parts."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box or frame by its edges."""

    left: float
    top: float
    right: float
    bottom: float


Key = tuple[str, int, str]
"""What tells an end of a segment or loop apart: "segment" or "loop", its number, and which end it is."""


class End(NamedTuple):
    """One end of a segment or loop at a node: its `key`, and the key and node of the other end.

    `rank` sorts before the height of the other end: -1 for loops that go up, 1 for loops that go down.
    """

    key: Key
    node: str
    side: Side
    other_key: Key
    other: str
    rank: int = 0


Ports = dict[Key, float]


def find_ends(skeleton: Skeleton, loops: tuple[Loop, ...], middles: dict[str, float]) -> list[End]:
    """Both ends of every segment and loop."""
    ends = []
    for number, segment in enumerate(skeleton.segments):
        left, right = ("segment", number, "left"), ("segment", number, "right")
        ends.append(End(left, segment.left, "right", right, segment.right))
        ends.append(End(right, segment.right, "left", left, segment.left))
    for loop in loops:
        down = 1 if middles[loop.target] >= middles[loop.source] else -1
        source, target = ("loop", loop.chain, "source"), ("loop", loop.chain, "target")
        ends.append(End(source, loop.source, loop.side, target, loop.target, down))
        ends.append(End(target, loop.target, loop.side, source, loop.source, -down))
    return ends


def place_ports(
    skeleton: Skeleton, loops: tuple[Loop, ...], rectangles: dict[str, Rectangle], measures: Measures
) -> Ports:
    """The y of every end, in the order of the other ends so that arrows do not cross at a box."""
    middles = {name: (one.top + one.bottom) / 2 for name, one in rectangles.items()}
    sides: dict[tuple[str, Side], list[End]] = defaultdict(list)
    for end in find_ends(skeleton, loops, middles):
        sides[end.node, end.side].append(end)
    ports: Ports = {}
    for turn in range(3):
        seen = dict(ports)
        for (node, side), ends in sides.items():
            if skeleton.nodes[node].kind == "group" and turn == 0:
                continue
            ordered = sorted(ends, key=lambda end: sort_key(end, aim(end, seen, rectangles)))
            if skeleton.nodes[node].kind == "group":
                place_gates(node, side, ordered, seen, skeleton, rectangles, sides, ports, measures)
            else:
                spread_ports(ordered, rectangles[node], measures, ports)
    return ports


def aim(end: End, seen: Ports, rectangles: dict[str, Rectangle]) -> float:
    """The height of the other end: its port if it has one, else the nearest height on its side."""
    if end.other_key in seen:
        return seen[end.other_key]
    own, other = rectangles[end.node], rectangles[end.other]
    middle = (max(own.top, other.top) + min(own.bottom, other.bottom)) / 2
    return min(max(middle, other.top), other.bottom)


def sort_key(end: End, height: float) -> tuple[int, float, Key]:
    """Loops up, then arrows to other columns, then loops down; the longer loops lie outside the shorter ones."""
    if end.rank:
        return (end.rank, -height, (end.key[0], end.key[1], ""))
    return (0, height, (end.key[0], end.key[1], ""))


def spread_ports(ends: list[End], box: Rectangle, measures: Measures, ports: Ports) -> None:
    """Spread the ends over the side of a box, around its middle."""
    middle, height = (box.top + box.bottom) / 2, box.bottom - box.top
    if len(ends) == 1 or height < 2:
        for end in ends:
            ports[end.key] = middle
        return
    room = height - 2 * measures.port_inset
    step = min(room / (len(ends) - 1), 1.5 * measures.port_gap)
    for place, end in enumerate(ends):
        ports[end.key] = middle + (place - (len(ends) - 1) / 2) * step


def place_gates(
    node: str,
    side: Side,
    ends: list[End],
    seen: Ports,
    skeleton: Skeleton,
    rectangles: dict[str, Rectangle],
    sides: dict[tuple[str, Side], list[End]],
    ports: Ports,
    measures: Measures,
) -> None:
    """Give the arrows of a frame places on its side near their other ends, clear of those of its parts."""
    parts = [name for name, one in skeleton.nodes.items() if one.group == node]
    blocked = [seen[end.key] for part in parts for end in sides.get((part, side), ()) if end.key in seen]
    faces = sorted((rectangles[part].top, rectangles[part].bottom) for part in parts)
    for closeness in (0.92, 0.75, 0.5, 0.0):
        gap = measures.port_gap * closeness
        free = free_heights(rectangles[node], blocked, gap)
        latest = latest_heights(free, len(ends), gap)
        if latest:
            break
    detours = find_detours(free, faces)
    last = -1e9
    for end, limit in zip(ends, latest, strict=True):
        options = slice(bisect_left(free, last + gap), bisect_right(free, limit))
        last = nearest(aim(end, seen, rectangles), free[options], detours[options])
        ports[end.key] = last


def free_heights(frame: Rectangle, blocked: list[float], gap: float) -> list[float]:
    """Heights along the side of a frame, half a point apart, that keep a gap from the ports of its parts."""
    heights = [frame.top + 3 + step / 2 for step in range(1 + int(2 * max(0.0, frame.bottom - frame.top - 6)))]
    below = iter([*sorted(blocked), inf])
    above, port = -inf, next(below)
    found = []
    for y in heights:
        while port < y:
            above, port = port, next(below)
        if y - above >= gap and port - y >= gap:
            found.append(y)
    return found


def latest_heights(free: list[float], count: int, gap: float) -> list[float]:
    """The lowest place on the page that each of several ends may take so that those after it still fit.

    Empty where not all of them fit.
    """
    latest: list[float] = []
    for y in reversed(free):
        if len(latest) < count and (not latest or y <= latest[-1] - gap):
            latest.append(y)
    return latest[::-1] if len(latest) == count else []


def find_detours(free: list[float], faces: list[tuple[float, float]]) -> list[float]:
    """The detour that an arrow to a frame takes rather than come in at each of these heights, downwards."""
    detours = [0.0] * len(free)
    for top, bottom in faces:
        first, after = bisect_right(free, top), bisect_left(free, bottom)
        detours[first:after] = [IN_FRONT_OF_A_PART] * (after - first)
    return detours


def nearest(wish: float, free: list[float], detours: list[float]) -> float:
    """The height with the shortest way from a wished one, its detour counted; the upper one of two."""
    place = min(bisect_left(free, wish), len(free) - 1)
    reach = abs(free[place] - wish) + IN_FRONT_OF_A_PART
    near = slice(bisect_left(free, wish - reach), bisect_right(free, wish + reach))
    return min((abs(y - wish) + detour, y) for y, detour in zip(free[near], detours[near], strict=True))[1]
