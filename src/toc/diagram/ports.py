"""Where on the sides of boxes and frames the arrows leave and arrive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class End:
    """One end of a segment or loop at a node: `key` tells it apart, `other` is the node at the other end.

    `rank` sorts before the height of the other end: -1 for loops that go up, 1 for loops that go down.
    """

    key: tuple[str, int, str]
    node: str
    side: Side
    other: str
    rank: int = 0


Ports = dict[tuple[str, int, str], float]


def find_ends(skeleton: Skeleton, loops: tuple[Loop, ...], middles: dict[str, float]) -> list[End]:
    """Both ends of every segment and loop."""
    ends = []
    for number, segment in enumerate(skeleton.segments):
        ends.append(End(("segment", number, "left"), segment.left, "right", segment.right))
        ends.append(End(("segment", number, "right"), segment.right, "left", segment.left))
    for loop in loops:
        down = 1 if middles[loop.target] >= middles[loop.source] else -1
        ends.append(End(("loop", loop.chain, "source"), loop.source, loop.side, loop.target, down))
        ends.append(End(("loop", loop.chain, "target"), loop.target, loop.side, loop.source, -down))
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


def opposite(key: tuple[str, int, str]) -> tuple[str, int, str]:
    """The key of the other end of the same segment or loop."""
    swap = {"left": "right", "right": "left", "source": "target", "target": "source"}
    return (key[0], key[1], swap[key[2]])


def aim(end: End, seen: Ports, rectangles: dict[str, Rectangle]) -> float:
    """The height of the other end: its port if it has one, else the nearest height on its side."""
    if opposite(end.key) in seen:
        return seen[opposite(end.key)]
    own, other = rectangles[end.node], rectangles[end.other]
    middle = (max(own.top, other.top) + min(own.bottom, other.bottom)) / 2
    return min(max(middle, other.top), other.bottom)


def sort_key(end: End, height: float) -> tuple[int, float, tuple[str, int, str]]:
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
    wishes = [aim(end, seen, rectangles) for end in ends]
    for closeness in (0.92, 0.75, 0.5, 0.0):
        gap = measures.port_gap * closeness
        free = free_heights(rectangles[node], blocked, gap)
        latest = latest_heights(free, len(ends), gap)
        if latest:
            break
    detours = [IN_FRONT_OF_A_PART * is_within(y, faces) for y in free]
    last = -1e9
    for end, wish, limit in zip(ends, wishes, latest, strict=True):
        first, after = bisect_left(free, last + gap), bisect_right(free, limit)
        options = zip(free[first:after], detours[first:after], strict=True)
        last = min((abs(y - wish) + detour, y) for y, detour in options)[1]
        ports[end.key] = last


def free_heights(frame: Rectangle, blocked: list[float], gap: float) -> list[float]:
    """Heights along the side of a frame, half a point apart, that keep a gap from the ports of its parts."""
    heights = [frame.top + 3 + step / 2 for step in range(1 + int(2 * max(0.0, frame.bottom - frame.top - 6)))]
    ordered = sorted(blocked)
    found = []
    for y in heights:
        near = bisect_left(ordered, y)
        if all(abs(y - port) >= gap for port in ordered[max(0, near - 1) : near + 1]):
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


def is_within(y: float, faces: list[tuple[float, float]]) -> bool:
    """Whether a height is that of one of the parts, which are given from top to bottom."""
    above = bisect_left(faces, (y, y)) - 1
    return above >= 0 and faces[above][0] < y < faces[above][1]
