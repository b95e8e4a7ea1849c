"""`Stack`: what one column holds in one band, from top to bottom, with the least room that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from toc.diagram.blocks import Block
from toc.diagram.captions import Captions
from toc.diagram.measures import Measures
from toc.diagram.order import Order
from toc.diagram.skeleton import Skeleton

__all__ = ["Item", "Pile", "Stack", "build_stacks", "count_gates", "pile_blocks"]


class Pile(NamedTuple):
    """The blocks of a column within a band (None: the whole height), before they have a size."""

    column: int
    band: int | None
    blocks: tuple[Block, ...]


class Item(NamedTuple):
    """A box or run: how far it reaches above and below its own middle, with what belongs to its group's frame."""

    name: str
    up: float
    down: float
    is_run: bool = False


class Stack(NamedTuple):
    """The items of a pile, the gaps between them, and the least height that all of them need."""

    column: int
    band: int | None
    items: tuple[Item, ...]
    gaps: tuple[float, ...]
    height: float


def pile_blocks(skeleton: Skeleton, order: Order) -> tuple[Pile, ...]:
    """Pile the blocks of every column, band by band where lanes run through it."""
    piles = []
    for number, column in enumerate(order.columns):
        if skeleton.lanes.cross(number):
            bands = sorted({block.band for block in column})
            piles += [Pile(number, band, tuple(one for one in column if one.band == band)) for band in bands]
        elif column:
            piles.append(Pile(number, None, tuple(column)))
    return tuple(piles)


def count_gates(piles: tuple[Pile, ...], ports: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """For each opened whole how many arrows pass its busier side, those of its parts with the room around them."""
    return {
        block.node.name: max(
            ports[block.node.name, side] + 1.7 * sum(ports[part, side] for part in block.parts)
            for side in ("left", "right")
        )
        for pile in piles
        for block in pile.blocks
        if block.parts
    }


def build_stacks(
    piles: tuple[Pile, ...],
    heights: Mapping[str, float],
    captions: Captions,
    gates: Mapping[str, float],
    measures: Measures,
) -> tuple[Stack, ...]:
    """Measure every pile at one font size: `heights` are those of the boxes, `gates` as `count_gates` has them."""
    box_gap, run_gap = measures.box_gap, measures.run_gap
    stacks = []
    for column, band, blocks in piles:
        items: list[Item] = []
        gaps: list[float] = []
        for block in blocks:
            name, kind = block.node.name, block.node.kind
            if items:
                gaps.append(run_gap if kind == "run" or items[-1].is_run else box_gap)
            if kind == "box":
                half = heights[name] / 2
                items.append(Item(name, half, half))
            elif kind == "run":
                items.append(Item(name, 0.5, 0.5, is_run=True))
            else:
                inner = items_of(block, heights, captions, gates, measures)
                gaps += [box_gap] * (len(inner) - 1)
                items += inner
        height = sum([up + down for _, up, down, _ in items]) + sum(gaps)
        stacks.append(Stack(column, band, tuple(items), tuple(gaps), height))
    return tuple(stacks)


def items_of(
    block: Block,
    heights: Mapping[str, float],
    captions: Captions,
    gates: Mapping[str, float],
    measures: Measures,
) -> list[Item]:
    """The parts of an opened whole; the first and last also carry its frame."""
    name, pad = block.node.name, measures.group_pad
    above = captions[name].height(measures) + pad
    if not block.parts:
        half = (above + pad) / 2
        return [Item(name, half, half)]
    halves = [heights[part] / 2 for part in block.parts]
    inner = 2 * sum(halves) + (len(halves) - 1) * measures.box_gap + above + pad
    below = pad + max(0.0, gates[name] * measures.port_gap + measures.port_gap - inner)
    last = len(halves) - 1
    return [
        Item(part, half + (above if place == 0 else 0.0), half + (below if place == last else 0.0))
        for place, (part, half) in enumerate(zip(block.parts, halves, strict=True))
    ]
