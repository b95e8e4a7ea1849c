"""Boxes moved together with the runs of their long arrows, to where all of these cross least.

Sifting moves one block at a time, so that a box stays where its runs hold it and they stay where it holds them.
Here a box is taken out with all its arrows, and the cheapest way of every arrow is found anew for each place that
the box might take: a shortest path from column to column, since an arrow's crossings add up gutter by gutter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from toc.diagram.blocks import Block
from toc.diagram.sifting import Arrangement

__all__ = ["reinsert_boxes"]

NEVER = 1_000_000
"""The cost of a place that may not be taken."""

Costs = list[int]


@dataclass(slots=True)
class Hole:
    """An arrangement without one box or part, its arrows and their runs.

    `rests` are the blocks that stay, by column; `standing` the names among which the box, or a run, takes its
    place; `rows` where each name stands among them; `tables` the costs of an arrow from each place beside a gutter
    to each place on the side nearer to the box; `stay` the segments that stay in each gutter.
    """

    arrangement: Arrangement
    name: str
    block: Block
    moved: set[str]
    rests: dict[int, list[Block]]
    standing: dict[int, list[str]]
    rows: dict[str, int]
    tables: dict[int, list[Costs]]
    stay: dict[int, list[tuple[str, str]]]

    @property
    def is_part(self) -> bool:
        """Whether a part of a group is taken out, which goes back into its group."""
        return self.name != self.block.node.name

    def places(self) -> Sequence[int]:
        """The places that the box may take."""
        if not self.is_part:
            return self.arrangement.free.places_for(self.block, self.rests[self.block.node.column])
        first = min(self.rows[part] for part in self.block.parts if part != self.name)
        return range(first, first + len(self.block.parts))


def reinsert_boxes(arrangement: Arrangement, stayed: dict[str, list[int]]) -> None:
    """Take out every box with long arrows once, and put it back where it crosses least.

    `stayed` says how the columns around a box stood when it stayed where it was; it is left there as long as
    nothing has moved in them.
    """
    for column in arrangement.columns:
        for block in list(column):
            movable = block.parts if len(block.parts) > 1 else [block.node.name] * (block.node.kind == "box")
            for name in tuple(movable):
                if name in arrangement.reach:
                    first, last = arrangement.reach[name]
                    around = arrangement.version[first:last]
                    if stayed.get(name) != around:
                        reinsert(arrangement, block, name)
                    if arrangement.version[first:last] == around:
                        stayed[name] = around


def reinsert(arrangement: Arrangement, block: Block, name: str) -> None:
    """Move a box, or a part of a group, and its runs if that crosses less."""
    ways = arrangement.ways[name]
    hole = open_hole(arrangement, block, name)
    number = block.node.column
    totals = [NEVER] * (len(hole.standing[number]) + 1)
    for place in hole.places():
        totals[place] = 0
    loops = arrangement.loops[number]
    if loops and not hole.is_part:
        loops.stand([*(one.row for one in hole.rests[number]), block.row])
        totals = list(map(add, totals, loops.costs(block.row)))
    here = place_now(hole, name)
    now = totals[here]
    reached = []
    for way in ways:
        stages = reach(hole, way)
        reached.append(stages)
        totals = list(map(add, totals, stages[-1]))
        now += cost_now(hole, way, stages[0])
    place = min(range(len(totals)), key=lambda one: (totals[one], abs(one - here)))
    if totals[place] < now:
        fill(hole, place, [trace(hole, way, stages, place) for way, stages in zip(ways, reached, strict=True)])


def open_hole(arrangement: Arrangement, block: Block, name: str) -> Hole:
    """Take a box, or a part of a group, and the runs of its arrows out of their columns."""
    nodes = arrangement.skeleton.nodes
    moved = {one for way in arrangement.ways[name] for one in way[:-1]} | {name}
    rests = {
        number: [one for one in arrangement.columns[number] if one.node.name not in moved]
        for number in {nodes[one].column for one in moved}
    }
    standing = {number: [one.node.name for one in rest] for number, rest in rests.items()}
    rows = {one: row for rest in rests.values() for row, block in enumerate(rest) for one in block.names}
    if name != block.node.name:
        standing[block.node.column] = stay = [
            one for other in rests[block.node.column] for one in other.parts or other.names if one != name
        ]
        rows.update({one: row for row, one in enumerate(stay)})
        for other in rests[block.node.column]:
            if other.parts:
                inner = [rows[one] for one in other.parts if one != name]
                rows[other.node.name] = inner[len(inner) // 2]
    return Hole(arrangement, name, block, moved, rests, standing, rows, {}, {})


def reach(hole: Hole, way: list[str]) -> list[Costs]:
    """The least cost of an arrow from its far end to every place of each column on its way to the box."""
    nodes = hole.arrangement.skeleton.nodes
    stages = [costs_from(hole, way[-1], nodes[way[-2]].column)]
    for outer, inner in zip(way[-2:0:-1], way[-3::-1], strict=True):
        allowed = allowed_places(hole, outer)
        if len(allowed) < len(stages[-1]):
            stages[-1] = [cost if place in allowed else NEVER for place, cost in enumerate(stages[-1])]
        table = table_between(hole, nodes[outer].column, nodes[inner].column)
        # Places between which no segment ends share one row of the table: only the cheapest of them matters.
        least: dict[int, tuple[int, Costs]] = {}
        for cost, row in zip(stages[-1], table, strict=True):
            if cost < least.get(id(row), (NEVER, row))[0]:
                least[id(row)] = (cost, row)
        rows = [list(map(cost.__add__, row)) for cost, row in least.values()]
        stages.append(list(map(min, *rows)) if len(rows) > 1 else rows[0])
    return stages


def allowed_places(hole: Hole, run: str) -> Sequence[int]:
    """The places among the blocks that stay where a run may stand."""
    block = hole.arrangement.blocks[run]
    return hole.arrangement.free.places_for(block, hole.rests[block.node.column])


def segments_beside(hole: Hole, outer: int, inner: int) -> list[tuple[str, str]]:
    """The segments that stay in the gutter between two columns, as (outer end, inner end)."""
    gutter = min(outer, inner)
    if gutter not in hole.stay:
        moved = hole.moved
        found = hole.arrangement.gutters[gutter]
        stay = [pair for pair in found if pair[0] not in moved and pair[1] not in moved]
        hole.stay[gutter] = stay if outer < inner else [(right, left) for left, right in stay]
    return hole.stay[gutter]


def costs_from(hole: Hole, end: str, inner: int) -> Costs:
    """How many segments an arrow crosses from a fixed end to every place of the column next to it."""
    place = hole.arrangement.place
    fixed = place[end]
    first = 0
    steps = [0] * (len(hole.standing[inner]) + 1)
    for other, near in segments_beside(hole, hole.arrangement.skeleton.nodes[end].column, inner):
        if place[other] < fixed:
            first += 1
            steps[hole.rows[near] + 1] -= 1
        elif place[other] > fixed:
            steps[hole.rows[near] + 1] += 1
    steps[0] = first
    return list(accumulate(steps))


def table_between(hole: Hole, outer: int, inner: int) -> list[Costs]:
    """How many segments an arrow crosses from every place of one column to every place of the next."""
    gutter = min(outer, inner)
    if gutter not in hole.tables:
        count = len(hole.standing[inner]) + 1
        steps = [0] * count
        flips: dict[int, Costs] = defaultdict(lambda: [0] * count)
        for far, near in segments_beside(hole, outer, inner):
            row = hole.rows[near] + 1
            steps[row] += 1
            flip = flips[hole.rows[far]]
            flip[0] += 1
            flip[row] -= 2
        table = [list(accumulate(steps))]
        for place in range(len(hole.rests[outer])):
            table.append(list(map(add, table[-1], accumulate(flips[place]))) if place in flips else table[-1])
        hole.tables[gutter] = table
    return hole.tables[gutter]


def cost_now(hole: Hole, way: list[str], first: Costs) -> int:
    """What an arrow crosses as it runs now."""
    places = [place_now(hole, name) for name in way[-2::-1]]
    nodes = hole.arrangement.skeleton.nodes
    total = first[places[0]]
    names = way[-2::-1]
    for outer, inner, start, end in zip(names, names[1:], places, places[1:], strict=False):
        total += table_between(hole, nodes[outer].column, nodes[inner].column)[start][end]
    return total


def place_now(hole: Hole, name: str) -> int:
    """How many of the blocks that stay stand above a name now."""
    place = hole.arrangement.place
    standing = hole.standing[hole.arrangement.skeleton.nodes[name].column]
    return bisect_left([place[one] for one in standing], place[name])


def trace(hole: Hole, way: list[str], stages: list[Costs], place: int) -> list[int]:
    """The places of an arrow's runs, from the box outwards, on its cheapest way to a place of the box."""
    nodes = hole.arrangement.skeleton.nodes
    found = []
    for depth in range(1, len(way) - 1):
        table = table_between(hole, nodes[way[depth]].column, nodes[way[depth - 1]].column)
        costs = stages[len(way) - 2 - depth]
        place = min(range(len(costs)), key=lambda one: (costs[one] + table[one][place], one))
        found.append(place)
    return found


