"""An attack on hidden counts that shares no code with the library's own audit.

Every relation is a mapping of cells to factors whose sum is 0 (or, under `at_most`, not above 0). The attacker
knows the shown counts, and that the others are whole numbers from `least` up.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

Sums = Sequence[Mapping[Hashable, int]]


def determined(sums: Sums, hidden: Sequence[Hashable]) -> set[Hashable]:
    """The hidden cells whose unit vector lies in the row space of the sums: the rank does not grow with it."""
    matrix = np.array([[relation.get(cell, 0) for cell in hidden] for relation in sums], dtype=float)
    rank = np.linalg.matrix_rank(matrix)
    units = np.eye(len(hidden))
    return {
        cell
        for number, cell in enumerate(hidden)
        if np.linalg.matrix_rank(np.vstack([matrix, units[number]])) == rank
    }


def ranges(
    sums: Sums,
    shown: Mapping[Hashable, int],
    hidden: Sequence[Hashable],
    *,
    least: int = 0,
    at_most: Sums = (),
    of: Iterable[Hashable] | None = None,
) -> dict[Hashable, tuple[int, int]]:
    """The smallest and the largest whole number that each hidden cell (or those in `of`) can be."""
    relations = [*sums, *at_most]
    matrix = np.array([[relation.get(cell, 0) for cell in hidden] for relation in relations], dtype=float)
    rest = np.array(
        [-sum(factor * shown.get(cell, 0) for cell, factor in relation.items()) for relation in relations],
        dtype=float,
    )
    low = np.concatenate([rest[: len(sums)], np.full(len(at_most), -np.inf)])
    constraint = LinearConstraint(csr_array(matrix), low, rest)
    found = {}
    for cell in hidden if of is None else of:
        aim = np.array([float(each == cell) for each in hidden])
        ends = []
        for sign in (1, -1):
            done = _solved(sign * aim, constraint, least, whole=False)
            if np.abs(done.x - done.x.round()).max() > 1e-6:
                done = _solved(sign * aim, constraint, least, whole=True)
            ends.append(round(sign * done.fun))
        found[cell] = (ends[0], ends[1])
    return found


def _solved(aim: np.ndarray, constraint: LinearConstraint, least: int, *, whole: bool) -> OptimizeResult:
    kind = np.full(len(aim), int(whole))
    return milp(aim, constraints=constraint, bounds=Bounds(least, 10_000), integrality=kind)
