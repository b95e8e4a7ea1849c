"""People whose ids are numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from toc.data import read_data
from toc.data.dataset import vocabulary
from toc.data.frames.readings_frame import kept_readings
from toc.data.frames.table_frame import columns_read
from toc.model import TheoryOfChange
from toc.scoring import PeopleCoverage, score

COLUMNS: dict[str, list[Any]] = {
    "person": [0.0, -0.0],
    "site": ["bristol", "bristol"],
    "indicator": ["stress", "stress"],
    "date": [dt.date(2013, 5, 31), dt.date(2013, 8, 31)],
    "kind": ["initial", "final"],
    "score": [2, 4],
}
LIBRARIES: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "DuckDB": lambda columns: duckdb.connect().from_arrow(pa.table(columns)),
}


def test_nought_below_zero_is_the_person_of_nought_in_rows(theory: TheoryOfChange) -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]
    assert score(theory, read_data(rows, theory)).coverage == PeopleCoverage(people=1, with_two=1)


@pytest.mark.parametrize("library", LIBRARIES)
def test_nought_below_zero_is_the_person_of_nought_in_a_table(theory: TheoryOfChange, library: str) -> None:
    columns = columns_read(nw.from_native(LIBRARIES[library](COLUMNS)), "two rows")
    table = kept_readings(columns, vocabulary(theory, dt.date(2026, 1, 1)))
    assert score(theory, table).coverage == PeopleCoverage(people=1, with_two=1)
