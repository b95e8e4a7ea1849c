"""`Arrangement`: blocks in columns that can be counted, sorted and sifted.

Crossings are counted pair by pair: what two blocks of a column cost in either order depends only on the columns
beside it, so it is counted once, and every move of a block is a sum of such differences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count as count_up
from operator import add

from toc.diagram.crossing_costs import pair_costs, path_changes, preference
from toc.diagram.loop_costs import loops_between, price_loops
from toc.diagram.skeleton import Node, Skeleton, neighbours

__all__ = ["Arrangement", "Block", "State"]

Side = dict[str, list[str]]
State = tuple[list[list[tuple["Block", tuple[str, ...], int]]], tuple[int, ...]]
"""A copy of an arrangement: each block of each column with its parts and band, and the columns' versions."""


@dataclass(slots=True, eq=False)
class Block:
    """What moves as one: a box or a run, or a group with its parts in order.

    `band` is the horizontal band it stands in: lane n is band 2n + 1, the even bands lie between the lanes. `ends`
    counts the arrows that meet its left and right side.
    """

    node: Node
    parts: list[str] = field(default_factory=list)
    band: int = 0
    ends: tuple[int, int] = (0, 0)

    @property
    def names(self) -> list[str]:
        """The block's own name and those of its parts."""
        return [self.node.name, *self.parts]


