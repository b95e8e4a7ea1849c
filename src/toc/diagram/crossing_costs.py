"""What two blocks of a column cost in either order, and what is gained by moving one of them.

Crossings add up pair by pair: a table of differences, made once from the columns beside, prices every place that a
block may take. A row of the table is kept in one long integer of 32 bits per block while it is summed, so that an
arrow adds to all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from struct import unpack

__all__ = ["Differences", "Ends", "best_place", "gains_of", "pair_differences"]

Ends = tuple[Sequence[float], Sequence[int]]
"""The places at which arrows end on one side of a column, and for each the row of the block that it belongs to."""

Differences = list[tuple[int, ...]]
"""For the blocks in rows u and v: the crossings with u above v, less those with v above u."""

BITS = 32


def pair_differences(count: int, sides: Iterable[Ends]) -> Differences:
    """How many more arrows of every two blocks cross when the first stands above the second than the other way."""
    units = [1 << BITS * row for row in range(count)]
    negatives = [-unit for unit in units]
    middle = sum(units) << BITS - 1
    sums = [middle] * count
    for places, rows in sides:
        ends = sorted(zip(places, rows, strict=True))
        for way, steps in ((ends, units), (ends[::-1], negatives)):
            seen = before = 0
            last = -1.0
            for place, row in way:
                if place != last:
                    before, last = seen, place
                sums[row] += before
                seen += steps[row]
    form = f"<{count}i"
    return [unpack(form, (total ^ middle).to_bytes(count * BITS // 8, "little")) for total in sums]


def gains_of(row: tuple[int, ...], rest: Sequence[int]) -> list[int]:
    """How many fewer arrows cross with a block at each place among the others than at the top."""
    return [0, *accumulate(map(row.__getitem__, rest))]


def best_place(here: int, places: Sequence[int], gains: list[int], drift: int) -> int:
    """The place that gains most: among equals the nearest, or the first (`drift` 1) or last (-1)."""
    values = gains if len(places) == len(gains) else [gains[place] for place in places]
    best = max(values)
    if drift:
        return places[values.index(best)] if drift > 0 else places[-1 - values[::-1].index(best)]
    return min((abs(place - here), place) for place, value in zip(places, values, strict=True) if value == best)[1]
