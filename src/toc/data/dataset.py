"""`Dataset`: what every kind of data says of itself, and how its rows are read one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from toc.data.data_origin import DataOrigin
from toc.data.indicator_names import IndicatorNames
from toc.data.known_sites import KnownSites, known_sites
from toc.data.row_faults import RefusedRowError, RowFault, told
from toc.data.table import Row, Table
from toc.model import TheoryOfChange

__all__ = ["Dataset", "ReadRows", "Vocabulary", "is_synthetic", "people_in", "read_rows", "vocabulary"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Dataset:
    """Data that were read against a model.

    `name` is the file's name. `faults` are what is wrong with its rows, `ignored_columns` the headings that
    nothing reads. `synthetic` is true where the file's name or a `source` column says so. `other_sites` counts
    rows that a site's model left aside because they are another site's, and `names_sites` says whether the
    data have a `site` column at all. `origin` says where they were kept.
    """

    name: str
    faults: tuple[RowFault, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    synthetic: bool = False
    other_sites: int = 0
    names_sites: bool = False
    origin: DataOrigin = field(default=DataOrigin(), compare=False)

    @property
    def fault_lines(self) -> tuple[str, ...]:
        """One line per kind of fault: how many rows, which are the first, and what is wrong with them."""
        return told(self.faults)

    @property
    def rows_left_out(self) -> int:
        """How many rows take part in no score because something is wrong with them."""
        return len({fault.row for fault in self.faults if fault.left_out})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(name={self.name!r}, rows_left_out={self.rows_left_out})"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a model lets a row say: indicators, sites, and days up to `today`."""

    theory: TheoryOfChange
    names: IndicatorNames
    sites: KnownSites
    today: dt.date


@dataclass(slots=True, repr=False)
class ReadRows(Generic[T]):
    """The values of a table's rows, the faults of the others, and how many rows are of other sites."""

    values: list[T] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    other_sites: int = 0


def vocabulary(theory: TheoryOfChange, today: dt.date) -> Vocabulary:
    """Return what rows of data may say under this model."""
    return Vocabulary(theory, IndicatorNames(theory), known_sites(theory), today)


def read_rows(table: Table, words: Vocabulary, read: Callable[[Row, str, Vocabulary], T]) -> ReadRows[T]:
    """Read every row with `read(row, site, words)`; a row that refuses itself becomes a fault."""
    rows: ReadRows[T] = ReadRows(faults=list(table.faults))
    for row in table.rows:
        try:
            site = words.sites.find(row) if "site" in table.columns else ""
            if site and not words.sites.counts(site):
                rows.other_sites += 1
            else:
                rows.values.append(read(row, site, words))
        except RefusedRowError as refused:
            rows.faults.append(refused.fault)
    return rows


def people_in(table: Table, words: Vocabulary) -> frozenset[tuple[str, str]]:
    """Return the key (site, person) of everybody named on a row of a site that counts, usable or not."""
    people: set[tuple[str, str]] = set()
    for row in table.rows:
        try:
            site = words.sites.find(row) if "site" in table.columns else ""
        except RefusedRowError:
            continue
        if row["person"] and (not site or words.sites.counts(site)):
            people.add((site, row["person"]))
    return frozenset(people)


def is_synthetic(table: Table) -> bool:
    """Tell whether the data say that they are made up, in their name or in a `source` column."""
    return "synthetic" in table.name.casefold() or any(
        "synthetic" in row["source"].casefold() for row in table.rows
    )
