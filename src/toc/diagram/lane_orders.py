"""Orders of the lanes of a figure that may cross less than the order in which the file names them."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

from toc.diagram.arrangement import Arrangement
from toc.diagram.starts import sort_columns

__all__ = ["lane_orders", "stand_in_lanes"]

FEW = 4
"""Up to so many lanes all orders are tried, with more the neighbours are swapped."""


def lane_orders(count: int) -> list[tuple[int, ...]]:
    """Other orders of so many lanes, nearest to that of the file first.

    An order tells how many lanes stand above each. Upside down an order crosses as often, so that of two such only
    the one nearer to that of the file is among them.
    """
    first = tuple(range(count))
    if count > FEW:
        return [(*first[:one], other, one, *first[other + 1 :]) for one, other in pairwise(first)]
    orders = sorted(permutations(first), key=lambda order: (count_swaps(order), order))
    found: list[tuple[int, ...]] = []
    for order in orders:
        if tuple(count - 1 - rank for rank in order) not in found:
            found.append(order)
    return found[1:]


def count_swaps(order: tuple[int, ...]) -> int:
    """How many swaps of neighbours lead from the order of the file to this one."""
    return sum(one > other for one, other in combinations(order, 2))


def stand_in_lanes(arrangement: Arrangement, ranks: tuple[int, ...]) -> None:
    """Let the lanes of an arrangement stand in another order, and sort its columns anew."""
    arrangement.set_lanes(ranks)
    for number, free in enumerate(arrangement.free):
        if free.is_crossed:
            rows = arrangement.rows[number]
            rows.sort(key=free.homes.__getitem__)
            arrangement.bands[number] = [free.homes[row] for row in rows]
            arrangement.note(number)
    sort_columns(arrangement, from_right=False)
    sort_columns(arrangement, from_right=True)
