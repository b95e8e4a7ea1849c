"""`CountTable`: counts that stand in sums, and `PrintedTable`: what of them a reader sees."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

__all__ = ["Cell", "CountTable", "PrintedTable", "Relation"]

Cell = tuple[str, ...]
"""Where a count stands, as ("indicator", "parental_stress", "improved")."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a reader knows of counts: the sum of `whole` is that of `parts`, or with `at_most` no more than that.

    A cell that stands twice counts twice.
    """

    whole: tuple[Cell, ...]
    parts: tuple[Cell, ...]
    at_most: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells of the relation."""
        return (*self.whole, *self.parts)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """All that a reader has: the counts shown, which others are hidden, and how they hang together.

    A hidden count is a whole number and at least `least`: 1 where no zero is ever hidden, else 0.
    """

    shown: Mapping[Cell, int]
    hidden: tuple[Cell, ...]
    relations: tuple[Relation, ...]
    least: int = 0

    def __repr__(self) -> str:
        return f"PrintedTable({len(self.shown)} shown, {len(self.hidden)} hidden)"


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts by their cell, and every relation between them that a reader knows; all its cells have a count.

    `rank` says which counts a reader would miss most: the higher, the later one is hidden for another's sake
    (0 where none is given).
    """

    counts: Mapping[Cell, int]
    relations: tuple[Relation, ...]
    rank: Mapping[Cell, int] = field(default_factory=dict)

    def printed(self, hidden: Collection[Cell], *, least: int) -> PrintedTable:
        """Return what a reader sees where these cells are hidden."""
        shown = {cell: count for cell, count in self.counts.items() if cell not in hidden}
        return PrintedTable(shown, tuple(cell for cell in self.counts if cell in hidden), self.relations, least)

    def small(self, threshold: int, *, hide_zeros: bool = False) -> frozenset[Cell]:
        """Return the cells that count fewer than `threshold`; a zero is one of them only with `hide_zeros`."""
        least = 0 if hide_zeros else 1
        return frozenset(cell for cell, count in self.counts.items() if least <= count < threshold)

    def holds(self) -> bool:
        """Tell whether every relation holds of the counts."""
        for relation in self.relations:
            whole = sum(self.counts[cell] for cell in relation.whole)
            parts = sum(self.counts[cell] for cell in relation.parts)
            if whole > parts or (whole < parts and not relation.at_most):
                return False
        return True

    def __repr__(self) -> str:
        return f"CountTable({len(self.counts)} counts, {len(self.relations)} relations)"
