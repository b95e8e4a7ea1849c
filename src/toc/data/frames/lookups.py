"""Tables of the codes of what stands in a column, read once for each different cell and joined to the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.cell_text import cell_text
from toc.data.frames.native_frames import KeptFrames, Narwhal, fetched
from toc.errors import TocError

__all__ = ["Cells", "Lookup", "lookup", "text_of"]

Cells = tuple[Any, ...]
"""The cells of one row that are read together, one or two of them."""

MOST_CELLS = 100_000
"""How many different cells of a column that holds names, kinds, days or scores are read at most."""


@dataclass(frozen=True, slots=True, repr=False)
class Lookup:
    """Codes of the cells of one column, or of two that are read together.

    `keys` are the expressions of the rows to be joined, `frame` has them as `<name>_0 ...` and the `name`d code;
    `missing` is the code of rows that are not in it, since their cell is empty. `least` is the smallest code.
    """

    name: str
    keys: tuple[nw.Expr, ...]
    frame: Narwhal
    missing: int
    least: int

    @property
    def key_names(self) -> list[str]:
        """The names of the columns that are joined on."""
        return [f"{self.name}_{at}" for at in range(len(self.keys))]

    @property
    def code(self) -> nw.Expr:
        """The code of a row to which `frame` is joined."""
        return nw.col(self.name).fill_null(self.missing).cast(nw.Int64)

    def joined(self, rows: Any) -> Any:
        """Join the table of codes to rows that have the keys."""
        return rows.join(self.frame, on=self.key_names, how="left")


def lookup(
    name: str,
    frame: Narwhal,
    columns: Sequence[str],
    codes: Callable[[Sequence[Cells]], dict[Cells, int]],
    kept: KeptFrames,
) -> Lookup:
    """Read the different cells of one column, or of two together, with `codes`.

    Raises `TocError` where there are too many.
    """
    schema = frame.collect_schema()
    keys = tuple(
        _key(column, schema[column], alone=len(columns) == 1).alias(f"{name}_{at}")
        for at, column in enumerate(columns)
    )
    names = [f"{name}_{at}" for at in range(len(columns))]
    cells: Any = frame.select(*keys).group_by(names).agg(nw.len().alias(f"{name}_rows")).select(names)
    days = len(columns) == 1 and isinstance(cells.collect_schema()[names[0]], nw.Date | nw.Datetime)
    cells = kept.stored(cells) if days else cells
    shown = cells.select(nw.col(names[0]).dt.to_string("%Y-%m-%d").alias("text")) if days else cells
    found = [tuple(map(_known, cells)) for cells in fetched(shown.head(MOST_CELLS + 1))]
    if len(found) > MOST_CELLS:
        raise TocError(
            f"The column `{columns[0]}` holds more than {MOST_CELLS:,} different entries.",
            hint="Look whether it is the right column, and whether its entries are written as they should be.",
        )
    empty = (None,) * len(columns)
    coded = codes(list(dict.fromkeys([empty, *found])))
    known = {cells: code for cells, code in coded.items() if None not in cells}
    table = _table(name, shown.collect_schema(), known, kept)
    if days:
        joined: Any = cells.with_columns(nw.col(names[0]).dt.to_string("%Y-%m-%d").alias("text"))
        table = kept.stored(joined.join(table, on="text", how="inner").drop("text"))
    return Lookup(name, keys, table, coded[empty], min(coded.values()))


def _table(name: str, keys: nw.Schema, known: dict[Cells, int], kept: KeptFrames) -> Narwhal:
    columns: dict[str, list[Any]] = {key: [cells[at] for cells in known] for at, key in enumerate(keys)}
    kinds = [int if kind.is_integer() else float if kind.is_float() else str for kind in keys.dtypes()]
    return kept.table({**columns, name: list(known.values())}, [*kinds, int])


def _known(cell: object) -> object:
    """Return a cell, None for whatever a library has for a missing one."""
    return cell if isinstance(cell, str) or cell_text(cell) else None


def _key(column: str, kind: Any, *, alone: bool) -> nw.Expr:
    """Return what different cells are told apart by: text, a number, or a day."""
    cell = nw.col(column)
    if isinstance(kind, nw.Datetime):
        cell = cell.dt.replace_time_zone(None) if kind.time_zone else cell
        return cell.dt.truncate("1d")
    if isinstance(kind, nw.Date) and alone:
        return cell
    if isinstance(kind, nw.Float32 | nw.Float64) and alone:
        number = cell.cast(nw.Float64)
        return nw.when(~number.is_nan()).then(number)
    if kind.is_signed_integer() and alone:
        return cell.cast(nw.Int64)
    return text_of(column, kind) if alone else text_of(column, kind).fill_null("")


def text_of(column: str, kind: Any) -> nw.Expr:
    """Return a column as text, None where nothing stands in it."""
    cell = nw.col(column)
    if isinstance(kind, nw.String):
        return cell
    if isinstance(kind, nw.Boolean):
        return nw.when(cell).then(nw.lit("True")).when(~cell).then(nw.lit("False"))
    return cell.cast(nw.String)
