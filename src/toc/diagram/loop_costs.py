"""What the links within a column cost: the arrows they cross on the way round what stands between their ends."""

from __future__ import annotations

from itertools import accumulate

from toc.diagram.skeleton import Skeleton

__all__ = ["loops_between", "price_loops"]

Ends = tuple[int, int]
"""How many arrows meet the left and the right side of a block."""


def loops_between(skeleton: Skeleton) -> list[list[tuple[str, str]]]:
    """For every column the pairs of blocks that a link within the column joins."""
    loops: list[list[tuple[str, str]]] = [[] for _ in range(skeleton.columns)]
    for chain in skeleton.chains:
        if not chain.segments:
            ends = [skeleton.nodes[end] for end in (chain.link.source, chain.link.target)]
            one, other = (end.group or end.name for end in ends)
            if one != other:
                loops[ends[0].column].append((one, other))
    return loops


def price_loops(loops: list[tuple[str, str]], rest: list[tuple[str, Ends]], block: tuple[str, Ends]) -> list[int]:
    """How many arrows all loops cross, each on its better side, with a block at each place among the others.

    A loop that lacks one of its ends yet costs nothing.
    """
    lefts = [0, *accumulate(ends[0] for _, ends in rest)]
    rights = [0, *accumulate(ends[1] for _, ends in rest)]
    places = {name: place for place, (name, _) in enumerate(rest)}
    name, own = block
    costs = [0] * len(lefts)
    for loop in loops:
        at = sorted(places[end] for end in loop if end in places)
        if len(at) == 2:
            first, last = at[0] + 1, at[1]
            left, right = lefts[last] - lefts[first], rights[last] - rights[first]
            around, within = min(left, right), min(left + own[0], right + own[1])
            for place in range(len(costs)):
                costs[place] += within if first <= place <= last else around
        elif len(at) == 1 and name in loop:
            for place in range(len(costs)):
                first, last = (place, at[0]) if place <= at[0] else (at[0] + 1, place)
                left, right = lefts[last] - lefts[first], rights[last] - rights[first]
                costs[place] += min(left, right)
    return costs
