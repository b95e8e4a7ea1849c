"""One table gives the same data and the same scores, whichever library or file it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables_made import COLUMNS, HEADED, KINDS, YEAR_13089, Rows
from toc.data import Counts, PrePost, Readings, read_data
from toc.data.source import read_table
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import score

MAKERS = [pd.DataFrame, pl.DataFrame, pa.Table.from_pylist]
DAYS = [dt.date(2013, 4, 1), dt.date(2013, 6, 30), dt.date(2013, 9, 1), dt.date(2014, 1, 5)]
ROW = st.tuples(
    st.sampled_from(["p1", "p2", "17", 'Zoë, "Z"', None]),
    st.sampled_from(["bristol", "wales", "atlantis"]),
    st.sampled_from(["stress", "worry", "mood", "esteem_children", "nothing", None]),
    st.sampled_from([*DAYS, None]),
    st.sampled_from(["initial", "follow_up", "Follow-up", "final", None]),
    st.one_of(st.none(), st.integers(0, 6), st.sampled_from([0.1, 0.25, 1.0, 2.5])),
    st.sampled_from(["worker", "Child", None]),
)


def read_as(kind: str, rows: Rows, folder: Path, theory: TheoryOfChange) -> Readings:
    """The data of one kind, numbered and named as a list of dictionaries is."""
    data = read_data(KINDS[kind](rows, folder), theory)
    assert isinstance(data, Readings)
    less = 1 if kind in HEADED else 0
    return replace(
        data,
        name="the rows given",
        rows=tuple(replace(row, row=row.row - less) for row in data.rows),
        faults=tuple(replace(fault, row=fault.row - less) for fault in data.faults),
    )


@settings(max_examples=25)
@given(rows=st.lists(ROW, min_size=1, max_size=25))
def test_the_same_rows_give_the_same_data_and_scores_from_every_kind_of_table(
    theory: TheoryOfChange, rows: Rows
) -> None:
    with TemporaryDirectory() as folder:
        read = {kind: read_as(kind, rows, Path(folder), theory) for kind in KINDS}
    assert read == dict.fromkeys(KINDS, read["dicts"])
    if read["dicts"].rows:
        scores = {kind: score(theory, data).to_dict() for kind, data in read.items()}
        assert scores == dict.fromkeys(KINDS, scores["dicts"])


def test_a_table_with_all_that_is_wrong_is_among_what_is_compared(theory: TheoryOfChange, tmp_path: Path) -> None:
    rows = [
        ("p1", "wales", "stress", DAYS[2], "follow_up", 4, None),
        ("p1", "wales", "stress", DAYS[0], "initial", 2, None),
        (None, "wales", "stress", DAYS[0], "initial", 2, None),
        ("p2", "wales", "stress", None, "initial", 2, None),
        ("p2", "wales", "stress", DAYS[0], "initial", None, None),
        ("p2", "wales", "stress", DAYS[0], "initial", float("nan"), None),
        ("p2", "wales", "stress", DAYS[0], "initial", float("inf"), None),
        ("p2", "wales", "stress", DAYS[0], "initial", 2.5, None),
        ("p2", "wales", "stress", dt.date(9999, 1, 1), "initial", 2, None),
    ]
    wanted = [
        (3, "incomplete-row"),
        (4, "impossible-date"),
        (5, "score-not-a-number"),
        (6, "score-not-a-number"),
        (7, "score-not-a-number"),
        (8, "score-not-a-whole-number"),
        (9, "future-date"),
    ]
    for kind in KINDS:
        data = read_as(kind, rows, tmp_path, theory)
        assert [(fault.row, fault.kind) for fault in data.faults] == wanted, kind
        assert [row.row for row in data.rows] == [1, 2], kind


def far_dates() -> dict[str, Any]:
    row = {"person": "p", "site": "wales", "indicator": "stress", "kind": "initial", "score": 2}
    two = pa.array([YEAR_13089, 15_856], pa.int32()).cast(pa.date32())
    arrow = pa.Table.from_pylist([row, row]).append_column("date", two)
    day = "unnest([DATE '13089-05-31', DATE '2013-05-31'])"
    words = "'p' AS person, 'wales' AS site, 'stress' AS indicator, 'initial' AS kind, 2 AS score"
    relation = duckdb.connect().sql(f"SELECT {words}, {day} AS date")
    seconds = pd.Series([YEAR_13089 * 86_400, 15_856 * 86_400]).astype("datetime64[s]")
    return {
        "pyarrow": arrow,
        "polars": pl.from_arrow(arrow),
        "polars, with times": pl.from_arrow(arrow).with_columns(pl.col("date").cast(pl.Datetime("ms"))),
        "pandas": pd.DataFrame([row, row]).assign(date=seconds),
        "pandas, objects": pd.DataFrame([row, row]).assign(date=seconds.astype("object")),
        "DuckDB relation": relation,
        "dicts": [{**row, "date": "13089-05-31"}, {**row, "date": "2013-05-31"}],
    }


@pytest.mark.parametrize(
    "kind", ["pyarrow", "polars", "polars, with times", "pandas", "pandas, objects", "DuckDB relation", "dicts"]
)
def test_a_date_in_year_13089_is_a_fault_of_its_row_and_of_no_other(theory: TheoryOfChange, kind: str) -> None:
    data = read_data(far_dates()[kind], theory)
    assert [(fault.row, fault.kind) for fault in data.faults] == [(1, "impossible-date")]
    assert isinstance(data, Readings)
    assert [(row.row, row.date) for row in data.rows] == [(2, dt.date(2013, 5, 31))]


@pytest.mark.parametrize("make", [*MAKERS, list], ids=["pandas", "polars", "pyarrow", "dicts"])
def test_a_boolean_is_neither_a_score_nor_a_count(theory: TheoryOfChange, make: Any) -> None:
    reading = dict(zip(COLUMNS, ("p", "wales", "stress", "2013-05-31", "initial", True, "worker"), strict=True))
    count = {"indicator": "stress", "improved": True, "no_change": 2, "worsened": 1}
    assert [fault.kind for fault in read_data(make([reading]), theory).faults] == ["score-not-a-number"]
    assert [fault.kind for fault in read_data(make([count]), theory).faults] == ["number-out-of-range"]


@pytest.mark.parametrize(
    "make", [pd.DataFrame, pl.DataFrame, pa.Table.from_pylist], ids=["pandas", "polars", "pyarrow"]
)
def test_counts_and_percentages_are_recognised_in_tables_as_in_rows(theory: TheoryOfChange, make: Any) -> None:
    counts = [{"Indicator": "stress", "Improved": 4, "No change": 2, "worsened": 1}]
    percents = [{"indicator": "stress", "pre_percent": 28.5, "post_percent": 98}]
    for rows, kind in ((counts, Counts), (percents, PrePost)):
        data = read_data(make(rows), theory)
        assert isinstance(data, kind)
        assert replace(data, name="") == replace(read_data(rows, theory), name="")


def test_an_id_of_digits_stays_the_same_person_where_other_cells_are_missing() -> None:
    frame = pd.DataFrame({"person": [17, None], "n": [Decimal("2.50"), Decimal("3.0")], "f": [1e-5, 1e20]})
    assert [dict(row.cells) for row in read_table(frame).rows] == [
        {"person": "17", "n": "2.50", "f": "0.00001"},
        {"person": "", "n": "3", "f": "100000000000000000000"},
    ]


def test_every_librarys_missing_value_is_an_empty_cell() -> None:
    frame = pd.DataFrame({"a": [None, float("nan"), pd.NA, pd.NaT, Decimal("NaN")]}, dtype="object")
    tables = [
        frame,
        pl.DataFrame({"a": [None, float("nan")]}),
        pa.table({"a": [None, float("nan")]}),
        duckdb.connect().sql("SELECT unnest([NULL, 'NaN'::DOUBLE]) AS a"),
    ]
    assert [{row["a"] for row in read_table(table).rows} for table in tables] == [{""}] * 4


def test_categories_binary_text_and_times_are_read_as_their_text() -> None:
    frame = pd.DataFrame(
        {
            "a": pd.Categorical(["x"]),
            "b": [b"caf\xc3\xa9"],
            "c": pd.to_datetime(["2013-05-31 12:30"]),
            "d": pd.to_datetime(["2013-05-31 23:30"]).tz_localize("Europe/London"),
        }
    )
    wanted = [{"a": "x", "b": "café", "c": "2013-05-31", "d": "2013-05-31"}]
    for table in (frame, pl.from_pandas(frame), pa.Table.from_pandas(frame)):
        assert [dict(row.cells) for row in read_table(table).rows] == wanted


def test_scoring_a_relation_leaves_it_as_it_was(theory: TheoryOfChange, tmp_path: Path) -> None:
    rows = [("p1", "wales", "stress", DAYS[0], "initial", 2, None)]
    relation = KINDS["DuckDB relation"](rows, tmp_path)
    first = read_data(relation, theory)
    assert read_data(relation, theory) == first
    assert len(relation.fetchall()) == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda: pd.DataFrame([[1, 2]], columns=["a", "a"]),
        lambda: pa.table([[1], [2]], names=["a", "a"]),
        lambda: duckdb.connect().sql("SELECT 1 AS a, 2 AS a"),
        lambda: pd.DataFrame([[1, 2]], columns=["No change", "no-change"]),
    ],
    ids=["pandas", "pyarrow", "DuckDB", "but for capitals"],
)
def test_two_columns_of_one_name_are_refused_in_one_line(make: Any) -> None:
    with pytest.raises(TocError, match="the table given have the same name"):
        read_table(make())


@pytest.mark.parametrize(
    "table", [pd.Series([1]), pl.Series([1]), pa.array([1])], ids=["pandas", "polars", "pyarrow"]
)
def test_what_is_no_table_of_a_library_is_refused_in_one_line(table: Any) -> None:
    with pytest.raises(TocError) as refused:
        read_table(table)
    assert refused.value.message == "What stands in the table given cannot be read."


def test_headings_that_are_numbers_are_text() -> None:
    assert list(read_table(pd.DataFrame([[1, 2]])).columns) == ["0", "1"]


def test_an_empty_table_has_its_columns_and_no_rows() -> None:
    table = read_table(pl.DataFrame(schema=dict.fromkeys(COLUMNS, pl.String)))
    assert (list(table.columns), table.rows) == (list(COLUMNS), ())


def test_a_number_of_very_many_digits_is_no_number(theory: TheoryOfChange) -> None:
    count = {"indicator": "stress", "improved": 10**5_000, "no_change": Decimal("1e999999"), "worsened": 1}
    assert [fault.kind for fault in read_data([count], theory).faults] == ["number-out-of-range"]
