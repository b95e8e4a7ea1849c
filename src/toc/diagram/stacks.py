"""`Stack`: what one column holds in one band, from top to bottom, with the least room that it needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toc.diagram.blocks import Block
from toc.diagram.captions import Captions
from toc.diagram.measures import Measures
from toc.diagram.order import Order
from toc.diagram.sizes import BoxSize
from toc.diagram.skeleton import Skeleton

__all__ = ["Item", "Stack", "build_stacks"]


@dataclass(frozen=True, slots=True)
class Item:
    """A box or run: how far it reaches above and below its own middle, with what belongs to its group's frame."""

    name: str
    up: float
    down: float
    is_run: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """The items of a column within a band (None: the whole height) and the gaps between them."""

    column: int
    band: int | None
    items: tuple[Item, ...]
    gaps: tuple[float, ...]

    @property
    def height(self) -> float:
        """The least height that the items and gaps need."""
        return sum(item.up + item.down for item in self.items) + sum(self.gaps)


def build_stacks(
    skeleton: Skeleton,
    order: Order,
    sizes: dict[str, BoxSize],
    captions: Captions,
    ports: Counter[tuple[str, str]],
    measures: Measures,
) -> tuple[Stack, ...]:
    """Stack the blocks of every column, band by band where lanes run through it."""
    stacks = []
    for number, column in enumerate(order.columns):
        is_crossed = skeleton.lanes.cross(number)
        for band in sorted({block.band for block in column}) if is_crossed else [None] * bool(column):
            blocks = [block for block in column if band is None or block.band == band]
            items: list[Item] = []
            gaps: list[float] = []
            for block in blocks:
                inner = items_of(block, sizes, captions, ports, measures)
                if items:
                    gaps.append(gap_between(items[-1], inner[0], measures))
                gaps += [measures.box_gap] * (len(inner) - 1)
                items += inner
            stacks.append(Stack(number, band, tuple(items), tuple(gaps)))
    return tuple(stacks)


def items_of(
    block: Block,
    sizes: dict[str, BoxSize],
    captions: Captions,
    ports: Counter[tuple[str, str]],
    measures: Measures,
) -> list[Item]:
    """The items of a block; the first and last part of a group also carry the frame."""
    name = block.node.name
    if block.node.kind == "run":
        return [Item(name, 0.5, 0.5, is_run=True)]
    if block.node.kind == "box":
        half = sizes[name].height / 2
        return [Item(name, half, half)]
    above = captions[name].height(measures) + measures.group_pad
    if not block.parts:
        half = (above + measures.group_pad) / 2
        return [Item(name, half, half)]
    halves = [sizes[part].height / 2 for part in block.parts]
    inner = 2 * sum(halves) + (len(halves) - 1) * measures.box_gap + above + measures.group_pad
    gates = max(
        (ports[name, side] + 1.7 * sum(ports[part, side] for part in block.parts)) * measures.port_gap
        for side in ("left", "right")
    )
    below = measures.group_pad + max(0.0, gates + measures.port_gap - inner)
    last = len(halves) - 1
    return [
        Item(part, half + (above if place == 0 else 0.0), half + (below if place == last else 0.0))
        for place, (part, half) in enumerate(zip(block.parts, halves, strict=True))
    ]


def gap_between(upper: Item, lower: Item, measures: Measures) -> float:
    """The least gap between two neighbours of a column."""
    return measures.run_gap if upper.is_run or lower.is_run else measures.box_gap
