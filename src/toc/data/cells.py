"""What the cells of a row say, or a refusal of the row that tells why without repeating the cell."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from toc.data.row_faults import FaultKind, RefusedRowError, RowFault
from toc.data.table import Row
from toc.model import Indicator, Scale

__all__ = ["Kind", "count_in", "date_in", "kind_in", "percent_in", "score_in", "text_in"]

Kind = Literal["initial", "follow_up", "final"]
"""When in the work with a person a score was taken."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_WHOLE = re.compile(r"[0-9]{1,12}(\.0+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KINDS: dict[str, Kind] = {"initial": "initial", "follow_up": "follow_up", "final": "final"}
_EARLIEST = dt.date(1900, 1, 1)


def text_in(row: Row, column: str) -> str:
    """Return the text of a cell that must not be empty."""
    if not row[column]:
        raise RefusedRowError(RowFault("incomplete-row", row.number, column, f"`{column}` is empty"))
    return row[column]


def kind_in(row: Row) -> Kind:
    """Return `initial`, `follow_up` or `final`."""
    kind = re.sub(r"[\s\-]+", "_", text_in(row, "kind").casefold())
    if kind not in _KINDS:
        words = "`kind` must be initial, follow_up or final"
        raise RefusedRowError(RowFault("incomplete-row", row.number, "kind", words))
    return _KINDS[kind]


def count_in(row: Row, column: str, heading: str = "") -> int:
    """Return a number of people or pairs: whole, 0 or more; a refusal calls the column `heading`."""
    if not _WHOLE.fullmatch(row[column]):
        words = f"`{heading or column}` must be a whole number, 0 or more"
        raise RefusedRowError(RowFault("number-out-of-range", row.number, column, words))
    return int(float(row[column]))


def percent_in(row: Row, column: str) -> float:
    """Return a percentage from 0 to 100; a per cent sign after it is allowed."""
    text = row[column].removesuffix("%").strip()
    if not _NUMBER.fullmatch(text) or not 0 <= float(text) <= 100:
        words = f"`{column}` must be a number from 0 to 100"
        raise RefusedRowError(RowFault("number-out-of-range", row.number, column, words))
    return float(text)


def date_in(row: Row, today: dt.date) -> dt.date:
    """Return a day between 1900 and `today`, written as year, month and day: 2013-05-31."""
    text = row["date"]
    try:
        day = dt.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day < _EARLIEST:
        words = "`date` must be a day of the calendar, written as 2013-05-31"
        raise RefusedRowError(RowFault("impossible-date", row.number, "date", words))
    if day > today:
        raise RefusedRowError(RowFault("future-date", row.number, "date", "`date` lies in the future"))
    return day


def score_in(row: Row, indicator: Indicator, scale: Scale | None) -> int | float:
    """Return the score of a row, both ends of the scale included.

    A scale whose two ends are whole numbers takes whole scores only. Without a scale any number will do.
    """
    text = row["score"]
    if not _NUMBER.fullmatch(text):
        raise _refused("score-not-a-number", row, indicator, "the score is missing or not a number")
    score = float(text)
    if scale is None:
        return score
    if isinstance(scale.lowest, int) and isinstance(scale.highest, int) and not score.is_integer():
        raise _refused("score-not-a-whole-number", row, indicator, "the score must be a whole number")
    if not scale.lowest <= score <= scale.highest:
        words = f"the score lies off the scale of `{indicator.id}`, {scale.lowest} to {scale.highest}"
        raise _refused("score-off-scale", row, indicator, words)
    return score


def _refused(kind: FaultKind, row: Row, indicator: Indicator, words: str) -> RefusedRowError:
    return RefusedRowError(RowFault(kind, row.number, "score", words, indicator.id))
