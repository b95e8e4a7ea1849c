"""`GutterCosts`: how many arrows one more arrow would cross in a gutter, from everywhere on one side of it.

The costs of one start are kept in one long integer, with 32 bits for every place that the arrow might lead to, so
that whatever is counted is counted for all these places at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct

__all__ = ["Costs", "End", "GutterCosts", "count_each", "price_gutter"]

BITS = 32

Costs = tuple[int, ...]
"""The costs for every place that an arrow might lead to."""

End = tuple[float, int, int]
"""Where an arrow begins, as its exact place and as the row it stands in, and the row where it ends."""


@dataclass(frozen=True, slots=True)
class GutterCosts:
    """The costs from every exact place where an arrow begins, and from each place between the rows on that side.

    An arrow might lead to any place between the rows on the other side. `highs` has units for all places below
    each of these rows, and last for all places; `form` tells how to read the costs.
    """

    exact: dict[float, int]
    between: list[int]
    highs: list[int]
    form: Struct

    def read(self, costs: int) -> Costs:
        """The costs for every place in turn."""
        found: Costs = self.form.unpack(costs.to_bytes(self.form.size, "little"))
        return found

    def from_exact(self, place: float, gone: Iterable[End]) -> Costs:
        """The costs from an exact place without some arrows that are taken out."""
        costs = self.exact[place]
        for far, _, near in gone:
            if far < place:
                costs -= self.highs[-1] - self.highs[near]
            elif far > place:
                costs -= self.highs[near]
        return self.read(costs)

    def from_between(self, gone: Iterable[End]) -> list[int]:
        """The costs from each place between the rows without some arrows, not yet read."""
        highs = self.highs
        flips: dict[int, int] = defaultdict(int)
        less = 0
        for _, far, near in gone:
            less += highs[near]
            flips[far + 1] += highs[-1] - 2 * highs[near]
        table = []
        for place, costs in enumerate(self.between):
            if place in flips:
                less += flips[place]
            table.append(costs - less)
        return table

    def least(self, starts: Sequence[int], table: list[int], limit: int) -> Costs:
        """The least cost of every place on this side, by way of any place on the other that starts below a limit.

        `table` is what `from_between` found; at least one start has to be below the limit.
        """
        # Places between which no arrow ends have the same costs: only the cheapest of them matters.
        cheapest: dict[int, int] = {}
        for start, costs in zip(starts, table, strict=True):
            if start < cheapest.get(costs, limit):
                cheapest[costs] = start
        everything = self.highs[-1]
        rows = [self.read(costs + start * everything) for costs, start in cheapest.items()]
        return tuple(map(min, *rows)) if len(rows) > 1 else rows[0]


def price_gutter(arrows: list[End], far_rows: int, near_rows: int) -> GutterCosts:
    """What an arrow costs among these, between so many rows on the side that it comes from and beyond."""
    highs, form = measures_for(near_rows)
    everything = highs[-1]
    flips = [0] * far_rows
    own: dict[float, int] = defaultdict(int)
    counts: dict[float, int] = defaultdict(int)
    beyond = 0
    for place, far, near in arrows:
        high = highs[near]
        beyond += high
        flips[far] += everything - 2 * high
        own[place] += high
        counts[place] += 1
    between = [beyond]
    for flip in flips:
        between.append(between[-1] + flip)
    exact = {}
    passed = 0
    for place in sorted(own):
        beyond -= own[place]
        exact[place] = passed + beyond
        passed += counts[place] * everything - own[place]
    return GutterCosts(exact, between, highs, form)


@lru_cache(maxsize=256)
def measures_for(rows: int) -> tuple[list[int], Struct]:
    """For each row units for all places below it, last for all places; and how to read costs."""
    everything = sum(1 << BITS * place for place in range(rows + 1))
    highs = [everything >> BITS * (row + 1) << BITS * (row + 1) for row in range(rows)]
    return [*highs, everything], Struct(f"<{rows + 1}I")


def count_each(arrows: list[tuple[float, float]]) -> list[int]:
    """How many of the others each arrow crosses, told by the places of its two ends."""
    counts = [0] * len(arrows)
    order = sorted(range(len(arrows)), key=arrows.__getitem__)
    for upper, one in enumerate(order):
        left, right = arrows[one]
        for other in order[upper + 1 :]:
            if arrows[other][1] < right and arrows[other][0] > left:
                counts[one] += 1
                counts[other] += 1
    return counts
