"""`Mover`: a box with arrows that skip columns, and what is moved together with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from toc.diagram.layers import Layer, Way

__all__ = ["Mover", "find_movers"]


@dataclass(frozen=True, slots=True)
class Mover:
    """A box, or a part of a group, with an arrow that skips a column.

    `group` is the number of its group in its column. `ways` are its arrows from it outwards, the short ones first;
    `gone` the arrows that are taken out of each gutter with it, and `numbers` theirs in the gutter; `reach` the
    columns that it is joined to, with those beside.
    """

    column: int
    slot: int
    row: int
    group: int | None
    ways: list[Way]
    gone: dict[int, list[tuple[int, int]]]
    numbers: dict[int, list[int]]
    reach: slice


def find_movers(layers: list[Layer], ways: dict[tuple[int, int], list[Way]]) -> list[Mover]:
    """Every box and part with an arrow that skips a column, column by column."""
    movers = []
    places = [{pair: number for number, pair in enumerate(layer.gutter)} for layer in layers]
    for (column, slot), own in sorted(ways.items()):
        layer = layers[column]
        groups = [number for number, group in enumerate(layer.groups) if slot in group.slots]
        is_whole = any(group.row == slot for group in layer.groups)
        is_alone = any(len(layer.groups[number].slots) == 1 for number in groups)
        if not is_whole and not is_alone and any(len(way) > 2 for way in own):
            gone = find_gone(own)
            numbers = {gutter: [places[gutter][pair] for pair in pairs] for gutter, pairs in gone.items()}
            columns = [column, *(way[-1][0] for way in own)]
            reach = slice(max(0, min(columns) - 1), max(columns) + 2)
            group = groups[0] if groups else None
            movers.append(
                Mover(column, slot, layer.owners[slot], group, sorted(own, key=len), gone, numbers, reach)
            )
    return movers


def find_gone(ways: list[Way]) -> dict[int, list[tuple[int, int]]]:
    """The arrows along some ways in each gutter, from left to right."""
    gone: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for way in ways:
        for (here, one), (there, other) in pairwise(way):
            gone[min(here, there)].append((one, other) if here < there else (other, one))
    return dict(gone)
