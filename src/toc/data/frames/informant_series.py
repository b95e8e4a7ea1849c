"""A `ReadingsTable` of one informant only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import narwhals as nw

from toc.data.frames.native_frames import fetched
from toc.data.frames.series_packing import SeriesPacking
from toc.data.readings_table import ReadingsTable

__all__ = ["heard_readings", "people_by_site"]


def heard_readings(table: ReadingsTable, informant: str) -> ReadingsTable | None:
    """Return the series of an informant, "" for those who are not named; None where there is none.

    `people` are those of all informants.
    """
    codes, packing = table.codes, table.packing
    if informant not in table.informants:
        return None
    series = table.series.filter(packing.informant() == codes.informants.index(informant))
    rows = series.select("place", nw.col("rows").cast(nw.Int64)).group_by("place").agg(nw.col("rows").sum())
    counts = {int(place): int(number) for place, number in fetched(rows.select("place", "rows"))}
    found = {packing.codes(place) for place in counts}
    return replace(
        table,
        series=series,
        people=people_by_site(table.series, packing, codes.sites) if table.people is None else table.people,
        indicators=frozenset(codes.indicators[indicator] for _, indicator, _ in found),
        informants=frozenset((informant,)),
        has_sites=any(codes.sites[site] for site, _, _ in found),
        several_informants=False,
        usable_rows=sum(counts.values()),
        reread=None,
    )


def people_by_site(
    series: Any, packing: SeriesPacking, sites: tuple[str, ...], more: Any = None
) -> Mapping[str, int]:
    """Count the people of series by the names of their sites, and those of `more`: its `person` and `site`."""
    people = series.select("person", packing.site().alias("site"))
    named = people if more is None else nw.concat([people, more])
    by_site = named.unique().group_by("site").agg(nw.len().alias("people"))
    return Counter({sites[site]: number for site, number in fetched(by_site.select("site", "people"))})
