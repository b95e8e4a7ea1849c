"""`DueSeries`: how many series of readings of each site are up to date on a day, late, overdue or closed."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from toc.data import Reading, series_of

__all__ = ["DUES", "Due", "DueSeries", "Plan", "SiteDue", "due_series"]

Due = Literal["on_time", "late", "overdue", "closed", "no_initial"]

DUES: tuple[Due, ...] = get_args(Due)


@dataclass(frozen=True, slots=True)
class Plan:
    """On `today` a reading is due `every` days after the last one, and late for `grace` days more."""

    today: dt.date
    every: int
    grace: int

    @property
    def on_time_from(self) -> dt.date:
        """The earliest day on which the last reading of a series that is on time can have been taken."""
        return _before(self.today, self.every)

    @property
    def late_from(self) -> dt.date:
        """The same for a series that is late."""
        return _before(self.today, self.every + self.grace)


@dataclass(frozen=True, slots=True)
class SiteDue:
    """How many series of a site stand where, and how many people have any, and one overdue."""

    series: Mapping[Due, int]
    people: int
    people_overdue: int


@dataclass(frozen=True, slots=True)
class DueSeries:
    """The standings of each site, "" for readings that name none; no site where there is no reading of the day.

    `rows` are the readings up to the day, `kinds` the indicators in them, times the informants on each.
    """

    sites: Mapping[str, SiteDue]
    rows: int
    kinds: int


def due_series(rows: Iterable[Reading], plan: Plan) -> DueSeries:
    """Hold readings in memory against a plan; those of later days are not read."""
    known = [row for row in rows if row.date <= plan.today]
    series: dict[str, Counter[Due]] = defaultdict(Counter)
    people: dict[str, set[str]] = defaultdict(set)
    overdue: dict[str, set[str]] = defaultdict(set)
    for (site, person, _, _), readings in series_of(known).items():
        standing = _standing(readings, plan)
        series[site][standing] += 1
        people[site].add(person)
        if standing == "overdue":
            overdue[site].add(person)
    return DueSeries(
        {site: SiteDue(counts, len(people[site]), len(overdue[site])) for site, counts in series.items()},
        len(known),
        len({(row.indicator, row.informant) for row in known}),
    )


def _standing(series: Iterable[Reading], plan: Plan) -> Due:
    rows = list(series)
    if not any(row.kind == "initial" for row in rows):
        return "no_initial"
    if any(row.kind == "final" for row in rows):
        return "closed"
    last = max(row.date for row in rows)
    if last >= plan.on_time_from:
        return "on_time"
    return "late" if last >= plan.late_from else "overdue"


def _before(day: dt.date, days: int) -> dt.date:
    """Return the day so many days before, the first of the calendar where there is none."""
    return day - dt.timedelta(min(days, (day - dt.date.min).days))
