"""`Layer`: a column as numbers, so that it can be ordered fast.

Every block of a column has a row, and every name a slot: the slot of a block is its row, those of the parts of
groups follow. A group stands at the mean place of its parts, maybe level with one of them: the last slots are for
a group and one of its parts together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from toc.diagram.blocks import Block, Side, stack_blocks
from toc.diagram.crossing_costs import Beside, Ends, gather
from toc.diagram.skeleton import Skeleton, neighbours

__all__ = ["Group", "Layer", "Way", "find_ways", "stack_layers"]

Sides = tuple[list[list[int]], list[list[int]]]

Way = list[tuple[int, int]]
"""The column and slot of every name along an arrow, from one of its ends to the other."""


@dataclass(frozen=True, slots=True)
class Group:
    """The row of a group with parts and the slots of these; `movable` are the parts that any arrow meets."""

    row: int
    slots: range
    beside: Beside
    movable: frozenset[int]


@dataclass(frozen=True, slots=True)
class Layer:
    """The blocks of a column by row, its names by slot, and the slots on either side of each, arrow by arrow.

    `owners` gives the row of each slot; `movable` are the rows that any arrow meets: it is all the same where the
    others stand; `lanes` are those that the neighbours of each row stand in; `gutter` are the slots at both ends
    of every arrow to the next column.
    """

    blocks: list[Block]
    names: list[str]
    sides: Sides
    owners: list[int]
    groups: list[Group]
    beside: Beside
    movable: frozenset[int]
    lanes: list[list[int]]
    gutter: list[tuple[int, int]]


def stack_layers(skeleton: Skeleton) -> list[Layer]:
    """The layers of a skeleton, from left to right."""
    near = neighbours(skeleton)
    columns = stack_blocks(skeleton, near)
    names = [
        [*(one.node.name for one in column), *(part for one in column for part in one.parts)] for column in columns
    ]
    slots = {name: slot for own in names for slot, name in enumerate(own)}
    sizes = [0, *(2 * len(own) - len(column) for own, column in zip(names, columns, strict=True)), 0]
    layers = []
    for number, column in enumerate(columns):
        left, right = ([[slots[one] for one in side.get(name, ())] for name in names[number]] for side in near)
        lanes = [find_lanes(skeleton, block, near) for block in column]
        layers.append(find_layer(column, names[number], (left, right), lanes, sizes[number : number + 3 : 2]))
    for number, layer in enumerate(layers):
        for beside in (layer.beside, *(group.beside for group in layer.groups)):
            if number:
                join_levels(beside.ends[0], layers[number - 1])
            if number + 1 < len(layers):
                join_levels(beside.ends[1], layers[number + 1])
    return layers


def find_lanes(skeleton: Skeleton, block: Block, sides: Sequence[Side]) -> list[int]:
    """The lanes that the neighbours of a block stand in, arrow by arrow."""
    beside = [other for name in block.names for side in sides for other in side.get(name, ())]
    return [lane for other in beside if (lane := skeleton.nodes[other].lane) is not None]


def join_levels(ends: Ends, layer: Layer) -> None:
    """Note what leads to a group beside and one of its parts together, for each of them."""
    shift = len(layer.names) - len(layer.blocks)
    for group in layer.groups:
        own_units, own_rows = ends[group.row]
        for slot in group.slots:
            units, rows = ends[slot]
            ends[slot + shift] = (units + own_units, rows + own_rows)


def find_layer(
    column: list[Block], names: list[str], sides: Sides, lanes: list[list[int]], sizes: Sequence[int]
) -> Layer:
    """The layer of a column; `sizes` says how many slots the columns on either side have."""
    owners = list(range(len(column)))
    groups = []
    for block in column:
        if block.parts:
            slots = range(len(owners), len(owners) + len(block.parts))
            parts = {slot: part for part, slot in enumerate(slots)}
            beside = gather(parts, len(slots), sides, sizes)
            groups.append(Group(block.row, slots, beside, find_movable(parts, sides)))
            owners += [block.row] * len(slots)
    rows = dict(enumerate(owners))
    beside = gather(rows, len(column), sides, sizes)
    gutter = [(slot, other) for slot, others in enumerate(sides[1]) for other in others]
    return Layer(column, names, sides, owners, groups, beside, find_movable(rows, sides), lanes, gutter)


def find_movable(rows: dict[int, int], sides: Sides) -> frozenset[int]:
    """The rows that any arrow meets; `rows` gives the row of each slot."""
    return frozenset(row for slot, row in rows.items() if sides[0][slot] or sides[1][slot])


def find_ways(skeleton: Skeleton, layers: list[Layer]) -> dict[tuple[int, int], list[Way]]:
    """For every box the ways of its arrows to other columns, each from that box on."""
    spots = {name: (column, slot) for column, layer in enumerate(layers) for slot, name in enumerate(layer.names)}
    ways: dict[tuple[int, int], list[Way]] = defaultdict(list)
    for chain in skeleton.chains:
        path = [spots[name] for name in skeleton.path(chain)]
        if path:
            ways[path[0]].append(path)
            ways[path[-1]].append(path[::-1])
    return ways
