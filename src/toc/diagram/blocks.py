"""`Block`: what moves as one when the columns are ordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from toc.diagram.skeleton import Node, Skeleton

__all__ = ["Block", "Side", "stack_blocks"]

Side = dict[str, list[str]]
"""What stands on one side of every name, arrow by arrow."""


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
