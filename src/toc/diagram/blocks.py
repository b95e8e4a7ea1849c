"""`Block`: what moves as one when the columns are ordered, and what it is joined to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from toc.diagram.skeleton import Node, Skeleton

__all__ = [
    "Block",
    "Names",
    "Side",
    "Way",
    "find_gutters",
    "find_reach",
    "find_ways",
    "names_beside",
    "stack_blocks",
]

Side = dict[str, list[str]]
"""What stands on one side of every name, arrow by arrow."""

Names = tuple[list[str], list[int]]
"""What stands beside the blocks of a column on one side, arrow by arrow, with the row of the block."""

Way = list[str]
"""The names along an arrow, from one of its ends to the other."""


@dataclass(slots=True, eq=False)
class Block:
    """What moves as one: a box or a run, or a group with its parts in order.

    `band` is the horizontal band it stands in: lane n is band 2n + 1, the even bands lie between the lanes. `ends`
    counts the arrows that meet its left and right side; `row` is its number in its column, wherever it stands.
    """

    node: Node
    row: int
    parts: list[str] = field(default_factory=list)
    band: int = 0
    ends: tuple[int, int] = (0, 0)

    @property
    def names(self) -> list[str]:
        """The block's own name and those of its parts."""
        return [self.node.name, *self.parts]


def stack_blocks(skeleton: Skeleton, sides: Sequence[Side]) -> list[list[Block]]:
    """The blocks of every column, in the order of the skeleton."""
    parts: dict[str, list[str]] = defaultdict(list)
    for name, node in skeleton.nodes.items():
        if node.group is not None:
            parts[node.group].append(name)
    columns: list[list[Block]] = [[] for _ in range(skeleton.columns)]
    for name, node in skeleton.nodes.items():
        if node.group is None:
            left, right = (sum(len(side.get(one, ())) for one in [name, *parts[name]]) for side in sides)
            column = columns[node.column]
            column.append(Block(node, len(column), parts[name], ends=(left, right)))
    return columns


def names_beside(rows: list[list[str]], sides: Sequence[Side]) -> list[Names]:
    """What stands on each side of these names, row by row."""
    found = []
    for side in sides:
        pairs = [(other, row) for row, names in enumerate(rows) for name in names for other in side.get(name, ())]
        found.append(([other for other, _ in pairs], [row for _, row in pairs]))
    return found


def find_gutters(skeleton: Skeleton) -> list[list[tuple[str, str]]]:
    """For every column the ends of the arrows that run from it to the next."""
    gutters: list[list[tuple[str, str]]] = [[] for _ in range(skeleton.columns)]
    for segment in skeleton.segments:
        gutters[skeleton.nodes[segment.left].column] += [(segment.left, segment.right)] * segment.weight
    return gutters


def find_ways(skeleton: Skeleton) -> dict[str, list[Way]]:
    """For every box the ways of its arrows to other columns, each from that box on."""
    ways: dict[str, list[Way]] = defaultdict(list)
    for chain in skeleton.chains:
        path = skeleton.path(chain)
        if path:
            ways[path[0]].append(path)
            ways[path[-1]].append(path[::-1])
    return ways


def find_reach(skeleton: Skeleton, ways: dict[str, list[Way]]) -> dict[str, tuple[int, int]]:
    """For every box with an arrow that skips a column the columns that it is joined to and those beside them.

    They are told as the first of them and the one after the last.
    """
    reach = {}
    for name, own in ways.items():
        if any(len(way) > 2 for way in own):
            columns = [skeleton.nodes[name].column, *(skeleton.nodes[way[-1]].column for way in own)]
            reach[name] = (max(0, min(columns) - 1), max(columns) + 2)
    return reach
