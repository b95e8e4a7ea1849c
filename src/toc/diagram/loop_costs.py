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
    lefts = [0, *accumulate([ends[0] for _, ends in rest])]
    rights = [0, *accumulate([ends[1] for _, ends in rest])]
    places = {name: place for place, (name, _) in enumerate(rest)}
    name, own = block
    always = 0
    costs = [0] * len(lefts)
    for one, other in loops:
        at, to = places.get(one), places.get(other)
        if at is not None and to is not None:
            first, last = (at + 1, to) if at < to else (to + 1, at)
            left, right = lefts[last] - lefts[first], rights[last] - rights[first]
            around, within = min(left, right), min(left + own[0], right + own[1])
            always += around
            if within > around:
                for place in range(first, last + 1):
                    costs[place] += within - around
        elif name in (one, other) and (at is not None or to is not None):
            end = to if at is None else at
            for place, cost in enumerate(price_from(end or 0, lefts, rights)):
                costs[place] += cost
    return [cost + always for cost in costs]


def price_from(end: int, lefts: list[int], rights: list[int]) -> list[int]:
    """What a loop to the block at `end` costs from each place."""
    above = [min(lefts[end] - left, rights[end] - right) for left, right in zip(lefts, rights, strict=True)]
    start = end + 1
    below = [min(left - lefts[start], right - rights[start]) for left, right in zip(lefts, rights, strict=True)]
    return above[:start] + below[start:]
