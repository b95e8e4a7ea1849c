"""`TableSum`: what cells of a published table add up to, beside the total that is printed for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["TableSum", "table_sum"]


@dataclass(frozen=True, slots=True)
class TableSum:
    """`known` is the sum of the cells that are known, `empty` how many are not, `printed` the printed total.

    `printed` is None where none is printed.
    """

    known: int
    empty: int = 0
    printed: int | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the printed total can be right; None where none is printed.

        Counts are never below 0, so beside empty cells it may be larger than what is known.
        """
        if self.printed is None:
            return None
        return self.known <= self.printed if self.empty else self.known == self.printed

    @property
    def count(self) -> int | None:
        """The sum; beside empty cells the printed total, if it can be right; None where it is not known."""
        if not self.empty:
            return self.known
        return self.printed if self.agrees else None

    @property
    def left_for_empty(self) -> int | None:
        """What the printed total leaves for all the empty cells together; None where there is nothing to say."""
        return self.printed - self.known if self.empty and self.agrees and self.printed is not None else None


def table_sum(cells: Iterable[int | None], printed: int | None = None) -> TableSum:
    """Add cells up; None is an empty cell, not known, and never 0."""
    listed = tuple(cells)
    known = [cell for cell in listed if cell is not None]
    return TableSum(sum(known), len(listed) - len(known), printed)
