"""The readings of doubtful series one by one: which of them count, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.frames.series_frame import KEYS
from toc.data.frames.series_packing import SeriesPacking

__all__ = ["BASELESS", "CONTRADICTED", "COPIED", "EARLY", "SECOND", "SiftedRows", "repeated", "sifted_rows"]

CONTRADICTED, COPIED, BASELESS, SECOND, EARLY = range(5)
"""What can be wrong with a reading beside others of its series."""

_NEVER = 1 << 20
_ROWS = 1 << 33
_FINE = -1


@dataclass(frozen=True, slots=True, repr=False)
class SiftedRows:
    """`faults` has `place`, `wrong` and `row` of each fault; `usable` are the readings that count."""

    faults: Any
    usable: Any


def repeated(rows: Any, packing: SeriesPacking) -> Any:
    """Return the keys of series in which two readings have one moment, two are initial, or one comes too early."""
    at_once = rows.group_by(*KEYS, "moment").agg(nw.len().alias("copies"))
    is_initial, day = nw.col("moment") < packing.later, _day(packing)
    told = at_once.select(
        *KEYS,
        "copies",
        nw.when(is_initial).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64)).alias("initials"),
        nw.when(is_initial).then(day).otherwise(nw.lit(-1)).alias("initial"),
        nw.when(is_initial).then(nw.lit(_NEVER)).otherwise(day).alias("soonest"),
    )
    of_series = told.group_by(*KEYS).agg(
        nw.col("copies").max(), nw.col("initials").sum(), nw.col("initial").max(), nw.col("soonest").min()
    )
    early = nw.col("soonest") < nw.col("initial")
    return of_series.filter((nw.col("copies") > 1) | (nw.col("initials") > 1) | early).select(*KEYS)


def sifted_rows(rows: Any, packing: SeriesPacking) -> SiftedRows:
    """Sift rows as `duplicate_faults` and `sequence_faults` do, in words of tables. `row` numbers them."""
    compared = _beside_copies(rows)
    single = compared.filter(nw.col("wrong") == _FINE).drop("wrong")
    placed = _beside_series(single, packing)
    columns = ("place", "wrong", "row")
    faults = nw.concat([each.filter(nw.col("wrong") != _FINE).select(*columns) for each in (compared, placed)])
    usable = placed.filter((nw.col("wrong") == _FINE) | (nw.col("wrong") == BASELESS))
    return SiftedRows(faults, usable.select(*KEYS, "moment", "score"))


def _day(packing: SeriesPacking) -> nw.Expr:
    return nw.col("moment") % packing.later // 2


def _beside_copies(rows: Any) -> Any:
    keys = [*KEYS, "moment"]
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


def _beside_series(rows: Any, packing: SeriesPacking) -> Any:
    day, is_initial = _day(packing), nw.col("moment") < packing.later
    marked = rows.with_columns(
        nw.when(is_initial).then(day).otherwise(nw.lit(_NEVER)).alias("initial"),
        (day * _ROWS + nw.col("row")).alias("head"),
    )
    begun = marked.group_by(*KEYS).agg(nw.col("initial").min(), nw.col("head").min())
    initial = nw.col("initial")
    is_head = nw.col("row") == nw.col("head") % _ROWS
    early = nw.when(~is_initial & (day < initial) & (initial < _NEVER)).then(nw.lit(EARLY))
    second = nw.when(is_initial & (day > initial)).then(nw.lit(SECOND))
    baseless = nw.when((initial == _NEVER) & is_head).then(nw.lit(BASELESS)).otherwise(nw.lit(_FINE))
    beside = rows.join(begun, on=list(KEYS), how="inner")
    return beside.with_columns(early.otherwise(second.otherwise(baseless)).alias("wrong"))
