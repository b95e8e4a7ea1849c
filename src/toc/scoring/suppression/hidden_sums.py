"""`HiddenSum`: what the printed counts say of the hidden ones, as sums of hidden counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from toc.scoring.suppression.count_table import Cell, PrintedTable, Relation

__all__ = ["HiddenSum", "determined_cells", "hidden_sum", "hidden_sums", "holds"]


@dataclass(frozen=True, slots=True)
class HiddenSum:
    """Hidden cells by their factor: their sum is `known`, or with `at_most` no more than that."""

    factors: Mapping[Cell, int]
    known: int
    at_most: bool


def hidden_sums(printed: PrintedTable) -> tuple[HiddenSum, ...]:
    """Put every relation as a sum of hidden counts; those without a hidden count say nothing."""
    sums = (hidden_sum(relation, printed) for relation in printed.relations)
    return tuple(each for each in sums if each is not None)


def hidden_sum(relation: Relation, printed: PrintedTable) -> HiddenSum | None:
    """Put a relation as a sum of hidden counts; None where it has none."""
    factors = Counter(relation.whole)
    factors.subtract(relation.parts)
    hidden = {cell: factor for cell, factor in factors.items() if factor and cell not in printed.shown}
    known = -sum(factor * printed.shown[cell] for cell, factor in factors.items() if cell in printed.shown)
    return HiddenSum(hidden, known, relation.at_most) if hidden else None


def holds(sums: Iterable[HiddenSum], counts: Mapping[Cell, int], least: int) -> bool:
    """Tell whether whole numbers for the hidden cells fit everything that is printed."""
    if any(count < least for count in counts.values()):
        return False
    for each in sums:
        total = sum(factor * counts[cell] for cell, factor in each.factors.items())
        if total > each.known or (total < each.known and not each.at_most):
            return False
    return True


def determined_cells(sums: Iterable[HiddenSum]) -> frozenset[Cell]:
    """Return the cells of which the sums leave one value only, whatever the sign (exact, by elimination).

    Such a cell alone makes a row of the reduced row echelon form of the sums.
    """
    reduced: dict[Cell, dict[Cell, Fraction]] = {}
    for each in sums:
        if each.at_most:
            continue
        row = _less(reduced, {cell: Fraction(factor) for cell, factor in each.factors.items()})
        if not row:
            continue
        pivot = min(row)
        row = {cell: factor / row[pivot] for cell, factor in row.items()}
        for other, earlier in reduced.items():
            if pivot in earlier:
                reduced[other] = _sum(earlier, row, -earlier[pivot])
        reduced[pivot] = row
    return frozenset(pivot for pivot, row in reduced.items() if len(row) == 1)


def _less(
    reduced: Mapping[Cell, Mapping[Cell, Fraction]], row: Mapping[Cell, Fraction]
) -> Mapping[Cell, Fraction]:
    pivots: Sequence[Cell] = [cell for cell in row if cell in reduced]
    for pivot in pivots:
        row = _sum(row, reduced[pivot], -row[pivot])
    return row


def _sum(row: Mapping[Cell, Fraction], other: Mapping[Cell, Fraction], times: Fraction) -> dict[Cell, Fraction]:
    total = dict(row)
    for cell, factor in other.items():
        value = total.pop(cell, Fraction(0)) + times * factor
        if value:
            total[cell] = value
    return total