def fill(hole: Hole, place: int, traces: list[list[int]]) -> None:
    """Put the box and its runs back at these places, unless that turns out no better."""
    arrangement, block = hole.arrangement, hole.block
    before, kept = arrangement.count(), arrangement.copy()
    wanted: dict[int, list[tuple[int, float, Block]]] = defaultdict(list)
    if hole.is_part:
        first = hole.places()[0]
        block.parts.remove(hole.name)
        block.parts.insert(place - first, hole.name)
    else:
        wanted[block.node.column].append((place, 0.0, block))
    for way, places in zip(arrangement.ways[hole.name], traces, strict=True):
        aim = arrangement.place[way[-1]]
        for name, one in zip(way[1:-1], places, strict=True):
            run = arrangement.blocks[name]
            wanted[run.node.column].append((one, aim, run))
    is_possible = True
    for number, moves in wanted.items():
        column = hole.rests[number]
        for shift, (one, _, moved) in enumerate(sorted(moves, key=lambda move: move[:2])):
            is_possible = is_possible and one + shift in arrangement.free.places_for(moved, column)
            moved.band = arrangement.free.band_at(moved, column, one + shift)
            column.insert(one + shift, moved)
        arrangement.columns[number][:] = column
        arrangement.renumber(number)
    if hole.is_part:
        arrangement.renumber(block.node.column)
    if not is_possible or arrangement.count() >= before:
        arrangement.restore(kept)
