"""`RowFault`: what is wrong with one row of data, told without its values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import Literal

__all__ = ["ROWS_NAMED", "FaultCount", "FaultKind", "RefusedRowError", "RowFault", "fault_lines", "told"]

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

ROWS_NAMED = 5
"""How many rows with one fault are named by their numbers; further ones are counted."""


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


@dataclass(frozen=True, slots=True)
class FaultCount:
    """A fault of several rows: how many there are, and the numbers of the first five, by their size.

    `first` is empty where the rows have no order, as in a database. The rest is as in `RowFault`.
    """

    kind: FaultKind
    column: str
    message: str
    subject: str
    left_out: bool
    rows: int
    first: tuple[int, ...] = ()

    @property
    def named(self) -> tuple[RowFault, ...]:
        """The fault of each of the first rows."""
        return tuple(
            RowFault(self.kind, row, self.column, self.message, self.subject, self.left_out) for row in self.first
        )


def told(faults: Iterable[RowFault]) -> tuple[str, ...]:
    """Return one line per kind of fault: how many rows, which, and what is wrong with them.

    The lines stand in the order of their first rows. At most five rows are numbered on a line; further ones are
    counted.
    """
    groups: dict[tuple[FaultKind, str, bool], list[int]] = defaultdict(list)
    for fault in faults:
        groups[fault.kind, fault.message, fault.left_out].append(fault.row)
    return fault_lines(
        FaultCount(kind, "", message, "", left_out, len(rows), tuple(nsmallest(ROWS_NAMED, rows)))
        for (kind, message, left_out), rows in groups.items()
    )


def fault_lines(counts: Iterable[FaultCount]) -> tuple[str, ...]:
    """Return the lines of `told` for faults that are counted already."""
    groups: dict[tuple[bool, str], list[FaultCount]] = defaultdict(list)
    for each in sorted(counts, key=lambda each: (each.first[:1] or (0,), each.kind, each.message)):
        groups[each.left_out, each.message].append(each)
    return tuple(_line(group, message, left_out) for (left_out, message), group in groups.items())


def _line(group: list[FaultCount], message: str, left_out: bool) -> str:  # noqa: FBT001  # a private line of text
    total = sum(each.rows for each in group)
    first = nsmallest(ROWS_NAMED, (row for each in group for row in each.first))
    what = "left out" if left_out else "kept"
    if not first:
        return f"{total} {'row' if total == 1 else 'rows'} {what}: {message}"
    more = f" and {total - len(first)} more" if total > len(first) else ""
    return f"{'row' if total == 1 else 'rows'} {', '.join(map(str, first))}{more} {what}: {message}"
