"""Quotients and remainders of whole numbers that are not below 0, for tables of millions of rows."""

from __future__ import annotations

import narwhals as nw

__all__ = ["remainder", "whole_part"]


def whole_part(number: nw.Expr, by: int) -> nw.Expr:
    """Return how many times `by` goes into a number, as a floating one.

    Exact below 2^51, and below 2^52 where `by` is a power of two. The half keeps off whole quotients: polars
    multiplies by 1 / `by` instead of dividing, by which 49 goes into 49 a little less than once.

    Not with `//`, nor `%` for the rest: narwhals asks DuckDB for either in a way that is right for all kinds of
    numbers, of either sign, and takes several times as long.
    """
    return ((number.cast(nw.Float64) + 0.5) / by).floor()


def remainder(number: nw.Expr, by: int) -> nw.Expr:
    """Return what is left of a number, as a floating one, as exact as `whole_part`."""
    return number.cast(nw.Float64) - whole_part(number, by) * by
