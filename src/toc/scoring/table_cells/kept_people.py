"""`PeopleFollowed` of a `ReadingsTable`, counted by whatever library holds it, by way of narwhals."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from toc.data import ReadingsTable
from toc.data.frames.compared_series import compared_series
from toc.data.frames.native_frames import fetched
from toc.scoring.people_followed import PeopleFollowed
from toc.scoring.table_cells.counting import counting

__all__ = ["table_followed"]


def table_followed(table: ReadingsTable) -> PeopleFollowed:
    """Follow the people of a table: the same as `followed` of readings in memory.

    Raises `TocError` where the library that holds the table cannot count it.
    """
    with counting(table):
        finals = compared_series(table.series, table.usable(), table.packing, final_only=True, window=None)
        begun, compared = nw.col("first") >= 0, nw.col("latest") >= 0
        with_series, begun_by, two = _people(table, table.series, begun, begun & compared)
        _, final = _people(table, finals, begun & compared)
        named = with_series if table.people is None else sum(table.people.values())
        return PeopleFollowed(named, begun_by, two, final)


def _people(table: ReadingsTable, series: Any, *tests: nw.Expr) -> tuple[int, ...]:
    """Count the people of series, and those for one of whose series at least each test holds."""
    names = [f"holds_{at}" for at in range(len(tests))]
    flags = (
        nw.when(test).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64)).alias(name)
        for name, test in zip(names, tests, strict=True)
    )
    told = series.select("person", table.packing.site().alias("site"), *flags)
    people = told.group_by("person", "site").agg(*(nw.col(name).max() for name in names))
    added = people.select(nw.len().alias("people"), *(nw.col(name).sum() for name in names))
    [counts] = fetched(added)
    return tuple(int(count or 0) for count in counts)
