"""`OutcomeMatrix`: what measures each outcome and which activities lead to it, in the words of the figure."""

from __future__ import annotations

from dataclasses import dataclass

from toc.errors import TocError
from toc.graph import matrix as matrix_of
from toc.graph.html_table import html_table
from toc.model import TheoryOfChange
from toc.scoring.indicator_labels import indicator_labels
from toc.scoring.measures import measured_in_parts
from toc.scoring.score_notes import IN_PARTS

__all__ = ["OutcomeMatrix", "OutcomeRow", "matrix"]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome with the labels of its indicators and activities; no indicator means it is not measured.

    `in_parts` says that an indicator measures a part of it.
    """

    id: str
    label: str
    stage: str
    indicators: tuple[str, ...]
    activities: tuple[str, ...]
    in_parts: bool = False

    @property
    def measured(self) -> bool:
        """Whether any indicator measures it itself, not only a part of it."""
        return bool(self.indicators)

    @property
    def measured_by(self) -> str:
        """The labels of its indicators, or that it is measured in its parts or not at all."""
        return "; ".join(self.indicators) or (IN_PARTS if self.in_parts else "not measured")


@dataclass(frozen=True, slots=True)
class OutcomeMatrix:
    """One row per outcome, in the order of the theory."""

    rows: tuple[OutcomeRow, ...]

    def to_dicts(self) -> list[dict[str, object]]:
        """Return one row per outcome, ready for a data frame.

        The columns are `id`, `label`, `stage`, `measured`, and `indicators` and `activities` as lists of labels.
        """
        return [
            {
                "id": row.id,
                "label": row.label,
                "stage": row.stage,
                "measured": row.measured,
                "indicators": list(row.indicators),
                "activities": list(row.activities),
            }
            for row in self.rows
        ]

    def __str__(self) -> str:
        return "\n".join(f"{row.label}: {row.measured_by}" for row in self.rows)

    def _repr_html_(self) -> str:
        rows = ((row.label, row.stage, row.measured_by, str(len(row.activities))) for row in self.rows)
        return html_table(("outcome", "stage", "measured by", "activities that lead to it"), rows)


def matrix(theory: TheoryOfChange) -> OutcomeMatrix:
    """Return what measures each outcome and which activities lead to it, however long the way.

    Raises `TocError` for anything but a theory of change.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.matrix wants a theory of change.", hint="Load one first: toc.load(path).")
    in_parts = measured_in_parts(theory)
    labels = indicator_labels(theory)
    return OutcomeMatrix(
        tuple(
            OutcomeRow(
                row.outcome,
                str(theory.boxes[row.outcome].label),
                theory.stage_label(row.stage),
                tuple(labels[key] for key in row.indicators),
                tuple(str(theory.boxes[key].label) for key in row.activities),
                row.outcome in in_parts,
            )
            for row in matrix_of(theory)
        )
    )
