"""The height at which every box and run stands, found column by column.

Each item is drawn towards the items it is joined to and towards an even spread of its stack; where two would come
too near each other they are moved as one (isotonic regression by pooling adjacent violators: Barlow, Bartholomew,
Bremner and Brunk 1972).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from toc.diagram.bands import Band
from toc.diagram.plan import Draft, Plan
from toc.diagram.stacks import Stack

__all__ = ["place_items"]

ROUNDS = 10
EVEN_PULL_IN_LANES = 4.0
EVEN_PULL = 1.5
RUN_PULL = 0.02
"""Also for a box that is alone in its stack: it has nothing to keep an even distance from."""


def place_items(draft: Draft, plan: Plan, bands: tuple[Band, ...]) -> dict[str, float]:
    """The y of the middle of every box and run, and of every group's frame for those that look for it."""
    limits = [stack_limits(stack, plan, bands) for stack in plan.stacks]
    evens = [spread_evenly(stack, *limit) for stack, limit in zip(plan.stacks, limits, strict=True)]
    heights = {
        item.name: y
        for stack, ys in zip(plan.stacks, evens, strict=True)
        for item, y in zip(stack.items, ys, strict=True)
    }
    joined = join(draft)
    note_groups(draft, heights)
    for turn in range(ROUNDS):
        order = range(len(plan.stacks)) if turn % 2 == 0 else range(len(plan.stacks) - 1, -1, -1)
        for place in order:
            settle(plan.stacks[place], limits[place], evens[place], joined, heights)
        note_groups(draft, heights)
    return heights


def join(draft: Draft) -> dict[str, list[tuple[str, float]]]:
    """For each name what it is joined to and how strongly; runs are kept straight before all."""
    nodes = draft.skeleton.nodes
    joined: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for segment in draft.skeleton.segments:
        runs = (nodes[segment.left].kind == "run") + (nodes[segment.right].kind == "run")
        pull = (1.0, 2.0, 6.0)[runs]
        joined[segment.left].append((segment.right, pull))
        joined[segment.right].append((segment.left, pull))
    return joined


def note_groups(draft: Draft, heights: dict[str, float]) -> None:
    """Put each group at the middle of its parts."""
    for column in draft.order.columns:
        for block in column:
            if block.parts:
                heights[block.node.name] = (heights[block.parts[0]] + heights[block.parts[-1]]) / 2


def stack_limits(stack: Stack, plan: Plan, bands: tuple[Band, ...]) -> tuple[float, float]:
    """Between which heights a stack stands."""
    if stack.band is not None:
        return bands[stack.band].first, bands[stack.band].last
    end = bands[-1].bottom if bands else plan.surround.bottom
    return plan.surround.top, max(end, plan.surround.top + stack.height)


def spread_evenly(stack: Stack, top: float, bottom: float) -> list[float]:
    """The heights of a stack whose spare room is shared out: little beside runs and at the ends."""
    between = [0.15 if one.is_run or other.is_run else 1.0 for one, other in pairwise(stack.items)]
    shares = [0.6, *between, 0.6]
    spare = max(0.0, bottom - top - stack.height) / sum(shares)
    heights = []
    y = top
    for item, gap, share in zip(stack.items, (0.0, *stack.gaps), shares[:-1], strict=True):
        y += gap + spare * share + item.up
        heights.append(y)
        y += item.down
    return heights


def settle(
    stack: Stack,
    limits: tuple[float, float],
    evens: list[float],
    joined: dict[str, list[tuple[str, float]]],
    heights: dict[str, float],
) -> None:
    """Move the items of one stack to where they are drawn, keeping order, gaps and limits."""
    offsets = [0.0]
    for (one, after), gap in zip(pairwise(stack.items), stack.gaps, strict=True):
        offsets.append(offsets[-1] + one.down + gap + after.up)
    is_alone = sum(not item.is_run for item in stack.items) == 1
    wanted = []
    for item, even, offset in zip(stack.items, evens, offsets, strict=True):
        pull = RUN_PULL if item.is_run or is_alone else EVEN_PULL if stack.band is None else EVEN_PULL_IN_LANES
        total, weight = pull * even, pull
        for other, strength in joined.get(item.name, ()):
            total += strength * heights[other]
            weight += strength
        wanted.append((total / weight - offset, weight))
    low = limits[0] + stack.items[0].up
    high = limits[1] - stack.items[-1].down - offsets[-1]
    for item, y, offset in zip(stack.items, pool(wanted), offsets, strict=True):
        heights[item.name] = min(max(y, low), max(low, high)) + offset


def pool(wanted: list[tuple[float, float]]) -> list[float]:
    """The nearest values (weighted least squares) that never decrease."""
    pools: list[list[float]] = []
    for value, weight in wanted:
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            last, weight_last, count = pools.pop()
            before = pools[-1]
            before[0] = (before[0] * before[1] + last * weight_last) / (before[1] + weight_last)
            before[1] += weight_last
            before[2] += count
    return [value for value, _, count in pools for _ in range(int(count))]
