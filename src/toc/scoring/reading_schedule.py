"""`Schedule`: which series of readings are up to date on a day, late, overdue or closed, as counts by site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from toc.data import Data, Readings, ReadingsTable, Source, made_tables, read_data
from toc.data.made_tables.column_kinds import ColumnKinds
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import table_cells
from toc.scoring.due_series import DUES, DueSeries, Plan, SiteDue, due_series
from toc.scoring.publication import HIDDEN, Publication
from toc.scoring.schedule_html import schedule_html

__all__ = ["QUARTER", "Schedule", "SiteSchedule", "schedule"]

QUARTER = 91
"""How many days a quarter has, to the nearest day."""

_GRACE = 30

_COUNTS = ("series", *DUES, "people", "people_overdue")
_KINDS: ColumnKinds = {"site": "text", **dict.fromkeys(_COUNTS, "count"), "hidden": "text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSchedule:
    """How many series of a site stand where, and how many people have one overdue; `site` is "" for all.

    A series is a person, an indicator and an informant. It is `closed` once it has a final reading. Else the next
    reading is due `every` days after the last one: before that day, and on it, the series is `on_time`; for
    `grace` days after it `late`; then `overdue`. `no_initial` counts those without an initial reading, which
    belong to no schedule. None is counted twice, and `series` are all of them. `hidden` names the counts that are
    None because they were hidden for publication.
    """

    site: str
    series: int | None = 0
    on_time: int | None = 0
    late: int | None = 0
    overdue: int | None = 0
    closed: int | None = 0
    no_initial: int | None = 0
    people: int | None = 0
    people_overdue: int | None = 0
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as plain values."""
        return {
            "site": self.site,
            "series": self.series,
            "on_time": self.on_time,
            "late": self.late,
            "overdue": self.overdue,
            "closed": self.closed,
            "no_initial": self.no_initial,
            "people": self.people,
            "people_overdue": self.people_overdue,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Readings held against a plan: an initial one, one `every` so many days, a final one at closure.

    `today` is the day on which they are looked at, `sites` holds a row for each site in the order of their names
    (none where the data name no site), `total` all of them. `rows_later` counts the rows of later days, which are
    not read; `rows_left_out` those with which something is wrong, both None where few are hidden. Nobody is
    named. `kinds` is how many series one person could have: the indicators in the data, times the informants on
    each. `still_to_come` says that `today` was: readings up to it count as taken. `publication` says what was
    hidden by `for_publication`, None for a schedule that is not for publication.
    """

    title: str
    source: str
    today: dt.date
    every: int
    grace: int
    sites: tuple[SiteSchedule, ...]
    total: SiteSchedule
    rows_left_out: int | None
    rows_later: int | None
    synthetic: bool
    kinds: int = 1
    still_to_come: bool = False
    publication: Publication | None = None

    @property
    def line(self) -> str:
        """Say the plan in one line."""
        ahead = ", a day that is still to come" if self.still_to_come else ""
        return (
            f"On {self.today.isoformat()}{ahead}: a reading is due {self.every} days after the last one until a "
            f"final reading closes the series; late until {self.grace} days after, then overdue."
        )

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        return {
            "version": 1,
            "source": self.source,
            "today": self.today.isoformat(),
            "every_days": self.every,
            "grace_days": self.grace,
            "sites": [self._row(row) for row in self.sites],
            "total": self._row(self.total),
            "rows_left_out": self.rows_left_out,
            "rows_later": self.rows_later,
            "synthetic": self.synthetic,
            "publication": self.publication and self.publication.to_dict(),
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per site and one of all (`site` ""), for a data frame."""
        return [row.to_dict() for row in (*self.sites, self.total)]

    def to_frame(self, library: str = "pandas") -> Any:
        """Return the rows of `to_dicts` as a data frame of pandas, polars or pyarrow.

        Raises `TocError` for another library, or where it or narwhals is not installed.
        """
        rows = [{**row.to_dict(), "hidden": " ".join(row.hidden) or None} for row in (*self.sites, self.total)]
        return made_tables.made_frame(rows, _KINDS, library)

    def _row(self, row: SiteSchedule) -> dict[str, Any]:
        return {**row.to_dict(), **({} if self.publication is None else {"hidden": list(row.hidden)})}

    def _repr_html_(self) -> str:
        rows = [{**row.to_dict(), **dict.fromkeys(row.hidden, HIDDEN)} for row in (*self.sites, self.total)]
        lines = (self.line, *([self.publication.line] if self.publication else []))
        return schedule_html(f"{self.title}: {self.source}", rows, lines)


def schedule(
    theory: TheoryOfChange,
    data: Source | Data,
    *,
    every: int = QUARTER,
    grace: int = _GRACE,
    today: dt.date | None = None,
) -> Schedule:
    """Count which series of readings are up to date on a day, by default this one.

    Readings after that day are left out. Raises `TocError` where the data are no readings or have none that can
    be used, or where `every` is no whole number of days above 0 or `grace` none from 0.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.schedule wants a theory of change.", hint="Load one first: toc.load(path).")
    for days, least, name in ((every, 1, "every"), (grace, 0, "grace")):
        if isinstance(days, bool) or not isinstance(days, int) or days < least:
            raise TocError(f"--{name} (in Python `{name}`) is a whole number of days, {least} or more.")
    this_day = dt.datetime.now(tz=dt.UTC).astimezone().date()
    day = today or this_day
    read = read_data(data, theory, today=day)
    if not isinstance(read, Readings | ReadingsTable):
        raise _nothing_of_people(read.name)
    refused = _refused_as_later(read)
    found = _held_against(read, Plan(day, every, grace))
    usable = read.usable_rows if isinstance(read, ReadingsTable) else len(read.rows)
    later = refused + usable - found.rows
    if not found.rows:
        raise _all_later(read.name, day) if later else _nothing_of_people(read.name)
    return Schedule(
        title=str(theory.title),
        source=read.name,
        today=day,
        every=every,
        grace=grace,
        sites=tuple(_counted(site, [of_site]) for site, of_site in sorted(found.sites.items()) if site),
        total=_counted("", found.sites.values()),
        rows_left_out=read.rows_left_out - refused,
        rows_later=later,
        synthetic=read.synthetic,
        kinds=found.kinds,
        still_to_come=day > this_day,
    )


def _held_against(read: Readings | ReadingsTable, plan: Plan) -> DueSeries:
    if isinstance(read, ReadingsTable):
        return table_cells.table_due_series(read, plan)
    return due_series(read.rows, plan)


def _refused_as_later(read: Readings | ReadingsTable) -> int:
    """Count the rows that were not read since their day was still to come."""
    if isinstance(read, ReadingsTable):
        return sum(each.rows for each in read.fault_counts if each.kind == "future-date")
    return sum(fault.kind == "future-date" for fault in read.faults)


def _nothing_of_people(name: str) -> TocError:
    message = f"{name} holds no readings of people that can be used."
    return TocError(message, hint="Give readings with their dates.")


def _all_later(name: str, day: dt.date) -> TocError:
    message = f"All readings in {name} that can be used are later than {day.isoformat()}."
    return TocError(message, hint="Ask for a later day: --today, in Python `today`.")


def _counted(site: str, parts: Iterable[SiteDue]) -> SiteSchedule:
    """Add up what stands where; nobody is of two sites, since ids of people begin anew at each."""
    found = tuple(parts)
    counts: dict[str, Any] = {due: sum(part.series.get(due, 0) for part in found) for due in DUES}
    return SiteSchedule(
        site=site,
        series=sum(counts.values()),
        people=sum(part.people for part in found),
        people_overdue=sum(part.people_overdue for part in found),
        **counts,
    )
