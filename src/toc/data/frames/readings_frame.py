"""`ReadingsTable` of a table of another library, which stays where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import narwhals as nw

from toc.data import reading_faults
from toc.data.cell_codes import OTHER_SITE, CellCodes
from toc.data.dataset import Vocabulary
from toc.data.frames.coded_rows import CodedRows, coded_rows
from toc.data.frames.first_rows import FirstRows, first_rows
from toc.data.frames.informant_series import people_by_site
from toc.data.frames.lookups import text_of
from toc.data.frames.native_frames import KeptFrames, fetched
from toc.data.frames.series_frame import CERTAIN, KEYS, packed_rows, series_of_rows
from toc.data.frames.series_packing import SeriesPacking
from toc.data.frames.sifted_series import (
    BASELESS,
    CONTRADICTED,
    COPIED,
    EARLY,
    SECOND,
    repeated,
    sifted_rows,
)
from toc.data.frames.table_frame import TableFrame
from toc.data.frames.trimmed_text import SPACES
from toc.data.readings_table import ReadingsTable, SeriesCodes
from toc.data.row_faults import ROWS_NAMED, FaultCount, RowFault

__all__ = ["kept_readings"]

_IN_WORDS = {
    CONTRADICTED: reading_faults.contradicted,
    COPIED: reading_faults.copied,
    BASELESS: reading_faults.without_initial,
    SECOND: reading_faults.second_initial,
    EARLY: reading_faults.early,
}


@dataclass(frozen=True, slots=True, repr=False)
class _Work:
    """A table, the codes of its rows, and its series before any is looked at closely.

    `counts` are how many rows there are by `place` and `doubt`.
    """

    table: TableFrame
    coded: CodedRows
    packing: SeriesPacking
    kept: KeptFrames
    series: Any
    counts: Mapping[tuple[int, int], int]

    @property
    def codes(self) -> CellCodes:
        return self.coded.codes

    @property
    def rows(self) -> int:
        """How many rows have no fault of their own."""
        return sum(self.counts.values())

    def usable(self, *numbers: str) -> Any:
        """Return the rows without a fault of their own."""
        rows: Any = self.coded.rows(*numbers)
        return packed_rows(rows.filter(nw.col("fault") == 0), self.packing, *numbers)


@dataclass(frozen=True, slots=True, repr=False)
class _Sifted:
    """What was found where single readings were looked at.

    `series` are all series, those of `keys` made of the `usable` rows of theirs; `counts` are these rows by place.
    """

    keys: Any
    faults: Any
    usable: Any
    series: Any
    counts: Mapping[int, int]


def kept_readings(table: TableFrame, words: Vocabulary) -> ReadingsTable:
    """Read a table of readings against a model, and keep one row per series of it.

    Raises `TocError` where a column holds too many different entries to be read.
    """
    codes = CellCodes(words)
    kept = KeptFrames(table.frame, table.close)
    coded = coded_rows(table.frame, codes, kept)
    packing = _packing(codes)
    work = _work(table, coded, packing, kept)
    rows = _length(table.frame)
    bad = _bad_rows(work) if rows != work.rows else None
    if any(_has_spaces(each) for each in (work.series, bad) if each is not None):
        work = _work(table, replace(coded, spaced=True), packing, kept)
        bad = _bad_rows(work)
    sifted = _sifted(work)
    counts = tuple(_fault_counts(work, bad, sifted))
    series = work.series if sifted is None else sifted.series
    places = _of_places(work.counts) if sifted is None else sifted.counts
    found = {packing.codes(place) for place in places}
    names = SeriesCodes(
        tuple(codes.sites) or ("",), codes.indicators, tuple(codes.informants) or ("",), tuple(codes.scores)
    )
    return ReadingsTable(
        name=table.name,
        faults=tuple(sorted((fault for each in counts for fault in each.named), key=lambda fault: fault.row)),
        fault_counts=counts,
        ignored_columns=table.ignored,
        synthetic=_is_synthetic(table),
        other_sites=rows - work.rows - (0 if bad is None else _length(bad)),
        names_sites="site" in table.columns,
        series=series,
        usable=partial(_usable, work, sifted),
        packing=packing,
        kept=kept,
        codes=names,
        people=None if bad is None and sifted is None else _people(work, bad, names.sites),
        indicators=frozenset(names.indicators[indicator] for _, indicator, _ in found),
        informants=frozenset(names.informants[informant] for _, _, informant in found),
        has_sites=any(names.sites[site] for site, _, _ in found),
        several_informants=_several_informants(series, packing),
        usable_rows=sum(places.values()),
    )


def _packing(codes: CellCodes) -> SeriesPacking:
    sites, indicators, informants = len(codes.sites), len(codes.indicators), len(codes.informants)
    return SeriesPacking(sites or 1, indicators or 1, informants or 1, len(codes.scores) or 1, codes.days)


def _is_synthetic(table: TableFrame) -> bool:
    """Tell whether the data say that they are made up, in their name or in a `source` column."""
    if "synthetic" in table.name.casefold():
        return True
    schema = table.frame.collect_schema()
    if "source" not in schema:
        return False
    said = table.frame.select(text_of("source", schema["source"]).alias("source")).unique()
    return _length(said.filter(nw.col("source").str.contains("(?i)[s\u017f]ynthetic").fill_null(value=False))) > 0


def _work(table: TableFrame, coded: CodedRows, packing: SeriesPacking, kept: KeptFrames) -> _Work:
    work = _Work(table, coded, packing, kept, None, {})
    series = kept.stored(series_of_rows(work.usable(), packing))
    return replace(work, series=series, counts=_counts(series))


def _bad_rows(work: _Work) -> Any:
    """Return the rows with a fault of their own, numbered; those of other sites are not among them."""
    rows: Any = replace(work.coded, frame=work.table.numbered()).rows("row")
    return work.kept.stored(rows.filter(nw.col("fault") < OTHER_SITE).select("person", "site", "fault", "row"))


def _has_spaces(frame: Any) -> bool:
    """Tell whether an id of a person begins or ends with a space."""
    if not isinstance(frame.collect_schema()["person"], nw.String):
        return False
    spaced = nw.col("person").str.contains(f"^[{SPACES}]|[{SPACES}]$").fill_null(value=False)
    return _length(frame.filter(spaced)) > 0


def _sifted(work: _Work) -> _Sifted | None:
    """Look at doubtful series one reading at a time; None where there are none."""
    doubts = {doubt for _, doubt in work.counts}
    if not any(doubts):
        return None
    doubtful = work.series.filter(nw.col("doubt") > 0)
    keys = doubtful.filter(nw.col("doubt") == CERTAIN).select(*KEYS)
    unsure = doubtful.filter(nw.col("doubt") < CERTAIN).select(*KEYS)
    if doubts - {0, CERTAIN}:
        looked_at = work.usable().join(unsure, on=list(KEYS), how="semi")
        keys = nw.concat([keys, repeated(looked_at, work.packing)])
    keys = work.kept.stored(keys)
    if not _length(keys):
        return None
    rows = replace(work, coded=replace(work.coded, frame=work.table.numbered())).usable("row")
    sifted = sifted_rows(work.kept.stored(rows.join(keys, on=list(KEYS), how="semi")), work.packing)
    usable = work.kept.stored(sifted.usable)
    again = work.kept.stored(series_of_rows(usable, work.packing))
    series = work.kept.stored(nw.concat([work.series.join(keys, on=list(KEYS), how="anti"), again]))
    return _Sifted(keys, work.kept.stored(sifted.faults), usable, series, _of_places(_counts(series)))


def _usable(work: _Work, sifted: _Sifted | None) -> Any:
    """Return the rows that count, of which the series are made."""
    rows = work.usable()
    if sifted is None:
        return rows
    return nw.concat([rows.join(sifted.keys, on=list(KEYS), how="anti"), sifted.usable])


def _fault_counts(work: _Work, bad: Any, sifted: _Sifted | None) -> Iterator[FaultCount]:
    if bad is not None:
        faults = work.codes.faults
        for (code,), seen in _first(work, bad.select("fault", "row"), ["fault"]):
            yield _fault_count(work, faults[code], seen)
    if sifted is not None:
        named = sifted.faults.select(work.packing.indicator().alias("at"), "wrong", "row")
        for (place, wrong), seen in _first(work, named, ["at", "wrong"]):
            yield _fault_count(work, _IN_WORDS[wrong](0, work.codes.indicators[place]), seen)


def _first(work: _Work, frame: Any, keys: list[str]) -> Iterable[tuple[tuple[int, ...], FirstRows]]:
    return first_rows(frame, keys, work.kept, ROWS_NAMED if work.table.has_order else 0).items()


def _fault_count(work: _Work, fault: RowFault, seen: FirstRows) -> FaultCount:
    first = tuple(seen.first) if work.table.has_order else ()
    return FaultCount(fault.kind, fault.column, fault.message, fault.subject, fault.left_out, seen.rows, first)


def _people(work: _Work, bad: Any, sites: tuple[str, ...]) -> Mapping[str, int]:
    """Count everybody whom a row of a site that counts names, usable or not."""
    if bad is None:
        return people_by_site(work.series, work.packing, sites)
    named = ~nw.col("person").is_null()
    if isinstance(bad.collect_schema()["person"], nw.String):
        named &= nw.col("person") != ""
    more = bad.filter(named & (nw.col("site") >= 0)).select("person", "site")
    return people_by_site(work.series, work.packing, sites, more)


def _counts(series: Any) -> dict[tuple[int, int], int]:
    """Count the rows of series by place and doubt."""
    rows = series.select("place", "doubt", nw.col("rows").cast(nw.Int64))
    counted = rows.group_by("place", "doubt").agg(nw.col("rows").sum()).select("place", "doubt", "rows")
    return {(int(place), int(doubt)): int(number) for place, doubt, number in fetched(counted)}


def _of_places(counts: Mapping[tuple[int, int], int]) -> Counter[int]:
    places: Counter[int] = Counter()
    for (place, _), rows in counts.items():
        places[place] += rows
    return places


def _several_informants(series: Any, packing: SeriesPacking) -> bool:
    if packing.informants < 2:
        return False
    apart = series.select("person", (nw.col("place") // packing.informants).alias("place"))
    return _length(apart.group_by(*KEYS).agg(nw.len().alias("of")).filter(nw.col("of") > 1)) > 0


def _length(frame: Any) -> int:
    return int(fetched(frame.select(nw.len()))[0][0])
