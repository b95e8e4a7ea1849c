"""What two blocks of a column cost in either order, and what is gained by moving one of them.

Crossings add up pair by pair: a table of differences, made once from the columns beside, prices every place that a
block may take. A row of the table is kept in one long integer of 32 bits per block while it is summed, so that an
arrow adds to all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import Struct

__all__ = ["Beside", "Differences", "Ends", "find_differences", "gather"]

Ends = list[tuple[int, list[int]]]
"""For each slot of a column beside, the rows that its arrows lead to: as one long integer, and one by one."""

Differences = list[tuple[int, ...]]
"""For the blocks in rows u and v: the crossings with u above v, less those with v above u."""

BITS = 32


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on the left and on the right of some blocks; `starts` is what the sum of each row begins with.

    It begins with less for either side that is counted: the first of `starts` is for both sides, then for the left
    one and for the right one.
    """

    ends: tuple[Ends, Ends]
    starts: tuple[list[int], list[int], list[int]]
    middle: int
    form: Struct


def gather(rows: dict[int, int], count: int, sides: Sequence[list[list[int]]], sizes: Sequence[int]) -> Beside:
    """What stands beside so many blocks.

    `rows` gives the row of each slot, `sides` the slots on each side of each slot, `sizes` how many slots there
    are on each side.
    """
    units = [1 << BITS * row for row in range(count)]
    middle = sum(units) << BITS - 1
    both: list[Ends] = []
    less = []
    for side, size in zip(sides, sizes, strict=True):
        found: list[list[int]] = [[] for _ in range(size)]
        degrees = [0] * count
        for slot, row in rows.items():
            for other in side[slot]:
                found[other].append(row)
            degrees[row] += len(side[slot])
        both.append([(sum([units[row] for row in own]), own) for own in found])
        total = sum([one for one, _ in both[-1]])
        less.append([degree * total for degree in degrees])
    left, right = ([middle - one for one in side] for side in less)
    starts = ([one - other for one, other in zip(left, less[1], strict=True)], left, right)
    return Beside((both[0], both[1]), starts, middle, Struct(f"<{count}i"))


def find_differences(
    beside: Beside, left: Iterable[int] | None, right: Iterable[int] | None = None
) -> Differences:
    """How many more arrows of every two blocks cross when the first stands above the second than the other way.

    `left` and `right` are the slots beside from top to bottom; a side that is None is not counted.
    """
    sums = beside.starts[0 if left is not None and right is not None else 1 + (left is None)].copy()
    for ends, slots in zip(beside.ends, (left, right), strict=True):
        seen = 0
        for units, rows in map(ends.__getitem__, slots or ()):
            around = seen + seen + units
            for row in rows:
                sums[row] += around
            seen += units
    size, unpack, middle = beside.form.size, beside.form.unpack, beside.middle
    return [unpack((one ^ middle).to_bytes(size, "little")) for one in sums]
