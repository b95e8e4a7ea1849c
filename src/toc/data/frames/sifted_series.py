"""The readings of doubtful series one by one: which of them count, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.frames.series_frame import KEYS, SeriesPacking, series_of_rows

__all__ = ["BASELESS", "CONTRADICTED", "COPIED", "EARLY", "SECOND", "SiftedSeries", "repeated", "sifted_series"]

CONTRADICTED, COPIED, BASELESS, SECOND, EARLY = range(5)
"""What can be wrong with a reading beside others of its series."""

_NEVER = 1 << 20
_ROWS = 1 << 33
_FINE = -1


@dataclass(frozen=True, slots=True, repr=False)
class SiftedSeries:
    """`faults` has `place`, `wrong` and `row` of each fault; `series` are made of the readings that count."""

    faults: Any
    series: Any


def repeated(rows: Any) -> Any:
    """Return the keys of the series in which two readings have the same time and kind."""
    at_once = rows.group_by(*KEYS, "time", "kind").agg(nw.len().alias("copies"))
    return at_once.filter(nw.col("copies") > 1).select(*KEYS).unique()


def sifted_series(rows: Any, packing: SeriesPacking) -> SiftedSeries:
    """Sift rows as `duplicate_faults` and `sequence_faults` do, in words of tables. `row` numbers them."""
    compared = _beside_copies(rows)
    single = compared.filter(nw.col("wrong") == _FINE).drop("wrong")
    placed = _beside_series(single)
    columns = ("place", "wrong", "row")
    faults = nw.concat([each.filter(nw.col("wrong") != _FINE).select(*columns) for each in (compared, placed)])
    usable = placed.filter((nw.col("wrong") == _FINE) | (nw.col("wrong") == BASELESS))
    return SiftedSeries(faults, series_of_rows(usable, packing))


def _beside_copies(rows: Any) -> Any:
    keys = [*KEYS, "time", "kind"]
    copies = rows.group_by(*keys).agg(
        nw.len().alias("copies"),
        nw.col("score").min().alias("least"),
        nw.col("score").max().alias("most"),
        nw.col("row").min().alias("head"),
    )
    several = nw.col("copies") > 1
    wrong = nw.when(several & (nw.col("least") != nw.col("most"))).then(nw.lit(CONTRADICTED))
    copied = nw.when(several & (nw.col("row") != nw.col("head"))).then(nw.lit(COPIED)).otherwise(nw.lit(_FINE))
    beside = rows.join(copies, on=keys, how="inner")
    return beside.select(*rows.collect_schema().names(), wrong.otherwise(copied).alias("wrong"))


def _beside_series(rows: Any) -> Any:
    day = nw.col("time") // 2
    marked = rows.with_columns(
        nw.when(nw.col("kind") == 0).then(day).otherwise(nw.lit(_NEVER)).alias("initial"),
        (day * _ROWS + nw.col("row")).alias("head"),
    )
    begun = marked.group_by(*KEYS).agg(nw.col("initial").min(), nw.col("head").min())
    initial = nw.col("initial")
    is_head = nw.col("row") == nw.col("head") % _ROWS
    early = nw.when((nw.col("kind") > 0) & (day < initial) & (initial < _NEVER)).then(nw.lit(EARLY))
    second = nw.when((nw.col("kind") == 0) & (day > initial)).then(nw.lit(SECOND))
    baseless = nw.when((initial == _NEVER) & is_head).then(nw.lit(BASELESS)).otherwise(nw.lit(_FINE))
    beside = rows.join(begun, on=list(KEYS), how="inner")
    return beside.with_columns(early.otherwise(second.otherwise(baseless)).alias("wrong"))
