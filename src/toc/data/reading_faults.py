"""`RowFault`s of readings: what can be wrong with one next to others of its series, and one without an outcome."""

from __future__ import annotations

from toc.data.row_faults import RowFault

__all__ = [
    "CONTRADICTED",
    "contradicted",
    "copied",
    "early",
    "second_initial",
    "without_initial",
    "without_outcome",
]

_SAME = "another row has the same person, indicator, date and kind"

CONTRADICTED = f"{_SAME}, and another score, so none of them is used"
"""What is said of rows that disagree."""


def copied(row: int, indicator: str) -> RowFault:
    """Return the fault of a copy that agrees with another row, which is kept."""
    return RowFault("duplicate-record", row, "", f"{_SAME}, and the same score, and is kept", indicator)


def contradicted(row: int, indicator: str) -> RowFault:
    """Return the fault of each of several rows that disagree."""
    return RowFault("duplicate-record", row, "", CONTRADICTED, indicator)


def without_initial(row: int, indicator: str) -> RowFault:
    """Return the fault of a series without an initial reading, told of its first row."""
    words = "a follow-up without a usable initial reading cannot be compared"
    return RowFault("missing-baseline", row, "kind", words, indicator, left_out=False)


def second_initial(row: int, indicator: str) -> RowFault:
    """Return the fault of an initial reading after the first."""
    words = "the series has an earlier initial reading, and only that one is compared"
    return RowFault("duplicate-record", row, "kind", words, indicator)


def early(row: int, indicator: str) -> RowFault:
    """Return the fault of a follow-up that is dated before the initial reading."""
    words = "the follow-up is dated before the initial reading"
    return RowFault("follow-up-before-initial", row, "date", words, indicator)


def without_outcome(row: int) -> RowFault:
    """Return the fault of a row that says in what area work was done, and names no indicator."""
    words = "an area of work is recorded and no indicator"
    return RowFault("area-of-work-recorded-but-no-outcome-selected", row, "indicator", words)
