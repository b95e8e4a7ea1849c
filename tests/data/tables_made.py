"""The same rows as a value or a file of every kind that is read."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

Rows = Sequence[tuple[Any, ...]]
COLUMNS = ("person", "site", "indicator", "date", "kind", "score", "informant")
TYPES = pa.schema(
    [
        ("person", pa.string()),
        ("site", pa.string()),
        ("indicator", pa.string()),
        ("date", pa.date32()),
        ("kind", pa.string()),
        ("score", pa.float64()),
        ("informant", pa.string()),
    ]
)


def as_dicts(rows: Rows, _: Path) -> Any:
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def as_csv(rows: Rows, folder: Path) -> Any:
    path = folder / "readings.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([COLUMNS, *rows])
    return path


def as_arrow(rows: Rows, _: Path) -> Any:
    return pa.Table.from_pylist(as_dicts(rows, Path()), schema=TYPES)


def as_arrow_of_large_texts(rows: Rows, folder: Path) -> Any:
    return _of_texts(as_arrow(rows, folder), pa.large_string())


def as_arrow_of_text_views(rows: Rows, folder: Path) -> Any:
    return _of_texts(as_arrow(rows, folder), pa.string_view())


def _of_texts(table: pa.Table, kind: pa.DataType) -> pa.Table:
    return table.cast(
        pa.schema([(one.name, kind if one.type == pa.string() else one.type) for one in table.schema])
    )


def as_pandas(rows: Rows, _: Path) -> Any:
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return frame.astype({"date": "datetime64[s]", "score": "float64"})


def as_pandas_of_nullable_types(rows: Rows, folder: Path) -> Any:
    return as_pandas(rows, folder).convert_dtypes()


def as_pandas_of_objects(rows: Rows, _: Path) -> Any:
    return pd.DataFrame(list(rows), columns=list(COLUMNS), dtype="object")


def as_polars(rows: Rows, folder: Path) -> Any:
    return pl.from_arrow(as_arrow(rows, folder))


def as_polars_lazy(rows: Rows, folder: Path) -> Any:
    return as_polars(rows, folder).lazy()


def as_relation(rows: Rows, folder: Path) -> Any:
    return duckdb.connect().from_arrow(as_arrow(rows, folder))


def as_parquet(rows: Rows, folder: Path) -> Any:
    pq.write_table(as_arrow(rows, folder), folder / "readings.parquet")
    return str(folder / "readings.parquet")


def as_workbook(rows: Rows, folder: Path) -> Any:
    workbook = openpyxl.Workbook()
    for row in (COLUMNS, *rows):
        workbook.active.append(row)
    workbook.save(folder / "readings.xlsx")
    return folder / "readings.xlsx"


def as_database(rows: Rows, folder: Path) -> Any:
    path = folder / "cases.db"
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.from_arrow(as_arrow(rows, folder)).create('"all ""readings"""')
    return f"duckdb:///{path}#all %22readings%22"


KINDS: dict[str, Callable[[Rows, Path], Any]] = {
    "dicts": as_dicts,
    "csv": as_csv,
    "pandas": as_pandas,
    "pandas, nullable types": as_pandas_of_nullable_types,
    "pandas, objects": as_pandas_of_objects,
    "polars": as_polars,
    "polars, lazy": as_polars_lazy,
    "pyarrow": as_arrow,
    "pyarrow, large texts": as_arrow_of_large_texts,
    "pyarrow, text views": as_arrow_of_text_views,
    "DuckDB relation": as_relation,
    "parquet": as_parquet,
    "xlsx": as_workbook,
    "duckdb uri": as_database,
}
HEADED = {"csv", "xlsx"}
"""Kinds whose rows are numbered by their lines, of which the headings are the first."""

YEAR_13089 = (dt.date(2013, 5, 31) - dt.date(1970, 1, 1)).days + 365 * 11084
