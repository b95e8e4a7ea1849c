"""Cells of a database or a cluster as text, numbers, or true and false, told as the reader of rows tells them."""

from __future__ import annotations

from typing import Any

import narwhals as nw

__all__ = ["plain_cells"]

_WHOLE = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)


def plain_cells(table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return a table with days as text (2013-05-31), exact numbers as text, whole ones without a point, and
    whatever else is neither a number nor true or false as the text that its library has for it.

    What is no number becomes missing.
    """
    schema = table.collect_schema()
    return table.select(*(_plain(nw.col(column), kind).alias(column) for column, kind in schema.items()))


def _plain(cell: nw.Expr, kind: Any) -> nw.Expr:
    if isinstance(kind, nw.String | nw.Boolean):
        return cell
    if isinstance(kind, _WHOLE):
        return cell.cast(nw.Int64)
    if isinstance(kind, nw.Date | nw.Datetime):
        return cell.dt.to_string("%Y-%m-%d")
    if isinstance(kind, nw.Float32 | nw.Float64):
        number = cell.cast(nw.Float64)
        return nw.when(~number.is_nan()).then(number)
    text = cell.cast(nw.String)
    return _shortest(text) if isinstance(kind, nw.Decimal) else text


def _shortest(number: nw.Expr) -> nw.Expr:
    """Return the text of an exact number, without a point where it is whole: 17.00 and 17 are one person."""
    return nw.when(number != "NaN").then(number.str.replace_all("[.]0*$", ""))
