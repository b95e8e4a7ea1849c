"""`ReadingsTable` of a table of another library, which stays where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import narwhals as nw

from toc.data import reading_faults
from toc.data.cell_codes import OTHER_SITE, CellCodes
from toc.data.dataset import Vocabulary
from toc.data.frames.coded_rows import CodedRows, coded_rows
from toc.data.frames.first_rows import FirstRows, first_rows
from toc.data.frames.lookups import text_of
from toc.data.frames.native_frames import KeptFrames, fetched
from toc.data.frames.series_frame import KEYS, SeriesPacking, packed_rows, series_of_rows, suspects
from toc.data.frames.sifted_series import (
    BASELESS,
    CONTRADICTED,
    COPIED,
    EARLY,
    SECOND,
    SiftedSeries,
    repeated,
    sifted_series,
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
    """A table, the codes of its rows, and its series before any is looked at closely."""

    table: TableFrame
    coded: CodedRows
    packing: SeriesPacking
    kept: KeptFrames
    series: Any

    @property
    def codes(self) -> CellCodes:
        return self.coded.codes

    def usable(self, *numbers: str) -> Any:
        """Return the rows without a fault of their own."""
        rows: Any = self.coded.rows(*numbers)
        return packed_rows(rows.filter(nw.col("fault") == 0), self.packing, *numbers)


def kept_readings(table: TableFrame, words: Vocabulary) -> ReadingsTable:
    """Read a table of readings against a model, and keep one row per series of it.

    Raises `TocError` where a column holds too many different entries to be read.
    """
    codes = CellCodes(words)
    kept = KeptFrames(table.frame, table.close)
    coded = coded_rows(table.frame, codes, kept)
    packing = SeriesPacking(len(codes.indicators) or 1, len(codes.informants) or 1, len(codes.scores) or 1)
    work = _work(table, coded, packing, kept)
    rows = fetched(table.frame.select(nw.len()))[0][0]
    bad = _bad_rows(work) if rows != _sum(work.series, "rows") else None
    if any(_has_spaces(each) for each in (work.series, bad) if each is not None):
        work = _work(table, replace(coded, spaced=True), packing, kept)
        bad = _bad_rows(work)
    sifted = _sifted(work)
    counts = tuple(_fault_counts(work, bad, sifted))
    series = work.series if sifted is None else sifted.series
    names = SeriesCodes(
        tuple(codes.sites) or ("",), codes.indicators, tuple(codes.informants) or ("",), tuple(codes.scores)
    )
    return ReadingsTable(
        name=table.name,
        faults=tuple(sorted((fault for each in counts for fault in each.named), key=lambda fault: fault.row)),
        fault_counts=counts,
        ignored_columns=table.ignored,
        synthetic=_is_synthetic(table),
        other_sites=rows - _sum(work.series, "rows") - (0 if bad is None else _length(bad)),
        names_sites="site" in table.columns,
        series=series,
        packing=packing,
        kept=kept,
        codes=names,
        people=None if bad is None and sifted is None else _people(work, bad),
        indicators=frozenset(names.indicators[code] for code in _codes_in(series, packing.indicator())),
        informants=frozenset(names.informants[code] for code in _codes_in(series, packing.informant())),
        has_sites=any(names.sites[code] for code in _codes_in(series, packing.site())),
        several_informants=_several_informants(series, packing),
        usable_rows=_sum(series, "rows"),
    )


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
    work = _Work(table, coded, packing, kept, None)
    return replace(work, series=kept.stored(series_of_rows(work.usable(), packing)))


def _bad_rows(work: _Work) -> Any:
    """Return the rows with a fault of their own, numbered; those of other sites are not among them."""
    rows: Any = replace(work.coded, frame=work.table.numbered()).rows("row")
    return work.kept.stored(rows.filter(nw.col("fault") < OTHER_SITE).select("person", "site", "fault", "row"))


def _has_spaces(frame: Any) -> bool:
    """Tell whether an id of a person begins or ends with a space."""
    if not isinstance(frame.collect_schema()["person"], nw.String):
        return False
    person, spaces = nw.col("person").str, list(SPACES)
    spaced = person.head(1).is_in(spaces) | person.tail(1).is_in(spaces)
    return _length(frame.filter(spaced)) > 0


def _sifted(work: _Work) -> SiftedSeries | None:
    """Look at doubtful series one reading at a time; None where there are none."""
    doubtful = work.kept.stored(suspects(work.series, work.packing))
    if not _length(doubtful):
        return None
    keys = doubtful.filter(nw.col("certain")).select(*KEYS)
    unsure = doubtful.filter(~nw.col("certain")).select(*KEYS)
    if _length(unsure):
        looked_at = work.usable().join(unsure, on=list(KEYS), how="semi")
        keys = work.kept.stored(nw.concat([keys, repeated(looked_at)]))
    rows = replace(work, coded=replace(work.coded, frame=work.table.numbered())).usable("row")
    sifted = sifted_series(work.kept.stored(rows.join(keys, on=list(KEYS), how="semi")), work.packing)
    untouched = work.series.join(keys, on=list(KEYS), how="anti")
    return SiftedSeries(work.kept.stored(sifted.faults), work.kept.stored(nw.concat([untouched, sifted.series])))


def _fault_counts(work: _Work, bad: Any, sifted: SiftedSeries | None) -> Iterator[FaultCount]:
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


def _people(work: _Work, bad: Any) -> Mapping[str, int]:
    """Count everybody whom a row of a site that counts names, usable or not."""
    people = work.series.select("person", work.packing.site().alias("site"))
    if bad is not None:
        named = ~nw.col("person").is_null()
        if isinstance(bad.collect_schema()["person"], nw.String):
            named &= nw.col("person") != ""
        people = nw.concat([people, bad.filter(named & (nw.col("site") >= 0)).select("person", "site")])
    by_site = people.unique().group_by("site").agg(nw.len().alias("people"))
    names = list(work.codes.sites) or [""]
    return Counter({names[site]: number for site, number in fetched(by_site.select("site", "people"))})


def _codes_in(series: Any, code: nw.Expr) -> list[int]:
    return [found for (found,) in fetched(series.select(code.alias("code")).unique())]


def _several_informants(series: Any, packing: SeriesPacking) -> bool:
    if packing.informants < 2:
        return False
    apart = series.select("person", (nw.col("place") // packing.informants).alias("place"))
    return _length(apart.group_by(*KEYS).agg(nw.len().alias("of")).filter(nw.col("of") > 1)) > 0


def _length(frame: Any) -> int:
    return int(fetched(frame.select(nw.len()))[0][0])


def _sum(frame: Any, column: str) -> int:
    return int(fetched(frame.select(nw.col(column).sum()))[0][0] or 0)
