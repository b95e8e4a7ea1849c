"""The boxes that can be reached from others, with a part counted as reached where its whole is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, count

from toc.graph.adjacency import Graph

__all__ = ["leading_to", "reached_from", "shared_with_wholes", "spread"]

Onward = Callable[[int], Sequence[int]]


def reached_from(graph: Graph, starts: Iterable[str], *, steps: int | None = None) -> frozenset[str]:
    """Return the ids of the boxes that `starts` lead to, `starts` included; `steps` bounds the links followed.

    A part counts as reached where its whole is, and a whole where one of its parts is; one part never counts as
    reached because another is. Ids that are not in the graph are passed over.
    """
    ids, lift = graph.ids, graph.lift
    begin = {graph.number[box] for box in starts if box in graph.number}
    seen = _beyond(graph.states, begin) if steps is None else _followed(graph.states, begin, lift, steps)
    return frozenset([ids[state - lift] for state in seen if state >= lift])


def leading_to(graph: Graph, goals: Iterable[str], *, steps: int | None = None) -> frozenset[str]:
    """Return the ids of the boxes that lead to any of `goals`, `goals` included: `reached_from` turned round."""
    ids, lift = graph.ids, graph.lift
    begin = {lift + graph.number[box] for box in goals if box in graph.number}
    back = graph.states_back
    seen = _beyond(back, begin) if steps is None else _followed(back, begin, lift, steps)
    return frozenset([ids[state] for state in seen if state < len(ids)])


def shared_with_wholes(graph: Graph, own: Sequence[bool]) -> list[bool]:
    """Return, box by box, whether `own` holds for it, for a whole it belongs to or for a part of it."""
    if not any(graph.parts):
        return list(own)
    down = spread(own, lambda box: graph.parts[box])
    up = spread(own, lambda box: (graph.whole[box],) if graph.whole[box] >= 0 else ())
    return [from_whole or from_part for from_whole, from_part in zip(down, up, strict=True)]


def spread(own: Sequence[bool], onward: Onward) -> list[bool]:
    """Return, box by box, whether `own` holds for it or for one from which `onward` leads to it."""
    marked = list(own)
    waiting = [box for box, holds in enumerate(own) if holds]
    while waiting:
        for other in onward(waiting.pop()):
            if not marked[other]:
                marked[other] = True
                waiting.append(other)
    return marked


def _beyond(states: Sequence[Sequence[int]], begin: set[int]) -> set[int]:
    """Follow all arrows, level by level."""
    seen, level = set(begin), begin
    while level:
        level = set(chain.from_iterable([states[state] for state in level])) - seen
        seen |= level
    return seen


def _followed(states: Sequence[Sequence[int]], begin: Iterable[int], lift: int, steps: int) -> dict[int, None]:
    """Follow arrows level by level; a move between a box and its own part or whole costs no step."""
    seen = dict.fromkeys(begin)
    level = list(seen)
    for taken in count():
        further: dict[int, None] = {}
        while level:
            state = level.pop()
            for other in states[state]:
                if other in seen:
                    continue
                if not lift or ((state < lift) != (other < lift) and state % lift != other % lift):
                    further[other] = None
                else:
                    seen[other] = None
                    level.append(other)
        level = [state for state in further if state not in seen]
        if not level or taken == steps:
            break
        seen.update(dict.fromkeys(level))
    return seen
