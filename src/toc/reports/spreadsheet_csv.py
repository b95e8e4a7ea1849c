"""Rows as CSV that a spreadsheet may open: no cell in it is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["spreadsheet_csv"]

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def spreadsheet_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows of named values as CSV, with a column for every name; None is an empty cell.

    Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises, and control
    characters become spaces; numbers stay numbers.
    """
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(_cell, columns))
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = "".join(letter if letter.isprintable() else " " for letter in value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
