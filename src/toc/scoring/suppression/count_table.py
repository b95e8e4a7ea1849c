"""`CountTable`: counts that stand in sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Cell", "CountTable", "Relation"]

Cell = tuple[str, ...]
"""Where a count stands, as ("indicator", "parental_stress", "improved")."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a reader knows of counts: the sum of `whole` is that of `parts`, or with `at_most` no more than that.

    A cell that stands twice counts twice. `factors` are how often each cell counts in the whole, less how often in
    the parts, without those for which that is 0.
    """

    whole: tuple[Cell, ...]
    parts: tuple[Cell, ...]
    at_most: bool = False
    factors: Mapping[Cell, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        often = Counter(self.whole)
        often.subtract(self.parts)
        object.__setattr__(self, "factors", {cell: factor for cell, factor in often.items() if factor})

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells of the relation."""
        return (*self.whole, *self.parts)

    def difference(self, counts: Mapping[Cell, int]) -> int:
        """Return the sum of the whole less that of the parts."""
        return sum(factor * counts[cell] for cell, factor in self.factors.items())


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by their cell, and every relation between them that a reader knows; all its cells have a count.

    `rank` says which counts a reader would miss most: the higher, the later one is hidden for another's sake
    (0 where none is given).
    """

    counts: Mapping[Cell, int]
    relations: tuple[Relation, ...]
    rank: Mapping[Cell, int] = field(default_factory=dict)

    def small(self, threshold: int, *, hide_zeros: bool = False) -> frozenset[Cell]:
        """Return the cells that count fewer than `threshold`; a zero is one of them only with `hide_zeros`."""
        least = 0 if hide_zeros else 1
        return frozenset(cell for cell, count in self.counts.items() if least <= count < threshold)

    def holds(self) -> bool:
        """Tell whether every relation holds of the counts."""
        differences = ((relation, relation.difference(self.counts)) for relation in self.relations)
        return all(less == 0 or (relation.at_most and less < 0) for relation, less in differences)

    def __repr__(self) -> str:
        return f"CountTable({len(self.counts)} counts, {len(self.relations)} relations)"
