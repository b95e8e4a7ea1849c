"""`Readings` of one informant only."""

from __future__ import annotations

from dataclasses import replace

from toc.data import Data, Readings, ReadingsTable
from toc.data.reading_faults import CONTRADICTED
from toc.errors import TocError

__all__ = ["ask_for_informant", "informant_of", "only_informant"]


def ask_for_informant(data: Data) -> str:
    """Ask who gave the scores where rows disagree in nothing else and no column says so; "" where none has to."""
    if not isinstance(data, Readings | ReadingsTable) or any(data.informants) or not data.ignored_columns:
        return ""
    if all(fault.message != CONTRADICTED for fault in data.faults):
        return ""
    return "Is there a column that says who gave the score? Name it `informant`."


def informant_of(asked: str | None) -> str | None:
    """Return an informant as readings name them, in small letters; None where none is chosen."""
    return None if asked is None else asked.strip().casefold()


def only_informant(data: Data, informant: str | None) -> Data:
    """Return the readings that one informant gave, or all data where none is chosen.

    People without a reading of this informant still count among those who could have been measured. Raises
    `TocError` where data are no readings, or none of theirs is by this informant.
    """
    if informant is None:
        return data
    if isinstance(data, ReadingsTable):
        data = data.in_rows()
    if not isinstance(data, Readings):
        raise TocError(f"{data.name} does not say who gave the scores.", hint="Give readings of people.")
    rows = tuple(row for row in data.rows if row.informant == informant)
    if not rows:
        hint = "Write the informant as in the column `informant`."
        raise TocError(f"No reading of {data.name} is by this informant.", hint=hint)
    return replace(data, rows=rows)
