"""The link on which the strongest way to a box rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from toc.graph.adjacency import Graph

__all__ = ["weakest_links"]

Pair = tuple[int, int]


def weakest_links(
    graph: Graph, starts: Iterable[str], weak: Mapping[tuple[str, str], float]
) -> dict[str, tuple[str, str]]:
    """Return the boxes that `starts` reach over a weak link only, each with the weakest link of its strongest way.

    `weak` gives the strength of every weak link by its two ends; all others are stronger. The strongest way to a
    box is the one whose weakest link is as strong as can be (a widest path: Pollack, The maximum capacity
    through a network, 1960). A part counts as reached where its whole is, and a whole where one of its parts is.
    """
    lift, number = graph.lift, graph.number
    strength = {(number[start], number[end]): value for (start, end), value in weak.items()}
    limit = _limits(graph, [number[box] for box in starts if box in number], strength)
    ids = graph.ids
    found = ((ids[state - lift], pair) for state, pair in limit.items() if state >= lift and pair is not None)
    return {box: (ids[start], ids[end]) for box, (start, end) in found}


def _limits(graph: Graph, begin: list[int], strength: Mapping[Pair, float]) -> dict[int, Pair | None]:
    """Return the weakest link on the strongest way to each state that is reached (None: no weak one)."""
    lift, states = graph.lift, graph.states
    limit: dict[int, Pair | None] = dict.fromkeys(begin)
    waiting, weaker = list(limit), list[tuple[float, int, Pair]]()
    while waiting or weaker:
        if not waiting:
            _, state, narrowest = heappop(weaker)
            if state in limit:
                continue
            limit[state] = narrowest
            waiting.append(state)
        state = waiting.pop()
        pair = limit[state]
        for other in states[state]:
            if other in limit:
                continue
            # With parts, the only moves by a link go from a box that is left (`lift` and above) to one entered.
            value = None if lift and not state >= lift > other else strength.get((state - lift, other))
            if value is None:
                limit[other] = pair
                waiting.append(other)
            else:
                here = (state - lift, other)
                narrow = pair if pair is not None and strength[pair] <= value else here
                heappush(weaker, (-strength[narrow], other, narrow))
    return limit
