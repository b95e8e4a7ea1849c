"""Series of which only some of the later readings are compared with the initial one."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from toc.data.frames.series_frame import ABSENT, KEYS
from toc.data.frames.series_packing import SeriesPacking

__all__ = ["compared_series"]


def compared_series(
    series: Any, rows: Any, packing: SeriesPacking, *, final_only: bool, window: tuple[int, int] | None
) -> Any:
    """Return `person`, `place`, `first` and `latest` of series, from the usable rows of which they are made.

    `latest` is the latest final reading, or also follow-up, of so many days after the initial one, both ends
    included; None: of any day.
    """
    is_later = nw.col("moment") >= packing.later
    later = rows.filter(is_later & (nw.col("moment") % 2 == 1) if final_only else is_later)
    begun = series.select(*KEYS, "first")
    if window:
        first = nw.col("first").cast(nw.Int64) // (2 * packing.scores)
        days = (nw.col("moment") - packing.later) // 2 - first
        beside = later.join(begun.filter(nw.col("first") != ABSENT), on=list(KEYS), how="inner")
        later = beside.filter((days >= window[0]) & (days <= window[1]))
    timed = (packing.timed - packing.half).alias("latest")
    latest = later.select(*KEYS, timed).group_by(*KEYS).agg(nw.col("latest").max())
    return begun.join(latest, on=list(KEYS), how="left").with_columns(nw.col("latest").fill_null(ABSENT))
