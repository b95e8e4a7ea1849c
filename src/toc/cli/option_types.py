"""Numbers and days as the options of all verbs take them, refused in plain words."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import click

__all__ = ["day", "number", "quoted", "whole_number"]

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = 12
_WHOLE = re.compile(r" *[+-]?[0-9]{1,15} *")
_DECIMAL = re.compile(r" *[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15}) *")
_QUOTED = 40


def whole_number(value: str | int) -> int:
    """Read a whole number of up to 15 digits; whether it is large enough for its option is not asked here."""
    if not _WHOLE.fullmatch(str(value)):
        raise click.BadParameter(f"{quoted(str(value))} is no whole number; write one such as 2.")
    return int(value)


def number(value: str | float) -> float:
    """Read a number of up to 15 digits, also one with as many decimals after a point."""
    if not _DECIMAL.fullmatch(str(value)):
        raise click.BadParameter(f"{quoted(str(value))} is no number; write one such as 2 or 0.5.")
    return float(value)


def day(value: str) -> dt.date:
    """Read a day of the calendar, written as 2014-03-31."""
    written = _DAY.fullmatch(value)
    year, month, day_of_month = map(int, written.groups()) if written else (0, 0, 0)
    if not year:
        raise click.BadParameter(f"{quoted(value)} is no day; write year, month and day, as 2014-03-31.")
    if not 1 <= month <= _MONTHS:
        raise click.BadParameter(f"{value} is no day: a year has the months 01 to 12.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day_of_month <= days:
        raise click.BadParameter(f"{value} is no day: {calendar.month_name[month]} {year} has {days} days.")
    return dt.date(year, month, day_of_month)


def quoted(value: str) -> str:
    """Put what somebody wrote into quotation marks, cut where it is long."""
    return f'"{value}"' if len(value) <= _QUOTED else f'"{value[:_QUOTED]}…"'
