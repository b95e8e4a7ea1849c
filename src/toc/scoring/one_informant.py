"""`Readings` of one informant only."""

from __future__ import annotations

from dataclasses import replace

from toc.data import Data, Readings, ReadingsTable, frames
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
    if not isinstance(data, Readings | ReadingsTable):
        raise TocError(f"{data.name} does not say who gave the scores.", hint="Give readings of people.")
    found = _of_table(data, informant) if isinstance(data, ReadingsTable) else _of_rows(data, informant)
    if found is None:
        hint = "Write the informant as in the column `informant`."
        raise TocError(f"No reading of {data.name} is by this informant.", hint=hint)
    return found


def _of_rows(data: Readings, informant: str) -> Readings | None:
    rows = tuple(row for row in data.rows if row.informant == informant)
    return replace(data, rows=rows) if rows else None


def _of_table(data: ReadingsTable, informant: str) -> ReadingsTable | None:
    found = frames.heard_readings(data, informant)

    def in_rows() -> Readings:
        read = data.in_rows()
        return replace(read, rows=tuple(row for row in read.rows if row.informant == informant))

    return found and replace(found, reread=in_rows)
