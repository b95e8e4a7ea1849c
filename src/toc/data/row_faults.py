"""`RowFault`: what is wrong with one row of data, told without its values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["FaultKind", "RefusedRowError", "RowFault", "told"]

FaultKind = Literal[
    "score-off-scale",
    "score-not-a-whole-number",
    "score-not-a-number",
    "follow-up-before-initial",
    "missing-baseline",
    "duplicate-record",
    "unmapped-indicator",
    "unknown-site",
    "totals-do-not-add",
    "impossible-date",
    "future-date",
    "incomplete-row",
    "number-out-of-range",
    "area-of-work-recorded-but-no-outcome-selected",
]

_ROWS_NAMED = 5


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong with one row.

    `row` is the line of the file on which the row starts (for rows given in a notebook: their position, from
    1). `column` is empty where the fault is of the whole row, `subject` the id that it is about (empty where
    there is none). `message` never holds a person's id or a score. `left_out` says whether the row takes part
    in no score because of it.
    """

    kind: FaultKind
    row: int
    column: str
    message: str
    subject: str = ""
    left_out: bool = True


class RefusedRowError(Exception):
    """Carries the fault of a row out of the reading of its cells; it never leaves this room."""

    def __init__(self, fault: RowFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def told(faults: Iterable[RowFault]) -> tuple[str, ...]:
    """Return one line per kind of fault: how many rows, which, and what is wrong with them.

    The lines stand in the order of their first rows. At most five rows are numbered on a line; further ones are
    counted.
    """
    groups: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for fault in sorted(faults, key=lambda fault: (fault.row, fault.kind, fault.message)):
        groups[fault.left_out, fault.message].append(fault.row)
    return tuple(_line(rows, message, left_out) for (left_out, message), rows in groups.items())


def _line(rows: list[int], message: str, left_out: bool) -> str:  # noqa: FBT001  # a private line of text
    named = ", ".join(str(row) for row in rows[:_ROWS_NAMED])
    more = f" and {len(rows) - _ROWS_NAMED} more" if len(rows) > _ROWS_NAMED else ""
    which = "row" if len(rows) == 1 else "rows"
    return f"{which} {named}{more} {'left out' if left_out else 'kept'}: {message}"
