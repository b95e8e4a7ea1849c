"""`Loop`: an arrow between two boxes of one column, out and back on the same side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from toc.diagram.order import Order
from toc.diagram.skeleton import Skeleton

__all__ = ["Loop", "find_loops", "place_in_columns"]

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Loop:
    """The chain it draws, the side it takes and its track there (0 is nearest to the column)."""

    chain: int
    source: str
    target: str
    column: int
    side: Side
    track: int


def place_in_columns(order: Order) -> dict[str, float]:
    """Where each node stands in its column, counted from the top; a group stands at the middle of its parts."""
    places: dict[str, float] = {}
    for column in order.columns:
        place = 0
        for block in column:
            start = place
            for part in block.parts:
                places[part] = place
                place += 1
            place = max(place, start + 1)
            places[block.node.name] = (start + place - 1) / 2
    return places


def find_loops(skeleton: Skeleton, order: Order) -> tuple[Loop, ...]:
    """Give each link within a column the side where it crosses fewer arrows, and a track of its own."""
    places = place_in_columns(order)
    ends = ends_by_side(skeleton, places)
    taken: dict[tuple[int, Side], list[tuple[int, float, float]]] = defaultdict(list)
    wanted = []
    for number, chain in enumerate(skeleton.chains):
        if not chain.segments:
            span = sorted((places[chain.link.source], places[chain.link.target]))
            wanted.append((span[1] - span[0], span[0], number))
    loops = []
    for _, _, number in sorted(wanted):
        link = skeleton.chains[number].link
        column = skeleton.nodes[link.source].column
        top, bottom = sorted((places[link.source], places[link.target]))
        sides: tuple[Side, Side] = ("right", "left")
        side = min(sides, key=lambda one: sum(top < place < bottom for place in ends[column, one]))
        busy = {track for track, high, low in taken[column, side] if high <= bottom and low >= top}
        track = max(busy, default=-1) + 1
        taken[column, side].append((track, top, bottom))
        loops.append(Loop(number, link.source, link.target, column, side, track))
    return tuple(loops)


def ends_by_side(skeleton: Skeleton, places: dict[str, float]) -> dict[tuple[int, Side], list[float]]:
    """Where arrows to other columns leave or enter each side of a column."""
    ends: dict[tuple[int, Side], list[float]] = defaultdict(list)
    for segment in skeleton.segments:
        left, right = skeleton.nodes[segment.left], skeleton.nodes[segment.right]
        ends[left.column, "right"] += [places[left.name]] * segment.weight
        ends[right.column, "left"] += [places[right.name]] * segment.weight
    return ends
