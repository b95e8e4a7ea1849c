"""`Order`: what stands above what in every column, chosen so that few arrows cross.

Columns are first sorted by the mean place of their neighbours, both ways; then each block is tried at every place
that it may take (sifting) until nothing improves; then parts of the arrangement are shaken and sifted again, and
the best arrangement seen is kept. Nothing is left to chance: the shaking follows a fixed sequence.
Sources: Sugiyama, Tagawa and Toda (1981) for the sweeps; Matuszewski, Schönfeld and Molitor (1999) for sifting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toc.diagram.sifting import Arrangement, Block
from toc.diagram.skeleton import Skeleton

__all__ = ["Order", "order_columns"]

SWEEPS = 4
ROUNDS = 24
PATIENCE = 3
EFFORT = 30_000
"""How much work shaking may take: pairs of blocks of one column, per shake and round."""
MOST_SHAKES = 40
WALKS = ((True, False), (False, True))
"""From where each attempt starts: a walk in depth from the left, and one in breadth from the right."""


@dataclass(frozen=True, slots=True)
class Order:
    """The blocks of every column from top to bottom, and how many pairs of arrows cross between the columns."""

    columns: list[list[Block]]
    crossings: int


def order_columns(skeleton: Skeleton) -> Order:
    """Order every column of a skeleton; the result depends on ids and structure, not on the order given."""
    arrangement = Arrangement(skeleton)
    starts = []
    for deep, from_right in WALKS:
        arrangement.walk(deep=deep, from_right=from_right)
        sweep(arrangement, from_right=from_right)
        starts.append((descend(arrangement), arrangement.copy()))
    best, kept = min(starts, key=lambda start: start[0])
    arrangement.restore(kept)
    pairs = sum(len(column) ** 2 for column in arrangement.columns)
    for number in range(min(MOST_SHAKES, EFFORT // (1 + pairs * 6)) if best else 0):
        shake(arrangement, number)
        found = descend(arrangement)
        if found < best:
            best, kept = found, arrangement.copy()
        else:
            arrangement.restore(kept)
    arrangement.restore(kept)
    return Order(arrangement.columns, best)


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


def descend(arrangement: Arrangement) -> int:
    """Sift all columns until several rounds bring nothing; the count of the best, which is restored."""
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
        if stale >= PATIENCE or not best:
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
            bands = list(enumerate(arrangement.bands_for(block, rest)))
            free = [(place, band) for place, band in bands if band is not None]
            place, block.band = free[(here * 7 + number * 5 + 3) % len(free)]
            column.insert(place, column.pop(here))
            if len(block.parts) > 2:
                turn = 1 + number % (len(block.parts) - 1)
                block.parts[:] = block.parts[turn::2] + block.parts[:turn] + block.parts[turn + 1 :: 2]
        arrangement.renumber(one)
