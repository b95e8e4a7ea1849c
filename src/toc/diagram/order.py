"""`Order`: what stands above what in every column, chosen so that few arrows cross.

Columns are first sorted by the mean place of their neighbours, both ways; then each block is tried at every place
that it may take (sifting) and each box with long arrows is moved together with these, until nothing improves. The
lanes stand as in the file, unless far fewer arrows cross in another order. Then one box after another is led
elsewhere, the busiest first, and all is settled again; the best arrangement seen is kept. Where the lanes left the
order of the file, that one is finished too and taken unless a tenth fewer cross in the other. Nothing is left to
chance: all this follows a fixed sequence, and ties go by label, then by id.
Sources: Sugiyama, Tagawa and Toda (1981) for the sweeps; Matuszewski, Schönfeld and Molitor (1999) for sifting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toc.diagram.arrangement import Arrangement, State
from toc.diagram.blocks import Block
from toc.diagram.escapes import disturb
from toc.diagram.lane_orders import join_lanes, lane_orders, stand_in_lanes, upside_down
from toc.diagram.reinsertion import Reinsertion
from toc.diagram.sifting import sift_all, sift_column
from toc.diagram.skeleton import Skeleton
from toc.diagram.starts import sort_columns, walk

__all__ = ["Order", "order_columns"]

SWEEPS = 2
ROUNDS = 24
EFFORT = 7_000_000
"""How much work shaking may take: the square of the pairs of blocks of one column, per shake."""
MOST_SHAKES = 24
MOST_IN_VAIN = 5
"""How many shakes in turn may bring nothing."""
LARGE = 16_000
"""Above so many pairs one start must do."""
LEAST_GAIN = 0.99
"""What a round must leave of the crossings at most to be worth another: large theories gain little for long."""
WORTH_MORE = 1.2
"""How many times the fewest crossings a shaken arrangement may have for its boxes to be reinserted."""
WALKS = ((True, False), (False, True))
"""From where each attempt starts: a walk in depth from the left, and one in breadth from the right."""
WORTH_OTHER_LANES = 0.9
"""What another order of the lanes must leave of the crossings at most: a figure does not jump for little."""
WORTH_SIFTING = 1.8
"""How many times the crossings an order of the lanes may have, once sorted, to be sifted at all."""
WORTH_SETTLING = 1.15
"""How many times the crossings an order of the lanes may have at first sight to be looked at again."""
MOST_LANE_ORDERS = 3
"""How many orders of the lanes are looked at again in each round."""
LANE_ROUNDS = 3
"""How many lanes may be moved in turn, one in each round; up to four lanes are looked at in one round."""


@dataclass(frozen=True, slots=True)
class Order:
    """The blocks of every column from top to bottom, and how many pairs of arrows cross between the columns.

    `lanes` are the numbers of the lanes of the skeleton from top to bottom.
    """

    columns: list[list[Block]]
    crossings: int
    lanes: tuple[int, ...] = ()


def order_columns(skeleton: Skeleton) -> Order:
    """Order every column of a skeleton; the result depends on its nodes, their order and their links."""
    arrangement = Arrangement(skeleton)
    if not skeleton.chains:  # nothing can cross, and the order of the labels is easiest to find one's way in
        walk(arrangement, deep=True)
        return tell(arrangement, 0)
    pairs = sum(len(rows) ** 2 for rows in arrangement.rows)
    starts = []
    for deep, from_right in WALKS if pairs <= LARGE else WALKS[:1]:
        walk(arrangement, deep=deep, from_right=from_right)
        sweep(arrangement, from_right=from_right)
        starts.append((descend(arrangement), arrangement.copy()))
    arrangement.restore(min(starts, key=lambda start: start[0])[1])
    reinsertion = Reinsertion(arrangement)
    best, most = settle(arrangement, reinsertion), EFFORT // (1 + pairs**2)
    finish = finish_lanes if best and pairs <= LARGE else escape
    return tell(arrangement, finish(arrangement, reinsertion, best, most))


def finish_lanes(arrangement: Arrangement, reinsertion: Reinsertion, best: int, most: int) -> int:
    """Escape with the lanes as in the file, or in another order if far less crosses in the end; the crossings.

    What is gained at first sight may be lost again, so that both orders are compared once they are finished.
    """
    kept, ranks = arrangement.copy(), arrangement.ranks
    found = escape(arrangement, reinsertion, choose_lanes(arrangement, reinsertion, best), most)
    if arrangement.ranks == ranks:
        return found
    other = arrangement.copy(), arrangement.ranks
    stand_as(arrangement, kept, ranks)
    best = escape(arrangement, reinsertion, best, most)
    if found < best and found <= WORTH_OTHER_LANES * best:
        stand_as(arrangement, *other)
        return found
    return best


def tell(arrangement: Arrangement, crossings: int) -> Order:
    """The order in which an arrangement stands."""
    ranks = arrangement.ranks
    return Order(arrangement.blocks(), crossings, tuple(sorted(range(len(ranks)), key=ranks.__getitem__)))


def escape(arrangement: Arrangement, reinsertion: Reinsertion, best: int, most: int) -> int:
    """Lead away from the arrangement up to so many times, and stand at last in the best one; its crossings."""
    kept = arrangement.copy()
    in_vain = 0
    for number in range(min(MOST_SHAKES, most)):
        if not best or in_vain >= MOST_IN_VAIN:
            break
        disturb(arrangement, number)
        found = resettle(arrangement, reinsertion, best)
        if found < best:
            best, kept, in_vain = found, arrangement.copy(), 0
        else:
            arrangement.restore(kept)
            in_vain += 1
    return best


def settle(arrangement: Arrangement, reinsertion: Reinsertion) -> int:
    """Sift blocks and reinsert boxes in turn until that brings next to nothing; the count of crossings."""
    best = descend(arrangement)
    while best:
        reinsertion.reinsert_boxes()
        before, best = best, descend(arrangement)
        if best > LEAST_GAIN * before:
            break
    return best


def resettle(arrangement: Arrangement, reinsertion: Reinsertion, best: int) -> int:
    """Sift columns and reinsert boxes as long as that may come to less than the best; the count of crossings."""
    if sift_all(arrangement, (0, 1)) > WORTH_MORE * best:
        return arrangement.crossings
    reinsertion.reinsert_boxes()
    if sift_all(arrangement, (0, -1)) >= best:
        return arrangement.crossings
    return descend(arrangement)


def choose_lanes(arrangement: Arrangement, reinsertion: Reinsertion, best: int) -> int:
    """Let the lanes stand in another order than in the file if that crosses far less; the count of crossings."""
    kept, ranks = arrangement.copy(), arrangement.ranks
    limit = WORTH_OTHER_LANES * best
    tried, joined = {ranks}, join_lanes(arrangement.skeleton)
    for _ in range(LANE_ROUNDS):
        start = ranks
        orders = [order for order in lane_orders(start, joined) if order not in tried]
        tried.update(orders, [upside_down(order) for order in orders])
        for state, order in try_lanes(arrangement, orders, best):
            stand_as(arrangement, state, order)
            found = settle(arrangement, reinsertion)
            if found <= limit:
                best, limit = found, found - 1
                kept, ranks = arrangement.copy(), order
        stand_as(arrangement, kept, ranks)
        if ranks == start:
            break
    return best


def try_lanes(
    arrangement: Arrangement, orders: Iterable[tuple[int, ...]], best: int
) -> list[tuple[State, tuple[int, ...]]]:
    """The orders of the lanes that are worth another look, each with what stands in it at first sight."""
    promising = []
    for order in orders:
        stand_in_lanes(arrangement, order)
        if arrangement.count() > WORTH_SIFTING * best:
            continue
        found = sift_all(arrangement, (0,))
        if found <= WORTH_SETTLING * best:
            promising.append((found, arrangement.copy(), order))
    promising.sort(key=lambda one: one[0])
    return [(state, order) for _, state, order in promising[:MOST_LANE_ORDERS]]


def stand_as(arrangement: Arrangement, state: State, ranks: tuple[int, ...]) -> None:
    """Stand again as in an earlier copy, with the lanes in the order of that time."""
    arrangement.set_lanes(ranks)
    arrangement.restore(state)


def sweep(arrangement: Arrangement, *, from_right: bool) -> None:
    """Sort and sift the columns from left to right and back, and keep the best."""
    best, kept = arrangement.count(), arrangement.copy()
    for turn in range(SWEEPS):
        sort_columns(arrangement, from_right=turn % 2 != from_right)
        for column in range(len(arrangement.rows)):
            sift_column(arrangement, column, (1, -1)[turn % 2])
        found = arrangement.count()
        if found < best or turn == 0:
            best, kept = found, arrangement.copy()
    arrangement.restore(kept)


def descend(arrangement: Arrangement) -> int:
    """Sift all columns until a round brings nothing; the count of the best, which is restored."""
    columns = range(len(arrangement.rows))
    best, kept = arrangement.count(), arrangement.copy()
    for turn in range(ROUNDS):
        for column in reversed(columns) if turn % 2 else columns:
            sift_column(arrangement, column, (0, 1, -1)[turn % 3])
        found = arrangement.count()
        if found >= best:
            break
        best, kept = found, arrangement.copy()
    arrangement.restore(kept)
    return best
