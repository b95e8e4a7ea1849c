"""`random_readings`: tables of made-up readings in which everything is that ever went wrong in one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

__all__ = ["COLUMNS", "TABLES", "random_readings"]

TABLES = 12
COLUMNS = ("no", "person", "site", "indicator", "date", "kind", "score", "informant", "source")

_SITES = ("bristol", "wales", "isle_of_wight")
_INDICATORS = ("parental_stress", "Parent confidence", "social_skills", "attendance", "Inclusive resources")
_KINDS = ("initial", "follow_up", "Follow-up", "final")
_WRONG: dict[str, tuple[Any, ...]] = {
    "person": (None,),
    "site": (None, "atlantis"),
    "indicator": (None, "hair colour", "Improved self-esteem"),
    "date": (None, dt.date(9999, 1, 1), dt.date(1812, 6, 24)),
    "kind": (None, "during"),
    "score": (None, 9),
}
_TYPES: tuple[dict[str, pa.DataType], ...] = (
    {"score": pa.int64()},
    {"person": pa.int64(), "score": pa.float64(), "date": pa.timestamp("us")},
    {"score": pa.decimal128(6, 2), "date": pa.string()},
    {"score": pa.string()},
    {"person": pa.decimal128(12, 0), "score": pa.float32(), "date": pa.timestamp("us")},
    {"person": pa.int32(), "score": pa.int16()},
)
"""The types of the columns, one after the other; where none is named, text and days."""


def random_readings(number: int) -> pa.Table:
    """Return table `number`: nulls, ties, rows twice, people seen once, days out of order, several informants.

    `no` numbers the rows from 1, so that they can be put in order wherever they are kept.
    """
    random = Random(20130401 + number)  # noqa: S311  # the same tables every time, and no secret
    rows = [row for person in range(random.randint(3, 30)) for row in _rows_of(person, random)]
    rows += [list(random.choice(rows)) for _ in range(len(rows) // 15)]
    for row in rows:
        if random.random() < 0.08:
            column = random.choice(list(_WRONG))
            row[COLUMNS.index(column) - 1] = random.choice(_WRONG[column])
    random.shuffle(rows)
    listed = [dict(zip(COLUMNS, (at, *row), strict=True)) for at, row in enumerate(rows, start=1)]
    return _typed(listed, _TYPES[number % len(_TYPES)])


def _rows_of(person: int, random: Random) -> list[list[Any]]:
    site = random.choice(_SITES)
    rows = []
    for indicator in random.sample(_INDICATORS, random.randint(1, 4)):
        informants = random.choice(([None], ["worker"], ["parent", "Child"]))
        for at in range(random.choice((1, 1, 2, 2, 2, 3, 5))):
            day = dt.date(2013, 4, 1) + dt.timedelta(days=random.randint(0, 3) * 30 + at * 60)
            kind = "initial" if at == 0 else random.choice(_KINDS[1:])
            rows += [
                [7000 + person % 20, site, indicator, day, kind, random.randint(1, 5), informant, "synthetic"]
                for informant in informants
            ]
    return rows


def _typed(rows: list[dict[str, Any]], types: dict[str, pa.DataType]) -> pa.Table:
    """Give each column its type; ids of people that are text are no numbers."""
    plain = {"no": pa.int64(), "date": pa.date32()}
    columns = {}
    for column in COLUMNS:
        kind = types.get(column, plain.get(column, pa.string()))
        columns[column] = pa.array([_cell(row[column], column, kind) for row in rows], kind)
    return pa.table(columns)


def _cell(value: Any, column: str, kind: pa.DataType) -> Any:
    if value is None:
        return None
    if column == "person" and pa.types.is_string(kind):
        return f"p{value}"
    if pa.types.is_timestamp(kind):
        return dt.datetime.combine(value, dt.time(12, 30))
    if pa.types.is_decimal(kind):
        return Decimal(value)
    return str(value) if pa.types.is_string(kind) else value
