"""`HiddenSum`: what a relation says of its hidden counts to a reader of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toc.scoring.suppression.count_table import Cell, Relation

__all__ = ["HiddenSum", "hidden_sum"]


@dataclass(frozen=True, slots=True)
class HiddenSum:
    """Hidden cells by their factor: their sum is `known`, or with `at_most` no more than that."""

    factors: Mapping[Cell, int]
    known: int
    at_most: bool

    def tells(self, width: int, *, least: int) -> bool:
        """Tell whether this sum alone leaves a hidden cell, of `least` or more, no two values `width` apart."""
        if len(self.factors) == 1 and not self.at_most:
            return True
        if min(self.factors.values()) < 0 < max(self.factors.values()) or (self.at_most and self.known < 0):
            return False
        return abs(self.known) - least * sum(map(abs, self.factors.values())) < width


def hidden_sum(relation: Relation, shown: Mapping[Cell, int]) -> HiddenSum | None:
    """Put a relation as a sum of hidden counts, which are those not shown; None where it has none."""
    hidden = {cell: factor for cell, factor in relation.factors.items() if cell not in shown}
    known = -sum(factor * shown[cell] for cell, factor in relation.factors.items() if cell in shown)
    return HiddenSum(hidden, known, relation.at_most) if hidden else None
