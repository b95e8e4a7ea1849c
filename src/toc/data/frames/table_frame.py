"""`TableFrame`: the columns of readings in a table of another library, under their plain names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.cell_text import cell_text
from toc.data.frames.native_frames import Narwhal, fetched, is_distant, with_positions
from toc.data.frames.plain_cells import plain_cells
from toc.data.readings import READ_COLUMNS
from toc.data.table import named_columns, plain_heading

__all__ = ["TableFrame", "columns_read", "large_columns"]


@dataclass(frozen=True, slots=True, repr=False)
class TableFrame:
    """`frame` has the columns that are read; `columns` maps the plain names of all to their headings.

    Rows are numbered by their position from 1, by a column `row` where there is one, or not at all where they have
    no order. `close` is called when nobody needs the table any more; None where there is nothing to close.
    """

    name: str
    frame: Narwhal
    columns: Mapping[str, str]
    has_order: bool = True
    close: Callable[[], None] | None = None

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings of columns that nothing reads."""
        return tuple(heading for column, heading in self.columns.items() if column not in READ_COLUMNS)

    def numbered(self) -> Narwhal:
        """Return the table with the numbers of its rows as the column `row`."""
        return self.frame if "row" in self.frame.collect_schema() else with_positions(self.frame)


def columns_read(table: Any, name: str, position: str = "") -> TableFrame:
    """Take the columns of readings from a table of narwhals; `position` is a column that counts rows from 0.

    Cells that are objects of Python become text here, since no library knows what they mean. Raises `TocError`
    where two columns have the same name.
    """
    headings = tuple(heading for heading in map(str, table.columns) if not position or heading != position)
    columns = named_columns(headings, name)
    named = [(heading, plain_heading(heading)) for heading in headings]
    row = [(nw.col(position) + 1).alias("row")] if position else []
    read = [nw.col(heading).alias(plain) for heading, plain in named if plain in READ_COLUMNS]
    frame = table.select(*read, *row)
    if is_distant(frame):
        return TableFrame(name, plain_cells(frame), columns, has_order=False)
    return TableFrame(name, _in_text(frame), columns)


def _in_text(frame: Any) -> Narwhal:
    if isinstance(frame, nw.LazyFrame):
        return frame
    known = (nw.String, nw.Boolean, nw.Date, nw.Datetime, nw.Categorical, nw.Enum)
    odd = [
        column
        for column, kind in frame.schema.items()
        if not isinstance(kind, known) and not kind.is_integer() and not kind.is_float()
    ]
    texts = (
        nw.new_series(
            column, [cell_text(cell) or None for cell in frame[column]], nw.String(), backend=frame.implementation
        )
        for column in odd
    )
    told: nw.DataFrame[Any] = frame.with_columns(*texts)
    if not told.implementation.is_pyarrow():
        return told
    # pyarrow has several kinds of text, and joins none of them to another.
    return told.with_columns(nw.col(text).cast(nw.String) for text in _texts(told))


def _texts(frame: nw.DataFrame[Any]) -> list[str]:
    return [column for column, kind in frame.schema.items() if isinstance(kind, nw.String)]


def large_columns(source: Any, name: str, rows: int) -> TableFrame | None:
    """Return the columns of readings of a table of any library but Python itself with more rows than these.

    None for smaller ones, for what is no table with columns of different names, and for tables of PySpark and Ibis
    that hold bytes where words are read. A lazy table of polars is worked out.
    """
    if _doubled(source):
        return None
    try:
        table: Any = nw.from_native(source)
    except (TypeError, nw.exceptions.DuplicateError):
        return None
    if is_distant(table) and _bytes_in(table):
        return None
    lazy = isinstance(table, nw.LazyFrame) and table.implementation.is_polars()
    counted = table.select(nw.len())
    if fetched(counted.collect() if lazy else counted)[0][0] <= rows:
        return None
    return columns_read(table.collect() if lazy else table, name)


def _bytes_in(table: Any) -> bool:
    """Tell whether a column that is read holds bytes, which become text only here."""
    kinds = {plain_heading(str(heading)): kind for heading, kind in table.collect_schema().items()}
    return any(isinstance(kinds.get(column), nw.Binary) for column in READ_COLUMNS)


def _doubled(source: Any) -> bool:
    """Tell a table with two columns of one name, where narwhals tells it too late or not at all."""
    columns = list(source.columns) if hasattr(source, "fetchall") else []
    if hasattr(source, "sparkSession"):
        columns = [str(column).casefold() for column in source.columns]
    return len(set(columns)) < len(columns)
