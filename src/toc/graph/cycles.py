"""`Cycle`: boxes that lead back to themselves."""

from __future__ import annotations

from typing import NamedTuple

from toc.graph.adjacency import Graph

__all__ = ["Cycle", "cycles"]

_STARTS = 100
"""A shortest cycle is looked for from this many boxes of a component: enough for any model drawn by hand."""


class Cycle(NamedTuple):
    """One circle of links, shown by a shortest way round.

    `boxes` are the ids in the order of the arrows, the earliest of the theory first and not repeated at the
    end. `component` holds every box that can reach these and be reached from them.
    """

    boxes: tuple[str, ...]
    component: frozenset[str]

    def __str__(self) -> str:
        return " -> ".join((*self.boxes, self.boxes[0]))


def cycles(graph: Graph) -> tuple[Cycle, ...]:
    """Return one cycle for each set of boxes that lead to one another, in the order of the theory.

    Only links count, not parts and wholes. In a set of more than 100 boxes the cycle shown is the shortest
    through one of its first 100.
    """
    circular = (sorted(members) for members in graph.order if len(members) > 1)
    return tuple(_cycle(graph, members) for members in sorted(circular))


def _cycle(graph: Graph, members: list[int]) -> Cycle:
    inside = frozenset(members)
    best: list[int] = []
    for start in members[:_STARTS]:
        way = _way_round(graph, start, inside, limit=len(best) or len(members) + 1)
        best = way or best
    first = best.index(min(best))
    shown = tuple(graph.ids[box] for box in best[first:] + best[:first])
    return Cycle(shown, frozenset(graph.ids[box] for box in members))


def _way_round(graph: Graph, start: int, inside: frozenset[int], *, limit: int) -> list[int]:
    """Return the shortest cycle through `start` that is shorter than `limit` boxes, or []."""
    came_from = {start: start}
    level = [start]
    for _ in range(limit - 1):
        further = []
        for box in level:
            for other in graph.after[box]:
                if other == start:
                    return _retraced(came_from, start, box)
                if other in inside and other not in came_from:
                    came_from[other] = box
                    further.append(other)
        level = further
    return []


def _retraced(came_from: dict[int, int], start: int, end: int) -> list[int]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
