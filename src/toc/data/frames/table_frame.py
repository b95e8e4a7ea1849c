"""`TableFrame`: the columns of readings in a table of another library, under their plain names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.cell_text import cell_text
from toc.data.frames.native_frames import Narwhal
from toc.data.table import named_columns, plain_heading

__all__ = ["TableFrame", "columns_read"]


@dataclass(frozen=True, slots=True, repr=False)
class TableFrame:
    """`frame` has the columns that are read; `columns` maps the plain names of all to their headings.

    The number of the first row is `first_row`, or None where rows have no order.
    """

    name: str
    frame: Narwhal
    columns: Mapping[str, str]
    first_row: int | None = 1


def columns_read(table: Any, name: str, read: frozenset[str], first_row: int | None = 1) -> TableFrame:
    """Take the columns of these plain names from a table of narwhals.

    Cells that are objects of Python become text here, since no library knows what they mean. Raises `TocError`
    where two columns have the same name.
    """
    headings = tuple(map(str, table.columns))
    columns = named_columns(headings, name)
    named = [(heading, plain_heading(heading)) for heading in headings]
    frame = table.select(nw.col(heading).alias(plain) for heading, plain in named if plain in read)
    return TableFrame(name, _in_text(frame), columns, first_row)


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
    return told
