"""`Table`: data as named columns of text and numbered rows, before anybody asks what they mean."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toc.data.csv_rows import csv_rows
from toc.data.row_faults import RowFault
from toc.errors import TocError
from toc.files import read_bytes

__all__ = ["Row", "Source", "Table", "read_table"]

Source = str | os.PathLike[str] | Iterable[Mapping[str, object]]
"""The path of a CSV file, or rows as mappings of column names to values."""

_LIMIT = 256 * 1024 * 1024


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


def read_table(source: Source) -> Table:
    """Read a CSV file or rows from a notebook.

    Values of rows may be text, numbers, dates or None; None and NaN are missing. Raises `TocError` where there
    is nothing that can be read as a table, or where two columns have the same name.
    """
    if isinstance(source, str | os.PathLike):
        return _from_file(Path(source))
    return _from_rows(source)


def _from_file(path: Path) -> Table:
    content = csv_rows(read_bytes(path, limit=_LIMIT), path.name)
    columns = _columns(content.headings, path.name)
    rows, faults = [], []
    for line, cells in content.rows:
        if len(cells) == len(content.headings):
            named = zip(map(_plain, content.headings), cells, strict=True)
            rows.append(Row(line, {column: cell for column, cell in named if column}))
        else:
            words = f"the row has {len(cells)} cells where the table has {len(content.headings)} columns"
            faults.append(RowFault("incomplete-row", line, "", words))
    return Table(path.name, columns, tuple(rows), tuple(faults))


def _from_rows(source: Iterable[Mapping[str, object]]) -> Table:
    listed = list(source) if isinstance(source, Iterable) else [None]
    if not all(isinstance(row, Mapping) for row in listed):
        raise TocError(
            "The data are neither the path of a CSV file nor rows of named values.",
            hint='Give a path, a list of dictionaries or, from pandas, frame.to_dict("records").',
        )
    if not listed:
        raise TocError("The data hold no rows.", hint="Give at least one row of named values.")
    mappings = [row for row in listed if row is not None]
    headings = tuple(dict.fromkeys(str(heading) for row in mappings for heading in row))
    rows = (
        Row(number, {_plain(str(heading)): _cell(value) for heading, value in row.items()})
        for number, row in enumerate(mappings, start=1)
    )
    return Table("the rows given", _columns(headings, "the rows given"), tuple(rows))


def _columns(headings: tuple[str, ...], name: str) -> dict[str, str]:
    columns: dict[str, str] = {}
    for number, heading in enumerate(headings, start=1):
        plain = _plain(heading)
        if plain in columns:
            earlier = list(map(_plain, headings)).index(plain) + 1
            raise TocError(
                f"Columns {earlier} and {number} of {name} have the same name.",
                hint="Give every column a name of its own; the first line must name the columns.",
            )
        if plain:
            columns[plain] = heading.strip()
    return columns


def _plain(heading: str) -> str:
    return re.sub(r"[\s\-]+", "_", heading.strip().casefold())


def _cell(value: object) -> str:
    if value is None or _differs_from_itself(value):
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value).strip()


def _differs_from_itself(value: object) -> bool:
    """Tell a missing value of a data frame: NaN and NaT differ from themselves, pandas' NA refuses to say."""
    try:
        return bool(value != value)  # noqa: PLR0124  # the comparison is the test
    except (TypeError, ValueError):
        return True
