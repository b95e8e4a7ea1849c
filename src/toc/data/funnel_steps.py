"""`FunnelSteps`: a table that says how many went how far, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from toc.data.cells import count_in, text_in
from toc.data.dataset import is_synthetic
from toc.data.row_faults import RefusedRowError, told
from toc.data.source import Source, read_table
from toc.data.table import Row
from toc.errors import TocError

__all__ = ["FunnelSteps", "StepRow", "read_funnel_steps"]

_WANTED = ("step", "count", "unit")


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: who are counted, how many, and the unit in words."""

    label: str
    count: int
    unit: str


@dataclass(frozen=True, slots=True, repr=False)
class FunnelSteps:
    """Steps in the order of the table; whether they can make a funnel is not asked here."""

    name: str
    rows: tuple[StepRow, ...]
    synthetic: bool = False

    def __repr__(self) -> str:
        return f"FunnelSteps(name={self.name!r}, rows={len(self.rows)})"


def read_funnel_steps(source: Source) -> FunnelSteps:
    """Read a table with the columns `step`, `count` and `unit`, one row per step.

    Raises `TocError` where the source cannot be read, a column is missing, or a cell cannot be used: a funnel
    without one of its steps would be another one.
    """
    table = read_table(source)
    lacking = [f"`{column}`" for column in _WANTED if column not in table.columns]
    if lacking:
        columns = ", ".join(_WANTED)
        named = f"column {lacking[0]}" if len(lacking) == 1 else f"columns {_listed(lacking)}"
        raise TocError(
            f"{table.name} lacks the {named} of a funnel.",
            hint=f"Give one row per step with the columns {columns}; readings of people need a model as well.",
        )
    rows: list[StepRow] = []
    faults = list(table.faults)
    for row in table.rows:
        try:
            rows.append(_step(row))
        except RefusedRowError as refused:
            faults.append(refused.fault)
    if faults:
        lines = "; ".join(line.replace(" left out", "") for line in told(faults))
        raise TocError(f"{table.name} makes no funnel: {lines}.", hint="Correct the cells.")
    return FunnelSteps(table.name, tuple(rows), is_synthetic(table))


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _step(row: Row) -> StepRow:
    return StepRow(text_in(row, "step"), count_in(row, "count"), text_in(row, "unit"))
