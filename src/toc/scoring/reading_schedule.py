"""`Schedule`: which series of readings are up to date on a day, late, overdue or closed, as counts by site."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from toc.data import Data, Reading, Readings, ReadingsTable, Source, made_tables, read_data, series_of
from toc.data.made_tables.column_kinds import ColumnKinds
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring.schedule_html import schedule_html

__all__ = ["QUARTER", "Schedule", "SiteSchedule", "Standing", "schedule"]

Standing = Literal["on_time", "late", "overdue", "closed", "no_initial"]

QUARTER = 91
"""How many days a quarter has, to the nearest day."""

_GRACE = 30

_COUNTS = ("series", *get_args(Standing), "people", "people_overdue")
_KINDS: ColumnKinds = {"site": "text", **dict.fromkeys(_COUNTS, "count")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSchedule:
    """How many series of a site stand where, and how many people have one overdue; `site` is "" for all.

    A series is a person, an indicator and an informant. It is `closed` once it has a final reading. Else the next
    reading is due `every` days after the last one: before that day, and on it, the series is `on_time`; for
    `grace` days after it `late`; then `overdue`. `no_initial` counts those without an initial reading, which
    belong to no schedule. None is counted twice.
    """

    site: str
    on_time: int = 0
    late: int = 0
    overdue: int = 0
    closed: int = 0
    no_initial: int = 0
    people: int = 0
    people_overdue: int = 0

    @property
    def series(self) -> int:
        """How many series there are."""
        return self.on_time + self.late + self.overdue + self.closed + self.no_initial

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
    not read; `rows_left_out` those with which something is wrong. Nobody is named.
    """

    title: str
    source: str
    today: dt.date
    every: int
    grace: int
    sites: tuple[SiteSchedule, ...]
    total: SiteSchedule
    rows_left_out: int
    rows_later: int
    synthetic: bool

    @property
    def line(self) -> str:
        """Say the plan in one line."""
        return (
            f"On {self.today.isoformat()}: a reading is due {self.every} days after the last one until a final "
            f"reading closes the series; late until {self.grace} days after, then overdue."
        )

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        return {
            "version": 1,
            "source": self.source,
            "today": self.today.isoformat(),
            "every_days": self.every,
            "grace_days": self.grace,
            "sites": [row.to_dict() for row in self.sites],
            "total": self.total.to_dict(),
            "rows_left_out": self.rows_left_out,
            "rows_later": self.rows_later,
            "synthetic": self.synthetic,
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per site and one of all (`site` ""), for a data frame."""
        return [row.to_dict() for row in (*self.sites, self.total)]

    def to_frame(self, library: str = "pandas") -> Any:
        """Return the rows of `to_dicts` as a data frame of pandas, polars or pyarrow.

        Raises `TocError` for another library, or where it or narwhals is not installed.
        """
        return made_tables.made_frame(self.to_dicts(), _KINDS, library)

    def _repr_html_(self) -> str:
        return schedule_html(f"{self.title}: {self.source}", self.to_dicts(), (self.line,))


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
            raise TocError(f"`{name}` is a whole number of days, {least} or more.")
    day = today or dt.datetime.now(tz=dt.UTC).astimezone().date()
    read = read_data(data, theory, today=day)
    if isinstance(read, ReadingsTable):
        read = read.in_rows()
    rows = [row for row in read.rows if row.date <= day] if isinstance(read, Readings) else []
    if not rows:
        hint = "Give readings with their dates."
        raise TocError(f"{read.name} holds no readings of people that can be used.", hint=hint)
    refused = sum(fault.kind == "future-date" for fault in read.faults)
    by_site: dict[str, list[Reading]] = defaultdict(list)
    for row in rows:
        by_site[row.site].append(row)
    sites = [_counted(site, of_site, day, every, grace) for site, of_site in sorted(by_site.items()) if site]
    return Schedule(
        title=str(theory.title),
        source=read.name,
        today=day,
        every=every,
        grace=grace,
        sites=tuple(sites),
        total=_counted("", rows, day, every, grace),
        rows_left_out=read.rows_left_out - refused,
        rows_later=refused + len(read.rows) - len(rows),
        synthetic=read.synthetic,
    )


def _counted(site: str, rows: Iterable[Reading], today: dt.date, every: int, grace: int) -> SiteSchedule:
    found: dict[tuple[str, str, str, str], Standing] = {
        key: _standing(series, today, every, grace) for key, series in series_of(rows).items()
    }
    counts: Mapping[Standing, int] = Counter(found.values())
    return SiteSchedule(
        site=site,
        people=len({key[:2] for key in found}),
        people_overdue=len({key[:2] for key, standing in found.items() if standing == "overdue"}),
        **{standing: counts.get(standing, 0) for standing in get_args(Standing)},
    )


def _standing(series: Iterable[Reading], today: dt.date, every: int, grace: int) -> Standing:
    rows = list(series)
    if not any(row.kind == "initial" for row in rows):
        return "no_initial"
    if any(row.kind == "final" for row in rows):
        return "closed"
    days = (today - max(row.date for row in rows)).days
    if days <= every:
        return "on_time"
    return "late" if days <= every + grace else "overdue"
