"""The columns by which people were asked to be split, refused where a column may point to one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from toc.data import Data, Readings, ReadingsTable
from toc.data.readings import READ_COLUMNS
from toc.data.table import plain_heading
from toc.errors import TocError
from toc.loading.nearest import nearest_hint
from toc.scoring.indicator_groups import LEVELS

__all__ = ["INFORMANT", "MOST_INFORMANTS", "MOST_VALUES", "SITE", "asks_for_columns", "chosen_by", "columns_in"]

SITE = "site"
INFORMANT = "informant"

MOST_VALUES = 20
"""A column with more values than this is taken for one that names people, or measures them."""

MOST_INFORMANTS = 6
"""With more than this `informant` is taken to hold names rather than roles, and is not shown unasked."""


def chosen_by(by: str | Iterable[str], data: Data) -> tuple[str, ...]:
    """Return what somebody asked scores to be split by, each once, in their order.

    A column of the readings is named as its heading; capitals do not matter. Where nothing was asked and several
    informants gave scores (up to 6), they are split by informant. Raises `TocError` where data cannot be split so.
    """
    asked = [by] if isinstance(by, str) else list(by)
    chosen = dict.fromkeys(plain_heading(str(name)) for name in asked)
    for name in chosen:
        if name not in LEVELS:
            _check(name, data)
    several = isinstance(data, Readings | ReadingsTable) and 1 < len(data.informants) <= MOST_INFORMANTS
    if several and not chosen:
        chosen[INFORMANT] = None
    return tuple(chosen)


def asks_for_columns(by: str | Iterable[str]) -> bool:
    """Tell whether people are to be split by a column that only single rows have."""
    asked = {by} if isinstance(by, str) else set(by)
    return not {plain_heading(str(name)) for name in asked} <= {*LEVELS, SITE, INFORMANT}


def columns_in(by: Sequence[str]) -> tuple[str, ...]:
    """Return those of what was chosen that stand on the rows of readings."""
    return tuple(name for name in by if name not in (*LEVELS, SITE))


def _check(name: str, data: Data) -> None:
    if name == SITE:
        if not _names_sites(data):
            raise TocError(f"{data.name} names no site, so its scores cannot be split by site.")
        return
    if not isinstance(data, Readings | ReadingsTable):
        if "," in name:
            raise _unknown(name, data, ())
        raise TocError(
            f"{data.name} cannot be split by `{name}`: its numbers were added up before.",
            hint="Give readings of people, or split by stage, strand, population or site.",
        )
    if name == INFORMANT:
        if not any(data.informants):
            raise TocError(f"{data.name} does not say who gave the scores (`informant`).")
        _check_number(name, len(data.informants))
        return
    if name in READ_COLUMNS:
        raise TocError(
            f"People are not split by `{name}`.",
            hint="Choose a column that says something of them, as their age group.",
        )
    if isinstance(data, Readings):  # a larger table was read row by row before, for the sake of this column
        _check_column(name, data)


def _names_sites(data: Data) -> bool:
    return data.has_sites if isinstance(data, Readings | ReadingsTable) else any(row.site for row in data.rows)


def _check_column(name: str, data: Readings) -> None:
    if not any(name in row.other for row in data.rows):
        headings = {heading for row in data.rows for heading in row.other}
        raise _unknown(name, data, headings)
    values = {row.other.get(name, "") for row in data.rows} - {""}
    people = {(row.site, row.person) for row in data.rows}
    _check_number(name, len(values))
    if 2 * len(values) > len(people):
        raise TocError(
            f"The column `{name}` has {len(values)} different values for {len(people)} people, so one would point "
            "to a person.",
            hint="Put its values into fewer groups.",
        )


def _unknown(name: str, data: Data, headings: Collection[str]) -> TocError:
    """Return the refusal of a split; only a heading near to what was asked is named, as one may be of a person."""
    if "," in name:
        hint = "Name one at a time: --by sex --by site."
    else:
        known = (*LEVELS, SITE, INFORMANT)
        hint = nearest_hint(
            name, (*headings, *known), f"Split by a column of the readings, or by {', '.join(known)}."
        )
    return TocError(f"{data.name} has no column of this name to split people by.", hint=hint)


def _check_number(name: str, values: int) -> None:
    if values > MOST_VALUES:
        raise TocError(
            f"The column `{name}` has {values} different values, and at most {MOST_VALUES} can be shown.",
            hint="It may name people. Put its values into groups first, as ages into age groups.",
        )