class Arrangement:
    """The blocks of every column as they stand, and the place of each name in its column."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.left, self.right = neighbours(skeleton)
        self.place: dict[str, float] = {}
        self.rank = {name: rank for rank, name in enumerate(skeleton.nodes)}
        self.last_band = 2 * len(skeleton.lanes.strands)
        self.columns: list[list[Block]] = [[] for _ in range(skeleton.columns)]
        self.versions = count_up(1)
        self.version = [0] * skeleton.columns
        self.settled: list[set[tuple[int, ...]]] = [set() for _ in self.version]
        parts: dict[str, list[str]] = defaultdict(list)
        for name, node in skeleton.nodes.items():
            if node.group is not None:
                parts[node.group].append(name)
        for name, node in skeleton.nodes.items():
            if node.group is None:
                names = [name, *parts[name]]
                ends = [sum(len(side.get(one, ())) for one in names) for side in (self.left, self.right)]
                block = Block(node, parts[name], self.home_band(node), (ends[0], ends[1]))
                self.columns[node.column].append(block)
        self.loops = loops_between(skeleton)
        self.blocks = {block.node.name: block for column in self.columns for block in column}
        self.gutters: list[list[tuple[str, str]]] = [[] for _ in self.columns]
        for segment in skeleton.segments:
            self.gutters[skeleton.nodes[segment.left].column].append((segment.left, segment.right))
        self.ways: dict[str, list[list[str]]] = defaultdict(list)
        for chain in skeleton.chains:
            path = skeleton.path(chain)
            if path:
                self.ways[path[0]].append(path)
                self.ways[path[-1]].append(path[::-1])

    def home_band(self, node: Node) -> int:
        """The band of a block in a lane; the lowest band for the others, until they are inserted."""
        if not self.skeleton.lanes.cross(node.column):
            return 0
        return self.last_band if node.lane is None else 2 * node.lane + 1

    def walk(self, *, deep: bool, from_right: bool = False) -> None:
        """Put what a walk along the arrows, in depth or in breadth, meets one after another near each other."""
        seen: dict[str, int] = {}
        nodes = self.skeleton.nodes
        way = -1 if from_right else 1
        for start in sorted(nodes, key=lambda name: way * nodes[name].column):
            waiting = deque([start])
            while waiting:
                name = waiting.pop() if deep else waiting.popleft()
                if name not in seen:
                    seen[name] = len(seen)
                    waiting += sorted(
                        {*self.left.get(name, ()), *self.right.get(name, ())}, key=self.rank.__getitem__
                    )
        for number, column in enumerate(self.columns):
            for block in column:
                block.band = self.home_band(block.node)
                block.parts.sort(key=lambda part: seen[part])
            column.sort(key=lambda block: (block.band, seen[block.node.name]))
            self.renumber(number)

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

    def renumber(self, number: int) -> None:
        """Note that a column changed, and where its names stand now."""
        self.version[number] = next(self.versions)
        self.number(self.columns[number])

    def copy(self) -> State:
        """The arrangement as it stands now."""
        columns = [[(block, tuple(block.parts), block.band) for block in column] for column in self.columns]
        return columns, tuple(self.version)

    def restore(self, state: State) -> None:
        """Stand again as in an earlier copy."""
        columns, version = state
        self.version[:] = version
        for column, kept in zip(self.columns, columns, strict=True):
            column[:] = [block for block, _, _ in kept]
            for block, parts, band in kept:
                block.parts[:] = parts
                block.band = band
            self.number(column)

    def count(self) -> int:
        """How many pairs of arrows cross between neighbouring columns."""
        gutters: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for segment in self.skeleton.segments:
            ends = (self.place[segment.left], self.place[segment.right])
            gutters[self.skeleton.nodes[segment.left].column] += [ends] * segment.weight
        total = 0
        for pairs in gutters.values():
            seen: list[float] = []
            for _, right in sorted(pairs):
                total += len(seen) - bisect_left(seen, right + 1e-6)
                insort(seen, right)
        looped = [column for column, loops in zip(self.columns, self.loops, strict=True) if loops]
        return total + sum(self.loop_costs(column[1:], column[0])[0] for column in looped)

    def loop_costs(self, rest: list[Block], block: Block) -> list[int]:
        """What the loops of a column cost with a block at each place among the others."""
        others = [(one.node.name, one.ends) for one in rest]
        return price_loops(self.loops[block.node.column], others, (block.node.name, block.ends))

    def sort_column(self, number: int, side: Side) -> None:
        """Sort a column by the mean place of the neighbours on a side; loose blocks go where they cross least."""
        column = self.columns[number]
        for block in column:
            block.parts.sort(key=lambda part: (self.mean([part], side), self.rank[part]))
        means = {block.node.name: (self.mean(block.names, side), self.rank[block.node.name]) for block in column}
        is_crossed = self.skeleton.lanes.cross(number)
        loose = [block for block in column if is_crossed and (block.node.lane is None or block.node.kind == "run")]
        kept = [block for block in column if block not in loose]
        column[:] = sorted(kept, key=lambda block: (block.band, means[block.node.name]))
        self.renumber(number)
        for block in sorted(loose, key=lambda block: means[block.node.name]):
            column.append(block)
            costs = pair_costs([self.places_beside(one.names, [side]) for one in column])
            self.sift(column, block, costs, {one: place for place, one in enumerate(column)}, None)
        self.number(column)

    def mean(self, names: list[str], side: Side) -> float:
        """The mean place of the neighbours of these names, the place of the first where there are none."""
        places = [self.place[other] for name in names for other in side.get(name, ())]
        return sum(places) / len(places) if places else self.place[names[0]]

    def places_beside(self, names: list[str], sides: list[Side]) -> list[list[float]]:
        """For each side the sorted places of all neighbours of these names."""
        return [sorted([self.place[other] for name in names for other in side.get(name, ())]) for side in sides]

    def sift_column(self, number: int, drift: int) -> None:
        """Move each block, and each part of its groups, to its best place; see `sift` for `drift`."""
        column = self.columns[number]
        sides = [self.left, self.right]
        known = (drift, *self.version[max(0, number - 1) : number + 2])
        if known in self.settled[number]:
            return
        before = self.version[number]
        costs = pair_costs([self.places_beside(block.names, sides) for block in column])
        rows = {block: row for row, block in enumerate(column)}
        for block in list(column):
            self.sift(column, block, costs, rows, drift)
            if len(block.parts) > 1:
                self.sift_parts(block, drift)
        self.number(column)
        if self.version[number] == before:
            self.settled[number].add(known)

    def sift(
        self, column: list[Block], block: Block, costs: list[list[int]], rows: dict[Block, int], drift: int | None
    ) -> None:
        """Move a block to the best place that it may take.

        Among equals it stays near (`drift` 0), or goes as far down (-1) or up (1) as it can, which leads out of
        dead ends; None looks for the band that its neighbours stand in.
        """
        here = column.index(block)
        rest = column[:here] + column[here + 1 :]
        places = self.places_for(block, rest)
        if len(places) == 1 and places[0] == here:
            block.band = self.band_at(block, rest, here)
            return
        changes = path_changes(here, [rows[one] for one in column], costs)
        if self.loops[block.node.column]:
            changes = list(map(add, changes, self.loop_costs(rest, block)))
        least = min([changes[place] for place in places])
        equal = [place for place in places if changes[place] == least]
        if drift is None:
            wish = self.wished_band(block)
            place = min(equal, key=lambda one: abs(self.band_at(block, rest, one) - wish))
        else:
            place = min(equal, key=lambda one: preference(one - here, drift)) if equal[1:] else equal[0]
        block.band = self.band_at(block, rest, place)
        if place != here:
            column.insert(place, column.pop(here))
            self.version[block.node.column] = next(self.versions)

    def sift_parts(self, block: Block, drift: int) -> None:
        """Move every part of a group to its best place within the group."""
        names = list(block.parts)
        costs = pair_costs([self.places_beside([name], [self.left, self.right]) for name in names])
        rows = {name: row for row, name in enumerate(names)}
        for part in names:
            here = block.parts.index(part)
            changes = path_changes(here, [rows[one] for one in block.parts], costs)
            options = [(change, preference(place - here, drift), place) for place, change in enumerate(changes)]
            place = min(options)[-1]
            if place != here:
                block.parts.insert(place, block.parts.pop(here))
                self.version[block.node.column] = next(self.versions)

    def wished_band(self, block: Block) -> float:
        """The mean band of the lanes that a block's neighbours stand in, its own where they stand in none."""
        if block.node.lane is not None or not self.last_band:
            return block.band
        nodes = self.skeleton.nodes
        lanes = [
            lane
            for name in block.names
            for other in (*self.left.get(name, ()), *self.right.get(name, ()))
            if (lane := nodes[other].lane) is not None
        ]
        return 2 * sum(lanes) / len(lanes) + 1 if lanes else block.band

    def places_for(self, block: Block, rest: list[Block]) -> Sequence[int]:
        """The places of a block among the others: in its lane; without one between lanes, a run anywhere."""
        if not self.skeleton.lanes.cross(block.node.column):
            return range(len(rest) + 1)
        bands = [one.band for one in rest]
        if block.node.lane is not None:
            own = 2 * block.node.lane + 1
            return range(bisect_left(bands, own), bisect_right(bands, own) + 1)
        if block.node.kind == "run":
            return range(len(rest) + 1)
        limits = enumerate(zip([0, *bands], [*bands, self.last_band], strict=True))
        return [place for place, (low, high) in limits if low != high or low % 2 == 0]

    def band_at(self, block: Block, rest: list[Block], place: int) -> int:
        """The band of a block at one of its places: its lane, else the nearest gap to its neighbours."""
        if not self.skeleton.lanes.cross(block.node.column):
            return 0
        if block.node.lane is not None:
            return 2 * block.node.lane + 1
        low = rest[place - 1].band if place else 0
        high = rest[place].band if place < len(rest) else self.last_band
        first, last = low + low % 2, high - high % 2
        return min(max(2 * round(self.wished_band(block) / 2), first), last) if first <= last else low
