"""`DueSeries` of a `ReadingsTable`, counted by whatever library holds it, by way of narwhals."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import narwhals as nw

from toc.data import ReadingsTable
from toc.data.cell_codes import FIRST_DAY
from toc.data.frames.native_frames import fetched
from toc.scoring.due_series import DUES, Due, DueSeries, Plan, SiteDue
from toc.scoring.table_cells.counting import counting

__all__ = ["table_due_series"]


def table_due_series(table: ReadingsTable, plan: Plan) -> DueSeries:
    """Hold the readings of a table against a plan: the same as `due_series` of readings in memory.

    Raises `TocError` where the library that holds the table cannot count it.
    """
    with counting(table):
        return _counted(table, plan)


def _counted(table: ReadingsTable, plan: Plan) -> DueSeries:
    found = table.kept.stored(_series(table, plan))
    columns = ("place", "standing", "series", "rows")
    counted = found.group_by("place", "standing").agg(nw.len().alias("series"), nw.col("rows").sum())
    series: dict[str, Counter[Due]] = defaultdict(Counter)
    kinds, rows = set(), 0
    for place, standing, number, readings in fetched(counted.select(*columns)):
        site, *kind = table.packing.codes(int(place))
        series[table.codes.sites[site]][DUES[int(standing)]] += int(number)
        kinds.add(tuple(kind))
        rows += int(readings)
    people = _people(table, found)
    return DueSeries({site: SiteDue(counts, *people[site]) for site, counts in series.items()}, rows, len(kinds))


def _series(table: ReadingsTable, plan: Plan) -> Any:
    """Return `person`, `place`, the number of its `rows` and the `standing` of each series.

    A moment is twice the day, so much `later` for all but initial readings, and odd for final ones.
    """
    later = table.packing.later
    moment = nw.col("moment")
    is_later = moment >= later
    rows = table.usable().select(
        "person",
        "place",
        nw.when(is_later).then(moment - later).otherwise(moment).alias("half_days"),
        nw.when(is_later).then(nw.lit(0, nw.Int64)).otherwise(nw.lit(1, nw.Int64)).alias("initial"),
        (moment % 2).alias("final"),
    )
    known = rows.filter(nw.col("half_days") < _half_days(table, plan.today) + 2)
    grouped = known.group_by("person", "place").agg(
        nw.len().alias("rows"), nw.col("half_days").max(), nw.col("initial").max(), nw.col("final").max()
    )
    return grouped.select("person", "place", nw.col("rows").cast(nw.Int64), _standing(table, plan))


def _standing(table: ReadingsTable, plan: Plan) -> nw.Expr:
    cases = {
        "no_initial": nw.col("initial") == 0,
        "closed": nw.col("final") == 1,
        "on_time": nw.col("half_days") >= _half_days(table, plan.on_time_from),
        "late": nw.col("half_days") >= _half_days(table, plan.late_from),
    }
    told = _number("overdue")
    for name, case in reversed(cases.items()):
        told = nw.when(case).then(_number(name)).otherwise(told)
    return told.alias("standing")


def _number(standing: str) -> nw.Expr:
    return nw.lit(DUES.index(standing), nw.Int64)


def _half_days(table: ReadingsTable, day: dt.date) -> int:
    start: int = table.packing.days.start
    return 2 * ((day - FIRST_DAY).days - start)


def _people(table: ReadingsTable, series: Any) -> Mapping[str, tuple[int, int]]:
    """Count by site the people with a series, and those with one overdue."""
    overdue = nw.when(nw.col("standing") == DUES.index("overdue")).then(nw.lit(1, nw.Int64))
    told = series.select(
        "person", table.packing.site().alias("site"), overdue.otherwise(nw.lit(0, nw.Int64)).alias("overdue")
    )
    people = told.group_by("person", "site").agg(nw.col("overdue").max())
    counted = people.group_by("site").agg(nw.len().alias("people"), nw.col("overdue").sum())
    return {
        table.codes.sites[int(site)]: (int(named), int(some))
        for site, named, some in fetched(counted.select("site", "people", "overdue"))
    }
