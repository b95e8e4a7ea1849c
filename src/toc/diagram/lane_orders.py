"""Orders of the lanes of a figure that may cross less than the order in which the file names them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

from toc.diagram.arrangement import Arrangement
from toc.diagram.skeleton import Skeleton
from toc.diagram.starts import sort_columns

__all__ = ["lane_orders", "stand_in_lanes"]

FEW = 4
"""Up to so many lanes all orders are tried, with more those in which one lane stands elsewhere."""
MOST = 11
"""How many orders are tried at most, all of four lanes: those that bring linked lanes nearest together."""


def lane_orders(start: tuple[int, ...], joined: Counter[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Other orders of the lanes than this one, nearest to it first; `joined` are the links of each pair of lanes.

    An order tells how many lanes stand above each. Upside down an order crosses as often, so that of two such only
    the nearer one is among them.
    """
    count = len(start)
    orders = list(permutations(range(count))) if count <= FEW else with_one_moved(count)
    found: list[tuple[int, ...]] = []
    for order in sorted(orders, key=lambda order: (count_swaps(order), order)):
        if upside_down(order) not in found:
            found.append(order)
    others = [tuple(order[rank] for rank in start) for order in found[1:]]
    if len(others) > MOST:
        others.sort(key=lambda order: sum(links * abs(order[a] - order[b]) for (a, b), links in joined.items()))
    return others[:MOST]


def join_lanes(skeleton: Skeleton) -> Counter[tuple[int, int]]:
    """How many links each pair of lanes has."""
    lanes = [
        (skeleton.nodes[chain.link.source].lane, skeleton.nodes[chain.link.target].lane)
        for chain in skeleton.chains
    ]
    return Counter((one, other) for one, other in lanes if one is not None and other is not None)


def upside_down(order: tuple[int, ...]) -> tuple[int, ...]:
    """The order from the lowest lane to the highest."""
    return tuple(len(order) - 1 - rank for rank in order)


def with_one_moved(count: int) -> list[tuple[int, ...]]:
    """The order of so many lanes, and those in which one of them stands elsewhere."""
    stay = [[*range(one), *range(one + 1, count)] for one in range(count)]
    return list({(*own[:place], one, *own[place:]) for one, own in enumerate(stay) for place in range(count)})


def count_swaps(order: tuple[int, ...]) -> int:
    """How many swaps of neighbours lead from the order of their numbers to this one."""
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
