"""`FittingCounts`: whole numbers for hidden cells that fit what is printed, one as small or large as can be.

The door to scipy's integer programming (HiGHS).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # it ships no types
from scipy.sparse import csr_array  # type: ignore[import-untyped]  # it ships no types

from toc.scoring.suppression.count_table import Cell, PrintedTable
from toc.scoring.suppression.hidden_sums import HiddenSum, holds

__all__ = ["FittingCounts"]


class FittingCounts:
    """Finds counts for the hidden cells of a printed table.

    They are looked for up to a ceiling far above everything printed, so that a cell without an upper limit has
    an answer too: above it there is room for every hidden cell to move by `room`.
    """

    def __init__(self, printed: PrintedTable, sums: Sequence[HiddenSum], room: int) -> None:
        self._cells = printed.hidden
        self._sums = sums
        self._least = printed.least
        ceiling = 4 * (sum(printed.shown.values()) + (room + 1) * (len(self._cells) + 1))
        self._bounds = Bounds(np.full(len(self._cells), self._least), np.full(len(self._cells), ceiling))
        self._constraint = self._of_sums()

    def extreme(self, cell: Cell, *, largest: bool) -> dict[Cell, int] | None:
        """Return counts for all hidden cells with this one at its smallest or largest; None where none was found.

        What is returned has been checked in whole numbers against everything that is printed.
        """
        aim = np.zeros(len(self._cells))
        aim[self._cells.index(cell)] = -1 if largest else 1
        # The sums of most tables give whole numbers by themselves, which is found sooner than asking for them.
        return self._found(aim, whole=False) or self._found(aim, whole=True)

    def _found(self, aim: NDArray[np.float64], *, whole: bool) -> dict[Cell, int] | None:
        found = milp(
            aim,
            constraints=self._constraint,
            bounds=self._bounds,
            integrality=np.full(len(self._cells), int(whole)),
            options={"mip_rel_gap": 0},
        )
        if found.x is None:
            return None
        counts = {each: round(value) for each, value in zip(self._cells, found.x.tolist(), strict=True)}
        return counts if holds(self._sums, counts, self._least) else None

    def _of_sums(self) -> LinearConstraint | None:
        if not self._sums:
            return None
        column = {cell: number for number, cell in enumerate(self._cells)}
        entries = [
            (row, column[cell], factor)
            for row, each in enumerate(self._sums)
            for cell, factor in each.factors.items()
        ]
        rows, columns, factors = zip(*entries, strict=True)
        matrix = csr_array((factors, (rows, columns)), shape=(len(self._sums), len(self._cells)))
        known = np.array([each.known for each in self._sums], dtype=float)
        least = np.where([each.at_most for each in self._sums], -np.inf, known)
        return LinearConstraint(matrix, least, known)
