"""The text of a cell, the same whichever library the table comes from."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from numbers import Real

__all__ = ["cell_text"]

_BITS = 100
_DIGITS = 30
"""Beyond so many digits a number is left as it is, or not written at all: it could not be used."""


def cell_text(value: object) -> str:
    """Return a value as a CSV file would hold it; None, NaN, NaT and pandas' NA are empty text.

    A number that is whole is written without a point, since a library makes 17.0 of 17 where other cells of the
    column are missing; no number is written with an exponent. Of a time of day only the day is kept. True and
    False stay words, so that they are never taken for 1 and 0.
    """
    if isinstance(value, str):
        return value.strip()
    if value is None or _differs_from_itself(value):
        return ""
    if isinstance(value, dt.date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace").strip()
    if isinstance(value, int):
        return str(value) if value.bit_length() < _BITS else "a number of very many digits"
    return _number(value) if isinstance(value, Real | Decimal) else str(value).strip()


def _number(value: Real | Decimal) -> str:
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite() or abs(exact.adjusted()) > _DIGITS:
        return str(value)
    if not exact:
        return "0"  # also of -0.0, which is the same number
    return format(exact.to_integral_value() if exact == exact.to_integral_value() else exact, "f")


def _differs_from_itself(value: object) -> bool:
    """Tell a missing value of a data frame: NaN and NaT differ from themselves, pandas' NA refuses to say."""
    try:
        return bool(value != value)  # noqa: PLR0124  # the comparison is the test
    except (TypeError, ValueError, ArithmeticError):
        return True
