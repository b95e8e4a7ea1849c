"""Series of readings: one row for each person, indicator and informant, and which of them are doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw

__all__ = ["ABSENT", "KEYS", "SeriesPacking", "packed_rows", "series_of_rows", "suspects"]

KEYS = ("person", "place")
"""What tells series apart: a person and a place, which is a site, an indicator and an informant in one number."""

ABSENT = -1
"""Stands where a series has no such reading."""

_LATER_THAN_ANY = 1 << 52
_NEVER = 1 << 20


@dataclass(frozen=True, slots=True)
class SeriesPacking:
    """How codes are put into one number: as digits whose bases are the numbers of different codes."""

    indicators: int
    informants: int
    scores: int

    @property
    def place(self) -> nw.Expr:
        """Return the site, indicator and informant of a row as one number."""
        site = nw.col("site") * self.indicators + nw.col("indicator")
        return site * self.informants + nw.col("informant")

    def site(self) -> nw.Expr:
        """Return the code of the site of a place."""
        return nw.col("place") // (self.indicators * self.informants)

    def indicator(self) -> nw.Expr:
        """Return the code of the indicator of a place."""
        return nw.col("place") // self.informants % self.indicators

    def informant(self) -> nw.Expr:
        """Return the code of the informant of a place."""
        return nw.col("place") % self.informants


def packed_rows(rows: Any, packing: SeriesPacking, *more: str) -> Any:
    """Return `person`, `place`, `time` (twice the day, one more for a final reading), `kind` and `score`."""
    time = nw.col("day") * 2 + _one_if(nw.col("kind") == 2)
    return rows.select("person", packing.place.alias("place"), time.alias("time"), "kind", "score", *more)


def _one_if(true: nw.Expr) -> nw.Expr:
    """Return 1 or 0: PostgreSQL makes no long number of true and false."""
    return nw.when(true).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64))


def series_of_rows(rows: Any, packing: SeriesPacking) -> Any:
    """Return one row per series: the first initial reading, the latest and the latest final one, and what tells
    whether two readings have the same time.

    `first`, `latest` and `final` are times and scores in one number, `ABSENT` where there is none.
    """
    initial, later = nw.col("kind") == 0, nw.col("kind") > 0
    timed = nw.col("time") * packing.scores + nw.col("score")
    columns = rows.select(
        *KEYS,
        nw.when(initial).then(timed).otherwise(nw.lit(_LATER_THAN_ANY)).alias("first"),
        nw.when(later).then(timed).otherwise(nw.lit(ABSENT)).alias("latest"),
        nw.when(nw.col("kind") == 2).then(timed).otherwise(nw.lit(ABSENT)).alias("final"),
        _one_if(later).alias("later"),
        nw.when(later).then(nw.col("time")).otherwise(nw.lit(_NEVER)).alias("soonest"),
        nw.when(later).then(nw.col("time")).otherwise(nw.lit(0)).alias("times"),
        nw.when(later).then(nw.col("time") * nw.col("time")).otherwise(nw.lit(0)).alias("squares"),
    )
    grouped = columns.group_by(*KEYS).agg(
        nw.len().alias("rows"),
        nw.col("first").min(),
        nw.col("latest").max(),
        nw.col("final").max(),
        nw.col("later").sum(),
        nw.col("soonest").min(),
        nw.col("times").sum(),
        nw.col("squares").sum(),
    )
    first = nw.when(nw.col("first") < _LATER_THAN_ANY).then(nw.col("first")).otherwise(nw.lit(ABSENT))
    sums = nw.col("rows", "later", "times", "squares").cast(nw.Int64)
    return grouped.with_columns(first.alias("first"), sums)


def suspects(series: Any, packing: SeriesPacking) -> Any:
    """Return the keys of the series that may hold two readings of one time or kind, or a follow-up that is early.

    Up to four later readings are shown to differ by their sum and the sum of their squares; more are looked at.
    """
    latest, soonest = nw.col("latest") // packing.scores, nw.col("soonest")
    several = nw.col("rows") - nw.col("later") > 1
    baseless = nw.col("first") == ABSENT
    early = (nw.col("later") > 0) & (soonest // 2 < nw.col("first") // (2 * packing.scores))
    two = (nw.col("later") == 2) & (soonest == latest)
    rest = nw.col("times") - soonest - latest
    three = (nw.col("later") == 3) & ((rest == soonest) | (rest == latest))
    squares = nw.col("squares") - soonest * soonest - latest * latest
    # Of two numbers with this sum and these squares, one is x where (x - a)(x - b) is 0; 2ab = sum² - squares.
    product = (rest * rest - squares) // 2
    alike = squares * 2 == rest * rest
    touching = ((soonest * soonest - soonest * rest + product) == 0) | (
        (latest * latest - latest * rest + product) == 0
    )
    four = (nw.col("later") == 4) & (alike | touching)
    certain = several | baseless | early | two | three | four
    return series.filter(certain | (nw.col("later") > 4)).select(*KEYS, certain.alias("certain"))
