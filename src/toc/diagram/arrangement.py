"""`Arrangement`: the rows of every column as they stand, what they cross, and copies of all that."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import chain
from itertools import count as count_up

from toc.diagram.blocks import Block
from toc.diagram.crossing_costs import Beside, Differences, find_differences
from toc.diagram.free_places import FreePlaces
from toc.diagram.layers import find_ways, stack_layers
from toc.diagram.loop_costs import find_loop_costs
from toc.diagram.skeleton import Skeleton

__all__ = ["Arrangement", "State"]

Versions = tuple[int, ...]
"""How some columns stood: a column gets another version whenever something moves in it."""


@dataclass(frozen=True, slots=True)
class State:
    """A copy of an arrangement."""

    rows: list[list[int]]
    bands: list[list[int]]
    inner: list[list[list[int]]]
    versions: list[int]
    crossings: int


class Arrangement:
    """The rows of every column from top to bottom with their bands, and the slots of the parts of its groups.

    Whoever moves something calls `note` for its column; `crossings` is up to date after `count`, and
    while only sifting moves something, as long as no group is there.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.layers = stack_layers(skeleton)
        self.loops = find_loop_costs(skeleton, self.layers)
        self.ways = find_ways(skeleton, self.layers)
        self.rows = [list(range(len(layer.blocks))) for layer in self.layers]
        self.inner = [[list(group.slots) for group in layer.groups] for layer in self.layers]
        self.fresh = count_up(1)
        self.versions = [0] * len(self.layers)
        self.crossings = 0
        self.bands = [[0] * len(rows) for rows in self.rows]
        self.set_lanes(tuple(range(len(skeleton.lanes.strands))))
        self.places: list[list[float]] = [[0] * len(layer.names) for layer in self.layers]
        self.placed = [-1] * len(self.layers)
        self.stood: list[tuple[int, list[int]]] = [(-1, [])] * len(self.layers)
        self.counted: list[dict[Versions, int]] = [{} for _ in self.layers]
        self.tables: dict[int, tuple[Versions, Differences]] = {}
        self.settled: list[set[Versions]] = [set() for _ in self.layers]

    def set_lanes(self, ranks: tuple[int, ...]) -> None:
        """Let the lanes stand in another order; the columns have to be ordered again."""
        self.ranks = ranks
        self.free = [FreePlaces(self.skeleton, layer, number, ranks) for number, layer in enumerate(self.layers)]

    def note(self, number: int) -> None:
        """Note that something moved in a column."""
        self.versions[number] = next(self.fresh)

    def copy(self) -> State:
        """The arrangement as it stands now."""
        inner = [[own.copy() for own in groups] for groups in self.inner]
        rows, bands = [own.copy() for own in self.rows], [own.copy() for own in self.bands]
        return State(rows, bands, inner, self.versions.copy(), self.crossings)

    def restore(self, state: State) -> None:
        """Stand again as in an earlier copy."""
        for number, version in enumerate(state.versions):
            if self.versions[number] != version:
                self.rows[number] = state.rows[number].copy()
                self.bands[number] = state.bands[number].copy()
                self.inner[number] = [own.copy() for own in state.inner[number]]
                self.versions[number] = version
        self.crossings = state.crossings

    def place(self, number: int) -> list[float]:
        """The place of every slot of a column; a group stands at the mean of its parts."""
        at = self.places[number]
        if self.placed[number] != self.versions[number]:
            self.placed[number] = self.versions[number]
            groups = self.layers[number].groups
            if not groups:
                for place, row in enumerate(self.rows[number]):
                    at[row] = place
            else:
                self._place_groups(number, at)
        return at

    def _place_groups(self, number: int, at: list[float]) -> None:
        parts = {group.row: own for group, own in zip(self.layers[number].groups, self.inner[number], strict=True)}
        place = 0
        for row in self.rows[number]:
            inner = parts.get(row, (row,))
            at[row] = place + (len(inner) - 1) / 2
            if row in parts:
                for slot in inner:
                    at[slot] = place
                    place += 1
            else:
                place += 1

    def levels(self, number: int) -> list[int]:
        """The slots of a column from top to bottom; a group level with one of its parts has a slot of its own."""
        layer = self.layers[number]
        if not layer.groups:
            return self.rows[number]
        if self.stood[number][0] != self.versions[number]:
            parts = {group.row: own for group, own in zip(layer.groups, self.inner[number], strict=True)}
            shift = len(layer.names) - len(layer.blocks)
            self.stood[number] = (
                self.versions[number],
                list(chain.from_iterable(group_levels(row, parts.get(row), shift) for row in self.rows[number])),
            )
        return self.stood[number][1]

    def differences(self, number: int, beside: Beside) -> Differences:
        """The differences of all pairs of a column, or of a group in it, kept until a column beside it changes."""
        key = (self.versions[number - 1] if number else 0, *self.versions[number + 1 : number + 2])
        last = self.tables.get(id(beside))
        if last is None or last[0] != key:
            left = self.levels(number - 1) if number else ()
            right = self.levels(number + 1) if number + 1 < len(self.rows) else ()
            last = (key, find_differences(beside, left, right))
            self.tables[id(beside)] = last
        return last[1]

    def count(self) -> int:
        """How many pairs of arrows cross between neighbouring columns."""
        total = 0
        for number, known in enumerate(self.counted):
            key = tuple(self.versions[number : number + 2])
            if key not in known:
                known[key] = self._count_beside(number)
            total += known[key]
        self.crossings = total
        return total

    def _count_beside(self, number: int) -> int:
        """How many pairs of arrows cross in the gutter right of a column, and by the loops of that column."""
        total = 0
        gutter = self.layers[number].gutter
        if gutter:
            left, right = self.place(number), self.place(number + 1)
            seen: list[float] = []
            for _, end in sorted([(left[one], right[other]) for one, other in gutter]):
                total += len(seen) - bisect_right(seen, end)
                insort(seen, end)
        loops = self.loops[number]
        if loops:
            loops.stand(self.rows[number])
            total += loops.total()
        return total

    def blocks(self) -> list[list[Block]]:
        """The blocks of every column from top to bottom, with their bands and with their parts in order."""
        for layer, rows, bands, inner in zip(self.layers, self.rows, self.bands, self.inner, strict=True):
            for row, band in zip(rows, bands, strict=True):
                layer.blocks[row].band = band
            for group, slots in zip(layer.groups, inner, strict=True):
                layer.blocks[group.row].parts[:] = [layer.names[slot] for slot in slots]
        return [[layer.blocks[row] for row in rows] for layer, rows in zip(self.layers, self.rows, strict=True)]


def group_levels(row: int, parts: list[int] | None, shift: int) -> list[int]:
    """The slots of a block from top to bottom; the middle one of a group may stand for two."""
    if parts is None:
        return [row]
    middle = len(parts) // 2
    if len(parts) % 2:
        return [*parts[:middle], parts[middle] + shift, *parts[middle + 1 :]]
    return [*parts[:middle], row, *parts[middle:]]
