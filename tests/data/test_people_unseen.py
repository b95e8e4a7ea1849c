"""No id of a person and no score leaves in a message, a representation, a log or a traceback, from any table."""

from __future__ import annotations

import datetime as dt
import logging
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.tables_made import COLUMNS, KINDS
from toc.data import read_data, told
from toc.data.source import read_table
from toc.errors import TocError
from toc.model import TheoryOfChange

PERSON, SCORE = "canary-4711", 31337.5
DAY = dt.date(2013, 5, 31)
ROWS = [
    (PERSON, "wales", "stress", DAY, "initial", SCORE, None),
    (PERSON, "atlantis", "stress", DAY, "initial", 2, None),
    (PERSON, "wales", PERSON, DAY, "initial", 2, None),
    (PERSON, "wales", "stress", None, "initial", 2, PERSON),
    (PERSON, "wales", "stress", DAY, PERSON, 2, PERSON),
    (PERSON, "wales", "stress", DAY, "initial", 2, None),
    (PERSON, "wales", "stress", DAY, "initial", 4, None),
]


def hidden(*texts: object) -> bool:
    return not any(word in str(text) for text in texts for word in (PERSON, "31337"))


@pytest.mark.parametrize("kind", KINDS)
def test_rows_at_fault_and_their_representations_show_nobody(
    theory: TheoryOfChange,
    tmp_path: Path,
    kind: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    source = KINDS[kind](ROWS, tmp_path)
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        data, table = read_data(source, theory), read_table(source)
    assert len({fault.row for fault in data.faults}) == 7
    shown = [data, table, *table.rows, *data.faults, *data.rows, *told(data.faults)]
    assert hidden(*map(repr, shown), *map(str, shown))
    assert hidden(caplog.text, capfd.readouterr(), *(one.message for one in warned))


def cut_off(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def spoiled_parquet(folder: Path) -> Any:
    pq.write_table(pa.table({"person": [PERSON] * 9, "score": [SCORE] * 9}), folder / "x.parquet")
    (folder / "x.parquet").write_bytes(cut_off((folder / "x.parquet").read_bytes()))
    return folder / "x.parquet"


def spoiled_workbook(folder: Path) -> Any:
    book = openpyxl.Workbook()
    book.active.append([PERSON, SCORE])
    book.save(folder / "x.xlsx")
    (folder / "x.xlsx").write_bytes(cut_off((folder / "x.xlsx").read_bytes()))
    return folder / "x.xlsx"


def without_headings(folder: Path) -> Any:
    book = openpyxl.Workbook()
    book.active.append([PERSON, SCORE])
    book.active.append([PERSON, SCORE])
    book.save(folder / "x.xlsx")
    return folder / "x.xlsx"


def view_that_fails(folder: Path) -> Any:
    with duckdb.connect(str(folder / "x.db")) as connection:
        connection.execute("CREATE TABLE t AS SELECT 'canary-4711' AS person")
        connection.execute("CREATE VIEW v AS SELECT person::INT AS score, person FROM t")
    return f"duckdb:///{folder / 'x.db'}#v"


SPOILED: dict[str, Callable[[Path], Any]] = {
    "parquet": spoiled_parquet,
    "xlsx": spoiled_workbook,
    "xlsx without headings": without_headings,
    "pandas without headings": lambda _: pd.DataFrame([[1, 2]], columns=[PERSON, SCORE]),
    "pandas with headings twice": lambda _: pd.DataFrame([[1, 2]], columns=[PERSON, PERSON]),
    "pyarrow with headings twice": lambda _: pa.table([[1], [2]], names=[PERSON, PERSON]),
    "polars that fails": lambda _: pl.LazyFrame({"person": [PERSON]}).with_columns(
        score=pl.col("person").cast(int)
    ),
    "DuckDB that fails": lambda _: duckdb.connect().sql("SELECT v::INT AS n FROM (VALUES ('canary-4711')) x(v)"),
    "a view that fails": view_that_fails,
    "a series": lambda _: pd.Series([PERSON, SCORE]),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_what_a_library_refuses_is_told_without_its_words(
    theory: TheoryOfChange, tmp_path: Path, kind: str
) -> None:
    source = SPOILED[kind](tmp_path)
    with pytest.raises(TocError) as refused:
        read_data(source, theory)
    lines = "".join(traceback.format_exception(refused.value))
    assert "\n" not in str(refused.value)
    assert hidden(lines, repr(refused.value), refused.value.hint, refused.value.args)


def test_the_rows_that_are_searched_hold_what_is_searched_for(tmp_path: Path) -> None:
    for kind in KINDS:
        rows = read_table(KINDS[kind](ROWS, tmp_path)).rows
        assert not hidden(*(row[column] for row in rows for column in COLUMNS)), kind
        assert [row["score"] for row in rows][:2] == ["31337.5", "2"], kind
