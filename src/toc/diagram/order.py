"""`Order`: what stands above what in every column, chosen so that few arrows cross.

Blocks (a box, a run, or an opened whole with its parts) are first sorted by the mean place of their neighbours,
column by column and both ways, then each is tried at every place it may take (sifting). Crossings are counted pair
by pair: moving a block changes only its own pairs.
Sources: Sugiyama, Tagawa and Toda (1981) for the sweeps; Matuszewski, Schönfeld and Molitor (1999) for sifting.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field

from toc.diagram.skeleton import Node, Skeleton, neighbours

__all__ = ["Block", "Order", "order_columns"]

SWEEPS = 4
SIFTS = 6


@dataclass(slots=True)
class Block:
    """What moves as one: a box or a run, or a group with its parts in order.

    `band` is the horizontal band it stands in: lane n is band 2n + 1, the even bands lie between the lanes.
    """

    node: Node
    parts: list[str] = field(default_factory=list)
    band: int = 0


@dataclass(slots=True)
class Order:
    """The blocks of every column from top to bottom, and how many pairs of arrows cross between the columns."""

    columns: list[list[Block]]
    crossings: int = 0


def order_columns(skeleton: Skeleton) -> Order:
    """Order every column of a skeleton; the result depends on ids and structure, not on the order given."""
    tries = [Ordering(skeleton).run(reverse=reverse) for reverse in (False, True)]
    return min(tries, key=lambda order: order.crossings)


class Ordering:
    """One attempt at an order: the blocks as they stand and where each name is in its column."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.left, self.right = neighbours(skeleton)
        self.place: dict[str, float] = {}
        self.columns = self.first_order()

    def first_order(self) -> list[list[Block]]:
        """Blocks by lane and name."""
        nodes = self.skeleton.nodes
        parts: dict[str, list[str]] = defaultdict(list)
        for name in sorted(nodes):
            if (group := nodes[name].group) is not None:
                parts[group].append(name)
        columns: list[list[Block]] = [[] for _ in range(self.skeleton.columns)]
        for name in sorted(nodes):
            node = nodes[name]
            if node.group is None:
                columns[node.column].append(Block(node, parts[name], self.home_band(node)))
        for column in columns:
            column.sort(key=lambda block: block.band)
            self.number(column)
        return columns

    def home_band(self, node: Node) -> int:
        """The band of a block in a lane; the lowest band for the others, until they are inserted."""
        if node.lane is not None:
            return 2 * node.lane + 1
        return 2 * len(self.skeleton.lanes.strands) if self.skeleton.lanes.cross(node.column) else 0

    def number(self, column: list[Block]) -> None:
        """Note where every name of a column stands; a group stands at the mean of its parts."""
        place = 0
        for block in column:
            start = place
            for part in block.parts:
                self.place[part] = place
                place += 1
            place = max(place, start + 1)
            self.place[block.node.name] = (start + place - 1) / 2

    def run(self, *, reverse: bool) -> Order:
        """Sweep, then sift until nothing improves; the best order seen."""
        ways = [range(len(self.columns)), range(len(self.columns) - 1, -1, -1)]
        for sweep in range(SWEEPS):
            is_back = (sweep % 2 == 1) != reverse
            for column in ways[is_back]:
                self.sort_column(column, self.right if is_back else self.left)
        best = self.count()
        for _ in range(SIFTS):
            for way in ways:
                for column in way:
                    self.sift_column(column)
            now = self.count()
            if now >= best:
                break
            best = now
        return Order(self.columns, self.count())

    def count(self) -> int:
        """How many pairs of arrows cross between neighbouring columns."""
        by_gutter: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for segment in self.skeleton.segments:
            ends = (self.place[segment.left], self.place[segment.right])
            by_gutter[self.skeleton.nodes[segment.left].column] += [ends] * segment.weight
        total = 0
        for pairs in by_gutter.values():
            seen: list[float] = []
            for _, right in sorted(pairs):
                total += len(seen) - bisect_left(seen, right + 1e-6)
                insort(seen, right)
        return total

    def sort_column(self, number: int, side: dict[str, list[str]]) -> None:
        """Sort a column by the mean place of the neighbours on one side."""
        column = self.columns[number]
        for block in column:
            block.parts.sort(key=lambda part: (self.mean(part, side), part))
        key = {id(block): (self.block_mean(block, side), block.node.name) for block in column}
        if not self.skeleton.lanes.cross(number):
            column.sort(key=lambda block: key[id(block)])
            self.number(column)
            return
        kept = [block for block in column if block.node.lane is not None and block.node.kind != "run"]
        loose = [block for block in column if block.node.lane is None or block.node.kind == "run"]
        kept.sort(key=lambda block: (block.band, key[id(block)]))
        loose.sort(key=lambda block: key[id(block)])
        column[:] = kept
        self.number(column)
        for block in loose:
            column.append(block)
            self.number(column)
            self.sift(column, len(column) - 1, [side], must=True)

    def mean(self, name: str, side: dict[str, list[str]]) -> float:
        """The mean place of a node's neighbours, its own place where it has none."""
        others = side.get(name)
        return sum(self.place[other] for other in others) / len(others) if others else self.place[name]

    def block_mean(self, block: Block, side: dict[str, list[str]]) -> float:
        """The mean place of the neighbours of a block and its parts."""
        others = [self.place[other] for name in (block.node.name, *block.parts) for other in side.get(name, ())]
        return sum(others) / len(others) if others else self.place[block.node.name]

    def sift_column(self, number: int) -> None:
        """Try each block of a column, and each part of its groups, at every place it may take."""
        column = self.columns[number]
        sides = [self.left, self.right]
        for block in list(column):
            here = next(place for place, one in enumerate(column) if one is block)
            self.sift(column, here, sides)
            if len(block.parts) > 1:
                self.sift_parts(block, sides)
                self.number(column)

    def sift_parts(self, block: Block, sides: list[dict[str, list[str]]]) -> None:
        """Move every part of a group to its best place within the group."""
        views = {part: self.views([part], sides) for part in block.parts}
        for part in sorted(block.parts):
            here = block.parts.index(part)
            costs = path_costs(here, [views[one] for one in block.parts])
            best = min(range(len(costs)), key=lambda place: (costs[place], abs(place - here)))
            block.parts.insert(best, block.parts.pop(here))

    def sift(
        self, column: list[Block], here: int, sides: list[dict[str, list[str]]], *, must: bool = False
    ) -> None:
        """Move the block at `here` to the best place it may take; `must` ignores that it stands somewhere now."""
        block = column[here]
        views = [self.views([one.node.name, *one.parts], sides) for one in column]
        costs = path_costs(here, views)
        rest = column[:here] + column[here + 1 :]
        bands = [self.band_at(block, rest, place) for place in range(len(column))]
        wish = self.wished_band(block)
        options = [
            (costs[place], 0 if must else abs(place - here), abs(band - wish), place)
            for place, band in enumerate(bands)
            if band is not None
        ]
        if must:
            options = [(cost, wished, 0, place) for cost, _, wished, place in options]
        place = min(options)[-1]
        block.band = bands[place] or 0
        if place != here:
            column.insert(place, column.pop(here))
            self.number(column)

    def views(self, names: list[str], sides: list[dict[str, list[str]]]) -> list[list[float]]:
        """For each side the sorted places of all neighbours of these names."""
        return [sorted(self.place[other] for name in names for other in side.get(name, ())) for side in sides]

    def wished_band(self, block: Block) -> float:
        """The mean band of the lanes that a loose block's neighbours stand in, its own where they stand in none."""
        names = [block.node.name, *block.parts]
        lanes = [
            lane
            for name in names
            for side in (self.left, self.right)
            for other in side.get(name, ())
            if (lane := self.skeleton.nodes[other].lane) is not None
        ]
        return 2 * sum(lanes) / len(lanes) + 1 if lanes else block.band

    def band_at(self, block: Block, rest: list[Block], place: int) -> int | None:
        """The band of a block at a place among the others; None where it may not stand there."""
        if not self.skeleton.lanes.cross(block.node.column):
            return 0
        low = rest[place - 1].band if place else 0
        high = rest[place].band if place < len(rest) else 2 * len(self.skeleton.lanes.strands)
        if block.node.lane is not None:
            own = 2 * block.node.lane + 1
            return own if low <= own <= high else None
        evens = [band for band in range(low, high + 1) if band % 2 == 0]
        if evens:
            wish = self.wished_band(block)
            return min(evens, key=lambda band: abs(band - wish))
        return low if block.node.kind == "run" else None


def path_costs(here: int, views: list[list[list[float]]]) -> list[int]:
    """How the count of crossings would change if the one at `here` stood at each place instead."""
    own = views[here]
    change = [0] * len(views)
    for place in range(here - 1, -1, -1):
        change[place] = change[place + 1] + pair_cost(own, views[place]) - pair_cost(views[place], own)
    for place in range(here + 1, len(views)):
        change[place] = change[place - 1] + pair_cost(views[place], own) - pair_cost(own, views[place])
    return change


def pair_cost(upper: list[list[float]], lower: list[list[float]]) -> int:
    """The crossings of two blocks' arrows when `upper` stands above `lower`."""
    total = 0
    for above, below in zip(upper, lower, strict=True):
        if below:
            for place in above:
                total += bisect_left(below, place)
    return total
