"""The height at which every box and run stands, found column by column.

Each item is drawn towards the items it is joined to and towards an even spread of its stack; where two would come
too near each other they are moved as one (isotonic regression by pooling adjacent violators: Barlow, Bartholomew,
Bremner and Brunk 1972).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from toc.diagram.bands import Band
from toc.diagram.plan import Draft, Plan
from toc.diagram.stacks import Stack

__all__ = ["place_items"]

ROUNDS = 10
EVEN_PULL_IN_LANES = 4.0
EVEN_PULL = 1.5
RUN_PULL = 0.02
"""Also for a box that is alone in its stack: it has nothing to keep an even distance from."""


class Pull(NamedTuple):
    """What draws an item: the sum and weight of what never moves, and what it is joined to, each with its weight.

    `offset` is how far below the first item of its stack it stands at the least.
    """

    name: str
    offset: float
    fixed: float
    weight: float
    joined: list[tuple[str, float]]


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
    pulls = [find_pulls(stack, even, joined) for stack, even in zip(plan.stacks, evens, strict=True)]
    note_groups(draft, heights)
    for turn in range(ROUNDS):
        order = range(len(plan.stacks)) if turn % 2 == 0 else range(len(plan.stacks) - 1, -1, -1)
        for place in order:
            settle(plan.stacks[place], limits[place], pulls[place], heights)
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
    end = bands[-1].bottom if bands else plan.room.bottom
    return plan.room.top, max(end, plan.room.top + stack.height)


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


def find_pulls(stack: Stack, evens: list[float], joined: dict[str, list[tuple[str, float]]]) -> list[Pull]:
    """What draws each item of a stack: an even spread, and the items it is joined to."""
    offsets = [0.0]
    for (one, after), gap in zip(pairwise(stack.items), stack.gaps, strict=True):
        offsets.append(offsets[-1] + one.down + gap + after.up)
    is_alone = sum(not item.is_run for item in stack.items) == 1
    pulls = []
    for item, even, offset in zip(stack.items, evens, offsets, strict=True):
        pull = RUN_PULL if item.is_run or is_alone else EVEN_PULL if stack.band is None else EVEN_PULL_IN_LANES
        others = joined.get(item.name, [])
        pulls.append(Pull(item.name, offset, pull * even, sum((one[1] for one in others), start=pull), others))
    return pulls


def settle(stack: Stack, limits: tuple[float, float], pulls: list[Pull], heights: dict[str, float]) -> None:
    """Move the items of one stack to where they are drawn, keeping order, gaps and limits."""
    wanted = []
    for _, offset, fixed, weight, joined in pulls:
        total = fixed
        for other, strength in joined:
            total += strength * heights[other]
        wanted.append((total / weight - offset, weight))
    low = limits[0] + stack.items[0].up
    high = max(low, limits[1] - stack.items[-1].down - pulls[-1].offset)
    for pull, y in zip(pulls, pool(wanted), strict=True):
        heights[pull.name] = min(max(y, low), high) + pull.offset


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
