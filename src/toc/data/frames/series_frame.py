"""Series of readings: one row per person, indicator and informant, and whether anything may be doubled in it."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from toc.data.frames.series_packing import SeriesPacking

__all__ = ["ABSENT", "CERTAIN", "KEYS", "packed_rows", "series_of_rows"]

KEYS = ("person", "place")
"""What tells series apart: a person and a place, which is a site, an indicator and an informant in one number."""

ABSENT = -1
"""Stands where a series has no such reading."""

FINE, UNSURE, CERTAIN = range(3)
"""Whether single readings of a series are to be looked at: no; where there is time for it; in any case."""


def packed_rows(rows: Any, packing: SeriesPacking, *more: str) -> Any:
    """Return `person`, `place`, `moment` and `score` of coded rows."""
    return rows.select("person", packing.place.alias("place"), packing.moment.alias("moment"), "score", *more)


def series_of_rows(rows: Any, packing: SeriesPacking) -> Any:
    """Return one row per series: `rows`, `first`, `latest` and `doubt`.

    `first` is the day and score of the first initial reading in one number, `latest` those of the latest other
    one; `ABSENT` where there is none. `doubt` is `FINE` only where nothing is wrong with a reading beside others.
    """
    timed = packing.timed
    number = timed.cast(nw.Float64)  # sums of whole numbers may not fit into any
    columns = rows.select(
        *KEYS,
        timed.cast(packing.number).alias("low"),
        timed.cast(packing.number).alias("high"),
        number.alias("sum"),
        (number * number).alias("squares"),
    )
    grouped = columns.group_by(*KEYS).agg(
        nw.len().alias("rows"),
        nw.col("low").min(),
        nw.col("high").max(),
        nw.col("sum").sum(),
        nw.col("squares").sum(),
    )
    low, high = nw.col("low"), nw.col("high")
    first = nw.when(low < packing.half).then(low).otherwise(nw.lit(ABSENT))
    latest = nw.when(high >= packing.half).then(high - packing.half).otherwise(nw.lit(ABSENT))
    return _with_middle(grouped, packing).select(
        *KEYS,
        nw.col("rows").cast(nw.Int32),
        first.cast(packing.number).alias("first"),
        latest.cast(packing.number).alias("latest"),
        _doubt(packing).cast(nw.Int16).alias("doubt"),
    )


def _with_middle(grouped: Any, packing: SeriesPacking) -> Any:
    """Add `rest`, the sum of the readings but the lowest and the highest, and how far two are `apart`.

    The difference of two numbers follows from their sum and that of their squares; one is apart from 0.
    """
    low, high = nw.col("low").cast(nw.Float64), nw.col("high").cast(nw.Float64)
    between = (nw.col("rows") > 2) & (nw.col("rows") <= packing.solved)
    rest = nw.col("sum") - low - high
    squares = nw.when(between).then((nw.col("squares") - low * low - high * high) * 2 - rest * rest)
    return grouped.with_columns(rest.alias("rest"), squares.otherwise(nw.lit(0.0)).sqrt().alias("apart"))


def _doubt(packing: SeriesPacking) -> nw.Expr:
    """Tell whether a series begins with anything but its one initial reading, or two readings have one moment.

    A few more are doubted than need be: numbers that differ by less than all scores may still be of two moments.
    """
    rows, low, high, rest, apart = (nw.col(name) for name in ("rows", "low", "high", "rest", "apart"))
    one, other = (rest - apart) / 2, (rest + apart) / 2
    begins = nw.when(rows == 2).then(high).otherwise(nw.when(rows == 3).then(other).otherwise(one))
    ends = (low >= packing.half) | ((rows > 1) & (high < packing.half))
    few = (rows > 1) & (rows <= packing.solved)
    early = few & (begins - packing.half < low)
    late = few & (rows > 2) & (other > high - packing.scores)
    alike = few & (rows > 3) & (apart < packing.scores)
    unsure = nw.when(rows > packing.solved).then(nw.lit(UNSURE)).otherwise(nw.lit(FINE))
    return nw.when(ends | early | late | alike).then(nw.lit(CERTAIN)).otherwise(unsure)
