"""`Order`: what stands above what in every column, chosen so that few arrows cross.

Columns are first sorted by the mean place of their neighbours, both ways; then each block is tried at every place
that it may take (sifting) and each box with long arrows is moved together with these, until nothing improves; then
one box after another is led elsewhere, the busiest first, and all is settled again; the best arrangement seen is
kept. Nothing is left to chance: all this follows a fixed sequence, and ties go by label, then by id.
Sources: Sugiyama, Tagawa and Toda (1981) for the sweeps; Matuszewski, Schönfeld and Molitor (1999) for sifting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toc.diagram.blocks import Block
from toc.diagram.reinsertion import reinsert_boxes
from toc.diagram.sifting import Arrangement
from toc.diagram.skeleton import Skeleton

__all__ = ["Order", "order_columns"]

SWEEPS = 4
ROUNDS = 24
PATIENCE = 2
EFFORT = 7_000_000
"""How much work shaking may take: the square of the pairs of blocks of one column, per shake."""
MOST_SHAKES = 24
MOST_IN_VAIN = 5
"""How many shakes in turn may bring nothing."""
STEPS = (1, -1, 2, -2)
LARGE = 16_000
"""Above so many pairs one start must do."""
LEAST_GAIN = 0.99
"""What a round must leave of the crossings at most to be worth another: large theories gain little for long."""
WORTH_MORE = 1.1
"""How many times the fewest crossings a shaken arrangement may have for its boxes to be reinserted."""
WALKS = ((True, False), (False, True))
"""From where each attempt starts: a walk in depth from the left, and one in breadth from the right."""


@dataclass(frozen=True, slots=True)
class Order:
    """The blocks of every column from top to bottom, and how many pairs of arrows cross between the columns."""

    columns: list[list[Block]]
    crossings: int


def order_columns(skeleton: Skeleton) -> Order:
    """Order every column of a skeleton; the result depends on its nodes, their order and their links."""
    arrangement = Arrangement(skeleton)
    pairs = sum(len(column) ** 2 for column in arrangement.columns)
    starts = []
    if not skeleton.chains:  # nothing can cross, and the order of the labels is easiest to find one's way in
        arrangement.walk(deep=True)
        return Order(arrangement.columns, 0)
    for deep, from_right in WALKS if pairs <= LARGE else WALKS[:1]:
        arrangement.walk(deep=deep, from_right=from_right)
        sweep(arrangement, from_right=from_right)
        starts.append((descend(arrangement, PATIENCE), arrangement.copy()))
    arrangement.restore(min(starts, key=lambda start: start[0])[1])
    stayed: dict[str, list[int]] = {}
    best = settle(arrangement, stayed)
    kept = arrangement.copy()
    in_vain = 0
    for number in range(min(MOST_SHAKES, EFFORT // (1 + pairs**2)) if best else 0):
        disturb(arrangement, number)
        found = resettle(arrangement, stayed, WORTH_MORE * best)
        in_vain = 0 if found < best else in_vain + 1
        if found < best:
            best, kept = found, arrangement.copy()
        else:
            arrangement.restore(kept)
        if not best or in_vain >= MOST_IN_VAIN:
            break
    return Order(arrangement.columns, best)


def settle(arrangement: Arrangement, stayed: dict[str, list[int]]) -> int:
    """Sift blocks and reinsert boxes in turn until that brings next to nothing; the count of crossings."""
    best = descend(arrangement, PATIENCE)
    while best:
        reinsert_boxes(arrangement, stayed)
        before, best = best, descend(arrangement, PATIENCE)
        if best > LEAST_GAIN * before:
            break
    return best


def resettle(arrangement: Arrangement, stayed: dict[str, list[int]], limit: float) -> int:
    """Sift all columns, and reinsert boxes where that comes within a limit; the count of crossings."""
    found = descend(arrangement, 1)
    if found > limit:
        return found
    reinsert_boxes(arrangement, stayed)
    return descend(arrangement, 1)


def disturb(arrangement: Arrangement, number: int) -> None:
    """Lead away from the arrangement: each time with another box, the busiest first."""
    boxes = [block for column in arrangement.columns if len(column) > 2 for block in column]
    boxes = [block for block in boxes if block.node.kind == "box"]
    boxes.sort(key=lambda block: (-sum(block.ends), arrangement.rank[block.node.name]))
    if not boxes or not draw_along(arrangement, boxes[number % len(boxes)], number):
        shake(arrangement, number)


def draw_along(arrangement: Arrangement, block: Block, turn: int) -> bool:
    """Move a box a step or two and sort the other columns after it; False where it has no other place."""
    number = block.node.column
    column = arrangement.columns[number]
    here = column.index(block)
    rest = column[:here] + column[here + 1 :]
    free = arrangement.free.places_for(block, rest)
    if len(free) < 2:
        return False
    place = free[(free.index(here) + STEPS[turn % len(STEPS)]) % len(free)]
    block.band = arrangement.free.band_at(block, rest, place)
    column.insert(place, column.pop(here))
    arrangement.renumber(number)
    for other in range(number - 1, -1, -1):
        arrangement.sort_column(other, arrangement.right)
    for other in range(number + 1, len(arrangement.columns)):
        arrangement.sort_column(other, arrangement.left)
    return True


def sweep(arrangement: Arrangement, *, from_right: bool) -> None:
    """Sort and sift the columns from left to right and back, and keep the best."""
    columns = range(len(arrangement.columns))
    best, kept = arrangement.count(), arrangement.copy()
    for turn in range(SWEEPS):
        is_back = turn % 2 != from_right
        ways: tuple[Iterable[int], Iterable[int]] = (columns, reversed(columns))
        for column in ways[is_back]:
            arrangement.sort_column(column, arrangement.right if is_back else arrangement.left)
        for column in columns:
            arrangement.sift_column(column, (1, -1, 0)[turn % 3])
        found = arrangement.count()
        if found < best or turn == 0:
            best, kept = found, arrangement.copy()
    arrangement.restore(kept)


def descend(arrangement: Arrangement, patience: int) -> int:
    """Sift all columns until so many rounds bring nothing; the count of the best, which is restored."""
    columns = range(len(arrangement.columns))
    best, kept = arrangement.count(), arrangement.copy()
    stale = 0
    for turn in range(ROUNDS):
        for column in reversed(columns) if turn % 2 else columns:
            arrangement.sift_column(column, (0, 1, -1)[turn % 3])
        found = arrangement.count()
        stale = 0 if found < best else stale + 1
        if found < best:
            best, kept = found, arrangement.copy()
        if stale >= patience or not best:
            break
    arrangement.restore(kept)
    return best


def shake(arrangement: Arrangement, number: int) -> None:
    """Move a third of the blocks, and of the parts of groups, of two neighbouring columns to other places."""
    first = number % len(arrangement.columns)
    for one in range(first, min(first + 2, len(arrangement.columns))):
        column = arrangement.columns[one]
        for start, block in enumerate(list(column)):
            if (start + number) % 3:
                continue
            here = column.index(block)
            rest = column[:here] + column[here + 1 :]
            free = arrangement.free.places_for(block, rest)
            place = free[(here * 7 + number * 5 + 3) % len(free)]
            block.band = arrangement.free.band_at(block, rest, place)
            column.insert(place, column.pop(here))
            if len(block.parts) > 2:
                turn = 1 + number % (len(block.parts) - 1)
                block.parts[:] = block.parts[turn::2] + block.parts[:turn] + block.parts[turn + 1 :: 2]
        arrangement.renumber(one)
