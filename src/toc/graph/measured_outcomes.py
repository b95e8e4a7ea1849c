"""`Matrix`: for every outcome, what measures it and which activities lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toc.graph.adjacency import Graph, graph_of
from toc.graph.html_table import html_table
from toc.model import OUTCOME_STAGES, Stage, TheoryOfChange

__all__ = ["Matrix", "MatrixRow", "matrix"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One outcome: the indicators that measure it and the activities that lead to it, by id.

    Both may be empty: an outcome that nothing measures, or that no activity leads to.
    """

    outcome: str
    stage: Stage
    indicators: tuple[str, ...]
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One row per outcome, in the order of the theory."""

    rows: tuple[MatrixRow, ...]

    def __iter__(self) -> Iterator[MatrixRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_dicts(self) -> list[dict[str, object]]:
        """Return one row per outcome: `outcome`, `stage`, `indicators` and `activities` (lists of ids)."""
        return [
            {
                "outcome": row.outcome,
                "stage": row.stage,
                "indicators": list(row.indicators),
                "activities": list(row.activities),
            }
            for row in self.rows
        ]

    def _repr_html_(self) -> str:
        rows = (
            (row.outcome, row.stage, ", ".join(row.indicators), ", ".join(row.activities)) for row in self.rows
        )
        return html_table(("outcome", "stage", "indicators", "activities"), rows)


def matrix(theory: TheoryOfChange) -> Matrix:
    """Return which indicators measure each outcome and which activities lead to it.

    Every link is followed, however long the way, also those that feed back. A part is reached where its whole
    is, and a whole where one of its parts is.
    """
    graph = graph_of(theory, feedback=True)
    activities = tuple(theory.activities)
    reaching = _sets_of_causes(graph, {box: 1 << bit for bit, box in enumerate(activities)})
    measured: dict[str, list[str]] = {}
    for indicator in theory.indicators.values():
        for outcome in indicator.measures:
            measured.setdefault(outcome, []).append(indicator.id)
    return Matrix(
        tuple(
            MatrixRow(
                outcome=box.id,
                stage=box.stage,
                indicators=tuple(measured.get(box.id, ())),
                activities=tuple(_chosen(activities, reaching[graph.number[box.id]])),
            )
            for box in theory.boxes.values()
            if box.stage in OUTCOME_STAGES
        )
    )


def _sets_of_causes(graph: Graph, marks: dict[str, int]) -> list[int]:
    """Return for each box the bits of all boxes that lead to it, in one pass over the graph."""
    bits = [marks.get(box, 0) for box in graph.ids] + [0] * graph.lift
    for members in graph.order_of_states:
        together = 0
        for state in members:
            together |= bits[state]
            for earlier in graph.states_back[state]:
                together |= bits[earlier]
        for state in members:
            bits[state] = together
    return bits[graph.lift :]


def _chosen(ids: tuple[str, ...], bits: int) -> Iterator[str]:
    while bits:
        lowest = bits & -bits
        yield ids[lowest.bit_length() - 1]
        bits ^= lowest
