"""`Table`: data as named columns of text and numbered rows, before anybody asks what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from toc.data.cell_text import cell_text
from toc.data.row_faults import RowFault
from toc.data.table_rows import TableRows
from toc.errors import TocError

__all__ = ["Headed", "Row", "Table", "named_columns", "plain_heading", "table_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `number` is its line in the file, `cells` the text of each column ("" where there is none)."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def __repr__(self) -> str:
        return f"Row(number={self.number})"


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` maps each column's plain name (small letters, `_` for a space) to its heading as written.

    `faults` are of rows with more or fewer cells than there are columns; those rows are not among `rows`.
    """

    name: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    faults: tuple[RowFault, ...] = ()

    def __repr__(self) -> str:
        return f"Table(name={self.name!r}, rows={len(self.rows)})"


class Headed(Protocol):
    """Anything with a name and headings, wherever its rows are."""

    @property
    def name(self) -> str:
        """The name of the file, or what else errors call it."""

    @property
    def columns(self) -> Mapping[str, str]:
        """The headings as written, by their plain names."""


def table_of(content: TableRows[str] | TableRows[object], name: str) -> Table:
    """Name the cells of each row by the headings; raises `TocError` where two columns have the same name."""
    columns = named_columns(content.headings, name)
    plain = tuple(map(plain_heading, content.headings))
    rows, faults = [], []
    for number, cells in content.rows:
        if len(cells) == len(plain):
            named = zip(plain, cells, strict=True)
            rows.append(Row(number, {column: cell_text(cell) for column, cell in named if column}))
        else:
            words = f"the row has {len(cells)} cells where the table has {len(plain)} columns"
            faults.append(RowFault("incomplete-row", number, "", words))
    return Table(name, columns, tuple(rows), tuple(faults))


def named_columns(headings: tuple[str, ...], name: str) -> dict[str, str]:
    """Map the plain name of each heading to the heading; those without a name are left out."""
    columns: dict[str, str] = {}
    for number, heading in enumerate(headings, start=1):
        plain = plain_heading(heading)
        if plain in columns:
            earlier = list(map(plain_heading, headings)).index(plain) + 1
            raise TocError(
                f"Columns {earlier} and {number} of {name} have the same name.",
                hint="Give every column a name of its own; the first line must name the columns.",
            )
        if plain:
            columns[plain] = heading.strip()
    return columns


def plain_heading(heading: str) -> str:
    """Return a heading in small letters, with `_` for spaces and hyphens."""
    return re.sub(r"[\s\-]+", "_", heading.strip().casefold())
