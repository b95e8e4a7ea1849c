"""Departures: other whole numbers for hidden counts that fit all that is printed, as near the true ones as can be.

The door to scipy's integer programming (HiGHS).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # it ships no types
from scipy.sparse import csr_array, hstack  # type: ignore[import-untyped]  # it ships no types

from toc.scoring.suppression.count_table import Cell, Relation

__all__ = ["Departure", "Departures"]

Departure = Mapping[Cell, int]
"""By how much each hidden cell differs from its true count, without those that do not."""

_MOST_BRANCHES = 2_000
"""Whole numbers are looked for so long; a limit of time would give another page on another machine."""


class Departures:
    """Finds departures of some hidden cells, all other counts being as they are; these keep every relation."""

    def __init__(
        self, counts: Mapping[Cell, int], cells: Collection[Cell], relations: Sequence[Relation], least: int
    ) -> None:
        self._cells = sorted(cells)
        self._column = {cell: number for number, cell in enumerate(self._cells)}
        self._room_below = np.array([counts[cell] - least for cell in self._cells], dtype=np.int64)
        self._slack = np.array(
            [-relation.difference(counts) if relation.at_most else 0 for relation in relations], dtype=np.int64
        )
        self._at_most = np.array([relation.at_most for relation in relations], dtype=bool)
        self._factors = self._matrix(relations)
        both_ways = hstack([self._factors, -self._factors], format="csr", dtype=float)
        lowest = np.where(self._at_most, -np.inf, 0)
        self._constraint = LinearConstraint(both_ways, lowest, self._slack) if relations else None

    def farthest(self, cell: Cell, step: int, *, over: Collection[Cell] = ()) -> Departure | None:
        """Return a departure that moves a cell by `step`, or as far towards it as can be; None if none is found.

        Of all such it changes other cells least, and those in `over` rather than others. What is returned has been
        checked in whole numbers against every relation, and is empty where the cell cannot be moved.
        """
        # The sums of most tables give whole numbers by themselves, which is found sooner than asking for them.
        price = np.ones(len(self._cells))
        price[[self._column[each] for each in over]] = 0.1
        found = self._found(cell, step, price, whole=False)
        return self._found(cell, step, price, whole=True) if found is None else found

    def _found(self, cell: Cell, step: int, price: NDArray[np.float64], *, whole: bool) -> Departure | None:
        many, at = len(self._cells), self._column[cell]
        above = np.full(many, np.inf)
        below = self._room_below.astype(float)
        above[at], below[at] = max(step, 0), min(max(-step, 0), below[at])
        price = np.tile(price, 2)
        price[at] = price[many + at] = -2 * many - 1_000
        found = milp(
            price,
            constraints=self._constraint,
            bounds=Bounds(np.zeros(2 * many), np.concatenate([above, below])),
            integrality=np.full(2 * many, int(whole)),
            options={"mip_rel_gap": 0, "node_limit": _MOST_BRANCHES},
        )
        if found.x is None:
            return None
        moves = np.rint(found.x[:many] - found.x[many:]).astype(np.int64)
        departure = {self._cells[number]: int(moves[number]) for number in np.flatnonzero(moves)}
        return departure if self._fits(moves) else None

    def _fits(self, moves: NDArray[np.int64]) -> bool:
        """Tell, in whole numbers, whether moved counts stay at `least` or above and keep every relation."""
        if (self._room_below + moves < 0).any():
            return False
        moved = self._factors @ moves
        return bool((moved <= self._slack).all() and (moved[~self._at_most] == 0).all())

    def _matrix(self, relations: Sequence[Relation]) -> csr_array:
        entries = [
            (row, self._column[cell], factor)
            for row, each in enumerate(relations)
            for cell, factor in each.factors.items()
            if cell in self._column
        ]
        rows, columns, factors = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(relations), len(self._cells))
        return csr_array((np.array(factors, dtype=np.int64), (rows, columns)), shape=shape)
