"""`CategoryCounts`: a published table that counts people by category, as children by age."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from toc.data.cells import count_in
from toc.data.dataset import is_synthetic
from toc.data.row_faults import RefusedRowError, RowFault, told
from toc.data.source import Source, read_table
from toc.data.table import Row, Table
from toc.errors import TocError

__all__ = ["CategoryCounts", "CategoryRow", "plain_name", "read_category_counts"]

_ASIDE = ("label", "unit", "source", "total")
_OF_PEOPLE = ("person", "score", "informant")
_SHARES = re.compile(r"%|(^|_)(percent(age)?|per_cent|share|pct)(_|$)")
_TOTAL = re.compile(r"(grand )?totals?( ?\(\d+\))?")
_NO_UNIT = ("count", "number", "n", "total")
_NOT_RECORDED = re.compile(
    r"not (recorded|known|stated|given|declared|specified|disclosed|available)\b|unknown\b|unrecorded\b|"
    r"unspecified\b|no (answer|data|response)\b|declined to\b|prefer(red|s)? not to\b"
)
_CORRECT = "Correct the cells, and leave one empty where its number is not known."
_ADD_UP = "Each row is a category, and each column after the first one counts people or things in it."


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category: its count in each column, and the `total` that is printed for it.

    A count is None where the cell is empty: not known, and never 0. `recorded` is false of those whose category
    nobody knows.
    """

    name: str
    counts: tuple[int | None, ...]
    total: int | None = None
    recorded: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class CategoryCounts:
    """Counts of one `unit` by category (`by` is the heading) and perhaps by columns, such as sex or site.

    `unit` is in words, "" where nothing says what is counted. `columns` is empty where there is a single count
    for each category, and `counts` of a row then holds that one. `recorded` tells of each column whether those in
    it are known to belong there. `printed` is the row of printed totals, None where there is none.
    """

    name: str
    by: str
    unit: str
    columns: tuple[str, ...]
    recorded: tuple[bool, ...]
    rows: tuple[CategoryRow, ...]
    printed: CategoryRow | None = None
    synthetic: bool = False

    def __repr__(self) -> str:
        return f"CategoryCounts(name={self.name!r}, rows={len(self.rows)})"


def read_category_counts(
    source: Source, *, unit: str = "", not_recorded: Collection[str] | None = None
) -> CategoryCounts:
    """Read a table whose first column names categories and whose other columns count.

    `label` (words for the category), `unit`, `source` and `total` (the printed total of the row) are no counts; a
    category called "Total" holds the printed totals of the columns. `not_recorded` names the categories and
    columns of those whose category is not known; without it they are told by words such as "not recorded".

    Raises `TocError` where the source cannot be read, its rows are people, its numbers are shares or in several
    units, or a cell is no count: a table of which a row is left out would have other totals.
    """
    table = read_table(source)
    headings = list(table.columns)
    counted = [column for column in headings[1:] if column not in _ASIDE]
    if not counted and "total" in headings[1:]:
        counted = ["total"]
    _check_columns(table, headings, counted)
    rows = _rows(table, headings[0], counted)
    totals = [row for row in rows if _TOTAL.fullmatch(plain_name(row.name))]
    categories = [row for row in rows if row not in totals]
    _check_rows(table.name, categories, totals)
    alone = len(counted) == 1 and ("total" not in headings or counted == ["total"])
    columns = tuple(table.columns[column].replace("_", " ") for column in counted)
    missing = _Missing(not_recorded, (*columns, *(row.name for row in categories)), table.name)
    heading = columns[0] if alone and counted[0] not in _NO_UNIT else ""
    return CategoryCounts(
        name=table.name,
        by=table.columns[headings[0]].replace("_", " "),
        unit=_unit(table, unit) or heading,
        columns=() if alone else columns,
        recorded=() if alone else tuple(column not in missing for column in columns),
        rows=tuple(
            CategoryRow(row.name, row.counts, row.total, recorded=row.name not in missing) for row in categories
        ),
        printed=totals[0] if totals else None,
        synthetic=is_synthetic(table),
    )


def plain_name(name: str) -> str:
    """Return a name as it is compared: in small letters, with one space for spaces and underscores."""
    return " ".join(name.replace("_", " ").casefold().split())


class _Missing:
    """Which names are of those whose category is not known."""

    def __init__(self, said: Collection[str] | None, names: Collection[str], table: str) -> None:
        self._said = None if said is None else set(map(plain_name, said))
        if (self._said or set()) - set(map(plain_name, names)):
            raise TocError(
                f"{table} has no such category or column as the one that is said to be not recorded.",
                hint="Write its name as it stands in the table.",
            )

    def __contains__(self, name: object) -> bool:
        plain = plain_name(str(name))
        return bool(_NOT_RECORDED.match(plain)) if self._said is None else plain in self._said


def _check_columns(table: Table, headings: list[str], counted: list[str]) -> None:
    if not counted:
        raise TocError(f"{table.name} has no column of counts.", hint=_ADD_UP)
    if any(column in _OF_PEOPLE for column in headings):
        raise TocError(
            f"{table.name} holds people, one by one, and not counts of them.",
            hint="Readings of people are scored with `toc score`; here a row is a category.",
        )
    if shares := [table.columns[column] for column in counted if _SHARES.search(column)]:
        raise TocError(
            f"{table.name} holds shares ({', '.join(shares)}), and shares cannot be added.",
            hint="Give the counts that they were worked out from.",
        )


def _rows(table: Table, by: str, counted: list[str]) -> list[CategoryRow]:
    rows: list[CategoryRow] = []
    faults = list(table.faults)
    for row in table.rows:
        name = row["label"] or row[by].replace("_", " ")
        if not name:
            faults.append(RowFault("incomplete-row", row.number, by, "the category has no name"))
        try:
            total = _count(row, "total", table) if counted != ["total"] else None
            rows.append(CategoryRow(name, tuple(_count(row, column, table) for column in counted), total))
        except RefusedRowError as refused:
            faults.append(refused.fault)
    if faults:
        lines = "; ".join(line.replace(" left out", "") for line in told(faults))
        raise TocError(f"{table.name} cannot be added up: {lines}.", hint=f"{_CORRECT} {_ADD_UP}")
    return rows


def _count(row: Row, column: str, table: Table) -> int | None:
    return count_in(row, column, table.columns.get(column, "")) if row[column] else None


def _check_rows(name: str, categories: list[CategoryRow], totals: list[CategoryRow]) -> None:
    if not categories:
        raise TocError(f"{name} has no categories.", hint=_ADD_UP)
    if len(totals) > 1:
        raise TocError(f"{name} has several rows of totals.", hint="Keep the one of the whole table.")
    names = [plain_name(row.name) for row in categories]
    if len(set(names)) < len(names):
        raise TocError(f"{name} has a category on several rows.", hint="Give each category one row.")


def _unit(table: Table, said: str) -> str:
    """Return what is counted, as the caller says or else the column `unit`; "" where neither does."""
    found = list(dict.fromkeys(_units(table)))
    if len(found) > 1 or (found and said and plain_name(said) != plain_name(found[0])):
        units = " and ".join(found if len(found) > 1 else [found[0], said])
        raise TocError(
            f"{table.name} counts {units}: different units cannot be added.",
            hint="Give each unit a table of its own.",
        )
    return found[0] if found else said


def _units(table: Table) -> Iterator[str]:
    return (row["unit"] for row in table.rows if row["unit"])
