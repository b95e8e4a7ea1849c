"""`Arrangement`: blocks in columns that can be counted, sorted and sifted.

Crossings are counted pair by pair: what two blocks of a column cost in either order depends only on the columns
beside it, so it is counted once, and every move of a block is a sum of such differences. What was counted for
columns that stand as they stood is counted no second time.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import deque
from itertools import count as count_up
from operator import sub

from toc.diagram.blocks import (
    Block,
    Names,
    Side,
    find_gutters,
    find_reach,
    find_ways,
    names_beside,
    stack_blocks,
)
from toc.diagram.crossing_costs import Differences, Ends, best_place, gains_of, pair_differences
from toc.diagram.free_places import FreePlaces
from toc.diagram.loop_costs import find_loop_costs
from toc.diagram.skeleton import Skeleton, neighbours

__all__ = ["Arrangement", "State"]

Versions = tuple[int, ...]
"""How some columns stood: a column gets another version whenever something moves in it."""

State = tuple[list[list[tuple[Block, tuple[str, ...], int]]], Versions]
"""A copy of an arrangement: each block of each column with its parts and band, and the columns' versions."""


class Arrangement:
    """The blocks of every column as they stand, and the place of each name in its column."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.left, self.right = self.sides = neighbours(skeleton)
        self.rank = {name: rank for rank, name in enumerate(skeleton.nodes)}
        self.free = FreePlaces(skeleton, self.sides)
        self.columns = stack_blocks(skeleton, self.sides)
        self.blocks = {block.node.name: block for column in self.columns for block in column}
        self.beside = [names_beside([block.names for block in column], self.sides) for column in self.columns]
        groups = [block for block in self.blocks.values() if len(block.parts) > 1]
        self.inside = {block: names_beside([[part] for part in block.parts], self.sides) for block in groups}
        self.part_rows = {part: row for block in groups for row, part in enumerate(block.parts)}
        self.gutters = find_gutters(skeleton)
        self.loops = find_loop_costs(skeleton, self.columns)
        self.ways = find_ways(skeleton)
        self.reach = find_reach(skeleton, self.ways)
        self.place: dict[str, float] = {}
        self.versions = count_up(1)
        self.version = [0] * skeleton.columns
        self.counted: list[dict[Versions, int]] = [{} for _ in self.columns]
        self.tables: dict[int, tuple[Versions, Differences]] = {}
        self.settled: list[set[Versions]] = [set() for _ in self.columns]
        self.at_rest: set[tuple[int | str, ...]] = set()

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
                block.band = self.free.home_band(block.node)
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
        total = 0
        for number, known in enumerate(self.counted):
            key = tuple(self.version[number : number + 2])
            if key not in known:
                known[key] = self.count_beside(number)
            total += known[key]
        return total

    def count_beside(self, number: int) -> int:
        """How many pairs of arrows cross in the gutter right of a column, and by the loops of that column."""
        place = self.place
        seen: list[float] = []
        total = 0
        for _, right in sorted([(place[left], place[right]) for left, right in self.gutters[number]]):
            total += len(seen) - bisect_right(seen, right)
            insort(seen, right)
        loops = self.loops[number]
        if loops:
            loops.stand([block.row for block in self.columns[number]])
            total += loops.total()
        return total

    def sort_column(self, number: int, side: Side) -> None:
        """Sort a column by the mean place of the neighbours on a side; loose blocks go where they cross least."""
        column = self.columns[number]
        for block in column:
            block.parts.sort(key=lambda part: (self.mean([part], side), self.rank[part]))
        means = {block.node.name: (self.mean(block.names, side), self.rank[block.node.name]) for block in column}
        loose = [block for block in column if self.free.is_loose(block)]
        kept = [block for block in column if not self.free.is_loose(block)]
        column[:] = sorted(kept, key=lambda block: (block.band, means[block.node.name]))
        if loose:
            table = pair_differences(len(means), [self.ends(self.beside[number][side is self.right])])
            rows = [block.row for block in column]
            for block in sorted(loose, key=lambda block: means[block.node.name]):
                self.insert(column, rows, block, table[block.row])
        self.renumber(number)

    def insert(self, column: list[Block], rows: list[int], block: Block, table: tuple[int, ...]) -> None:
        """Put a block where it crosses least; among equal places, in the band that its neighbours stand in."""
        places = self.free.places_for(block, column)
        gains = gains_of(table, rows)
        best = max([gains[place] for place in places])
        wish = self.free.wished_band(block)
        equal = [place for place in places if gains[place] == best]
        place = min(equal, key=lambda one: abs(self.free.band_at(block, column, one) - wish))
        block.band = self.free.band_at(block, column, place)
        column.insert(place, block)
        rows.insert(place, block.row)

    def mean(self, names: list[str], side: Side) -> float:
        """The mean place of the neighbours of these names, the place of the first where there are none."""
        places = [self.place[other] for name in names for other in side.get(name, ())]
        return sum(places) / len(places) if places else self.place[names[0]]

    def ends(self, names: Names) -> Ends:
        """Where what stands beside a column stands now."""
        return [self.place[name] for name in names[0]], names[1]

    def beside_versions(self, number: int) -> tuple[int, ...]:
        """The versions of the columns beside one."""
        return (self.version[number - 1] if number else 0, *self.version[number + 1 : number + 2])

    def differences(self, number: int) -> Differences:
        """The differences of all pairs of a column, by row."""
        return self.differences_of(number, self.beside[number], len(self.columns[number]))

    def differences_of(self, number: int, beside: list[Names], count: int) -> Differences:
        """The differences of all pairs of a column or a group in it, kept until a column beside it changes."""
        key = self.beside_versions(number)
        last = self.tables.get(id(beside))
        if last is None or last[0] != key:
            last = (key, pair_differences(count, [self.ends(names) for names in beside]))
            self.tables[id(beside)] = last
        return last[1]

    def sift_column(self, number: int, drift: int) -> None:
        """Move each block, and each part of its groups, to its best place; see `sift` for `drift`."""
        column = self.columns[number]
        known = (drift, *self.version[max(0, number - 1) : number + 2])
        if known in self.settled[number]:
            return
        before = self.version[number]
        table = self.differences(number)
        rows = [block.row for block in column]
        loops = self.loops[number]
        if loops:
            loops.stand(rows)
        for block in list(column):
            self.sift(column, rows, block, table[block.row], drift)
            if block in self.inside:
                self.sift_parts(block, drift)
        if self.version[number] == before:
            self.settled[number].add(known)
        else:
            self.number(column)

    def sift(self, column: list[Block], rows: list[int], block: Block, table: tuple[int, ...], drift: int) -> None:
        """Move a block to the best place that it may take.

        Among equals it stays near (`drift` 0), or goes as far down (-1) or up (1) as it can, which leads out of
        dead ends.
        """
        number = block.node.column
        here = rows.index(block.row)
        gains = gains_of(table, rows[:here] + rows[here + 1 :])
        loops = self.loops[number]
        if loops:
            gains = list(map(sub, gains, loops.costs(block.row)))
        best = max(gains)
        if gains[here] == best and (not drift or gains.count(best) == 1):
            return
        rest = column[:here] + column[here + 1 :]
        places = self.free.places_for(block, rest)
        place = best_place(here, places, gains, drift)
        if place != here:
            block.band = self.free.band_at(block, rest, place)
            column.insert(place, column.pop(here))
            rows.insert(place, rows.pop(here))
            self.version[number] = next(self.versions)
            if loops:
                loops.stand(rows)

    def sift_parts(self, block: Block, drift: int) -> None:
        """Move every part of a group to its best place within the group."""
        number = block.node.column
        known: tuple[int | str, ...] = (drift, *self.beside_versions(number), *block.parts)
        if known in self.at_rest:
            return
        table = self.differences_of(number, self.inside[block], len(block.parts))
        rows = [self.part_rows[part] for part in block.parts]
        for part in list(block.parts):
            here = block.parts.index(part)
            gains = gains_of(table[rows[here]], rows[:here] + rows[here + 1 :])
            place = best_place(here, range(len(gains)), gains, drift)
            if place != here:
                block.parts.insert(place, block.parts.pop(here))
                rows.insert(place, rows.pop(here))
                self.version[number] = next(self.versions)
        if known[-len(rows) :] == tuple(block.parts):
            self.at_rest.add(known)
