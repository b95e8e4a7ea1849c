"""`read_data`: counts, percentages before and after, or readings, recognised by their columns."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TypedDict

from toc.data import frames
from toc.data.counts import CountRow, Counts, count_faults, count_row
from toc.data.data_origin import origin_of
from toc.data.dataset import ReadRows, Vocabulary, is_synthetic, people_in, read_rows, vocabulary
from toc.data.foreign.refusal import room_or_kind, telling
from toc.data.known_sites import KnownSites, check_site_named
from toc.data.large_tables import large_table
from toc.data.pre_post import PrePost, PrePostRow, pre_post_faults, pre_post_row
from toc.data.readings import Reading, Readings, duplicate_faults, reading, sequence_faults
from toc.data.readings_table import ReadingsTable
from toc.data.row_faults import RowFault
from toc.data.source import Source, read_table
from toc.data.table import Headed, Table
from toc.errors import TocError
from toc.model import TheoryOfChange

__all__ = ["Data", "read_data"]

Data = Counts | PrePost | Readings | ReadingsTable

_WANTED = {
    "counts": ("indicator", "improved", "no_change", "worsened"),
    "pre_post": ("indicator", "pre_percent", "post_percent"),
    "readings": ("person", "site", "indicator", "date", "kind", "score"),
}
_OPTIONAL = {
    "counts": ("total", "site", "who", "source"),
    "pre_post": ("n", "site", "who", "source"),
    "readings": ("informant", "who", "area", "source"),
}
_TOO_MUCH = "Look whether there is room for temporary files (TMPDIR), and whether it opens elsewhere; or split it."
_TITLES = {"counts": "counts", "pre_post": "before and after", "readings": "readings"}


def read_data(source: Source | Data, theory: TheoryOfChange, *, today: dt.date | None = None) -> Data:
    """Read data against a model.

    Counts have the columns `indicator, improved, no_change, worsened` (and `total`, `site`); percentages
    `indicator, pre_percent, post_percent` (and `n`, `site`); readings `person, site, indicator, date, kind,
    score` (and `informant`, `area`; `site` only where the model declares sites). Every kind may have `who`,
    which decides between indicators of one label, and `source`. Rows that cannot be used are among `faults`, never
    among `rows`. Dates after `today` (by default this day) lie in the future. Raises `TocError` where the
    source cannot be read, its columns are not recognised, or a model of one site among several is given data
    without a `site` column.
    """
    if isinstance(source, Counts | PrePost | Readings | ReadingsTable):
        if not source.names_sites:
            check_site_named(source.name, theory)
        return source
    words = vocabulary(theory, today or dt.datetime.now(tz=dt.UTC).astimezone().date())
    large = large_table(source)
    if large is not None and _kind(large, words) == "readings":
        origin = origin_of(source)

        def in_rows() -> Readings:
            return replace(_readings(read_table(source), words), origin=origin)

        with telling(f"What stands in {large.name} cannot be counted.", room_or_kind(_TOO_MUCH)):
            return replace(frames.kept_readings(large, words), origin=origin, reread=in_rows)
    return replace(_read(read_table(source), words), origin=origin_of(source))


def _kind(table: Headed, words: Vocabulary) -> str:
    kind = _recognised(table, words)
    if "site" not in table.columns:
        check_site_named(table.name, words.theory)
    return kind


def _read(table: Table, words: Vocabulary) -> Data:
    kind = _kind(table, words)
    if kind == "counts":
        return _counts(table, words)
    return _pre_post(table, words) if kind == "pre_post" else _readings(table, words)


def _recognised(table: Headed, words: Vocabulary) -> str:
    missing = {kind: _missing(kind, table, words) for kind in _WANTED}
    fitting = [kind for kind, columns in missing.items() if not columns]
    if len(fitting) == 1:
        return fitting[0]
    wanted = "; ".join(f"{_TITLES[kind]}: {', '.join(columns)}" for kind, columns in _WANTED.items())
    if fitting:
        raise TocError(
            f"{table.name} has the columns of two kinds of data.",
            hint=f"Put each kind in a file of its own. Columns of {wanted}.",
        )
    if missing["readings"] == ["site"]:
        raise _without_site(table.name, words.sites)
    nearest = min(missing, key=lambda kind: len(missing[kind]) / len(_WANTED[kind]))
    lacking = ", ".join(f"`{column}`" for column in missing[nearest])
    near = f" For {_TITLES[nearest]} it lacks {lacking}." if len(missing[nearest]) < len(_WANTED[nearest]) else ""
    raise TocError(f"The columns of {table.name} are not recognised.{near}", hint=f"Columns of {wanted}.")


def _without_site(name: str, sites: KnownSites) -> TocError:
    ids = " or ".join([sites.own] if sites.own else sorted(sites.known))
    return TocError(
        f"The column `site` is missing in {name}; it is needed since the model has sites.",
        hint=f"Add it, with {ids} in each row.",
    )


def _missing(kind: str, table: Headed, words: Vocabulary) -> list[str]:
    needed = [column for column in _WANTED[kind] if column != "site" or words.sites.known]
    return [column for column in needed if column not in table.columns]


def _ignored(kind: str, table: Table) -> tuple[str, ...]:
    read = (*_WANTED[kind], *_OPTIONAL[kind])
    return tuple(heading for column, heading in table.columns.items() if column not in read)


def _in_order(faults: list[RowFault]) -> tuple[RowFault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.row, fault.kind)))


class _Shared(TypedDict):
    """The fields that every kind of data has."""

    name: str
    faults: tuple[RowFault, ...]
    ignored_columns: tuple[str, ...]
    synthetic: bool
    other_sites: int
    names_sites: bool


def _shared(kind: str, table: Table, faults: list[RowFault], other_sites: int) -> _Shared:
    return _Shared(
        name=table.name,
        faults=_in_order(faults),
        ignored_columns=_ignored(kind, table),
        synthetic=is_synthetic(table),
        other_sites=other_sites,
        names_sites="site" in table.columns,
    )


def _left_out(faults: list[RowFault]) -> set[int]:
    return {fault.row for fault in faults if fault.left_out}


def _counts(table: Table, words: Vocabulary) -> Counts:
    read: ReadRows[CountRow] = read_rows(table, words, count_row)
    faults = [*read.faults, *count_faults(read.values)]
    out = _left_out(faults)
    return Counts(
        **_shared("counts", table, faults, read.other_sites),
        rows=tuple(row for row in read.values if row.row not in out),
    )


def _pre_post(table: Table, words: Vocabulary) -> PrePost:
    read: ReadRows[PrePostRow] = read_rows(table, words, pre_post_row)
    faults = [*read.faults, *pre_post_faults(read.values)]
    out = _left_out(faults)
    return PrePost(
        **_shared("pre_post", table, faults, read.other_sites),
        rows=tuple(row for row in read.values if row.row not in out),
    )


def _readings(table: Table, words: Vocabulary) -> Readings:
    read: ReadRows[Reading] = read_rows(table, words, reading)
    doubled = list(duplicate_faults(read.values))
    single = [row for row in read.values if row.row not in _left_out(doubled)]
    faults = [*read.faults, *doubled, *sequence_faults(single)]
    out = _left_out(faults)
    return Readings(
        **_shared("readings", table, faults, read.other_sites),
        rows=tuple(row for row in single if row.row not in out),
        people=people_in(table, words),
    )
