"""Scores, tables and changes as data frames and Parquet: the same rows, always the same columns and types."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow.parquet
import pytest

import toc
from toc.comparison import diff
from toc.data import made_tables
from toc.errors import TocError
from toc.files import shipped_models
from toc.reports.saved_scores import save_scores
from toc.reports.score_csv import score_csv
from toc.scoring import for_publication, funnel, schedule, score, tabulate
from toc.scoring.score_columns import SCORE_COLUMNS

CSOF = shipped_models() / "csof"
LIBRARIES = ("pandas", "polars", "pyarrow")
THEORY = toc.load(CSOF / "csof.yaml")
READINGS = CSOF / "data" / "readings_synthetic.csv"
COUNTS = CSOF / "data" / "table4.csv"
BEFORE_AFTER = CSOF / "data" / "table5.csv"


@pytest.fixture(scope="module")
def everything():
    return score(THEORY, READINGS, tests=True, by=("stage", "site"))


@pytest.fixture(scope="module")
def published():
    return for_publication(score(THEORY, READINGS))


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any library as plain values."""
    if isinstance(frame, pandas.DataFrame):
        return [
            {column: None if pandas.isna(cell) else cell for column, cell in row.items()}
            for row in frame.to_dict("records")
        ]
    return frame.to_dicts() if isinstance(frame, polars.DataFrame) else frame.to_pylist()


def whole(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{column: row.get(column) for column in SCORE_COLUMNS} for row in rows]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_frame_holds_every_row_and_every_value(everything, library):
    assert rows_of(everything.to_frame(library)) == whole(everything.records)


def test_no_column_of_scores_is_without_a_type_and_no_column_is_always_empty(everything, published):
    found = (everything, published, score(THEORY, COUNTS), score(THEORY, BEFORE_AFTER))
    compared = {
        "share_of_all",
        "limit_low_95",
        "limit_high_95",
        "limit_low_99_8",
        "limit_high_99_8",
        "outside_limits",
    }
    in_two = {"one", "other", "odds_ratio", "odds_ratio_within", "same", "share_same", "kappa"}
    besides = compared | in_two | {"stated", "stated_by", "observed", "reached"}
    assert {column for scores in found for row in scores.records for column in row} == {*SCORE_COLUMNS} - besides


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_and_types_are_the_same_where_all_values_of_one_are_missing(everything, library):
    schemas = [
        list(zip(frame.columns, frame.dtypes, strict=True))
        if library != "pyarrow"
        else [(field.name, field.type) for field in frame.schema]
        for frame in (scores.to_frame(library) for scores in (everything, score(THEORY, BEFORE_AFTER)))
    ]
    assert schemas[0] == schemas[1]
    assert [column for column, _ in schemas[0]] == [*SCORE_COLUMNS]


def test_pandas_keeps_whole_numbers_whole_where_some_are_missing():
    kinds = score(THEORY, COUNTS).to_frame("pandas").dtypes.astype(str)
    named = kinds[["id", "measured", "improved", "people", "share_improved"]].tolist()
    assert named == ["string", "boolean", "Int64", "Int64", "Float64"]


@pytest.mark.parametrize("read", ["pandas", "polars", "duckdb"])
def test_what_is_written_as_parquet_is_read_back_equal(everything, tmp_path, read):
    file, _ = save_scores(everything, tmp_path / "scores.parquet")
    frame = {
        "pandas": lambda: pandas.read_parquet(file, dtype_backend="numpy_nullable"),
        "polars": lambda: polars.read_parquet(file),
        "duckdb": lambda: duckdb.connect(":memory:").read_parquet(str(file)).pl(),
    }[read]()
    assert rows_of(frame) == whole(everything.records)


def test_parquet_has_the_types_of_the_frame(everything, tmp_path):
    file, _ = save_scores(everything, tmp_path / "scores.parquet")
    written, frame = pyarrow.parquet.read_schema(file), everything.to_frame("pyarrow").schema
    assert [(field.name, field.type) for field in written] == [(field.name, field.type) for field in frame]


def test_the_same_scores_give_the_same_bytes_in_every_run(tmp_path):
    code = (
        "import sys, toc; from toc.reports.saved_scores import save_scores; "
        "save_scores(toc.score(toc.load(sys.argv[1]), sys.argv[2]), sys.argv[3])"
    )
    files = [tmp_path / f"{number}.parquet" for number in range(2)]
    for file in files:
        subprocess.run([sys.executable, "-c", code, CSOF / "csof.yaml", COUNTS, file], check=True)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_parquet_says_in_its_metadata_what_it_was_made_from(everything, tmp_path):
    file, _ = save_scores(everything, tmp_path / "scores.parquet")
    about = json.loads(pyarrow.parquet.read_metadata(file).metadata[b"toc"])
    assert about["synthetic"] is True
    assert about["made from"]["Fingerprint of the model"] == everything.provenance.fingerprint
    assert (about["made from"]["Rule"], about["notes"]) == ("pairs", list(everything.notes))


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_hidden_for_publication_is_null_and_named(published, library):
    rows = rows_of(published.to_frame(library))
    named = [(row, key) for row in rows for key in (row["hidden"] or "").split()]
    assert len(named) > 70
    assert [key for row, key in named if row[key] is not None] == []
    assert {row["publication"] for row in rows} == {published.publication.line}


def test_hidden_coverage_is_named_in_a_frame_and_is_a_word_in_csv():
    readings = [
        {
            "person": person,
            "site": "bristol",
            "indicator": "parental_stress",
            "date": day,
            "kind": kind,
            "score": 3,
        }
        for person in range(12)
        for day, kind in (("2013-02-11", "initial"), ("2013-05-20", "final"))[: 1 + (person > 1)]
    ]
    scores = for_publication(score(THEORY, readings))
    assert scores.publication.coverage_hidden
    row = rows_of(scores.to_frame("polars"))[0]
    assert row["hidden"].split()[-2:] == ["coverage_people", "coverage_with_two"]
    assert (row["coverage_people"], row["coverage_with_two"]) == (None, None)
    assert all("hidden,hidden" in line for line in score_csv(scores).splitlines()[1:])


@pytest.mark.parametrize("library", LIBRARIES)
def test_tables_funnels_schedules_and_changes_are_frames_too(library):
    table = tabulate(CSOF / "data" / "appendix3_table3.csv")
    steps = for_publication(funnel(THEORY), threshold=60)
    plan = schedule(THEORY, READINGS)
    changes = diff(THEORY, toc.load(CSOF / "sites" / "wales.yaml"))
    for value in (table, steps, plan, changes):
        rows, listed = rows_of(value.to_frame(library)), value.to_dicts()
        assert [{key: row[key] for key in each} for row, each in zip(rows, listed, strict=True)] == [
            {**each, "hidden": " ".join(each["hidden"])} if "hidden" in each else each for each in listed
        ]


def test_hidden_cells_of_a_table_are_null_and_named():
    rows = [
        {"contact": "Directly", "boys": 25, "girls": 21, "not recorded": 5},
        {"contact": "In family", "boys": 51, "girls": 40, "not recorded": 3},
    ]
    listed = rows_of(for_publication(tabulate(rows, unit="children")).to_frame("polars"))
    assert [row["hidden"] for row in listed[:2]] != ["", ""]
    assert all(row[key] is None for row in listed for key in ("boys", "girls") if key in row["hidden"].split())


def test_another_library_is_refused_with_those_that_there_are():
    message = 'No data frame can be made by "dask". Choose pandas, polars or pyarrow.'
    with pytest.raises(TocError, match=message):
        score(THEORY, COUNTS).to_frame("dask")


@pytest.mark.parametrize(
    ("missing", "call", "hint"),
    [
        ("narwhals", "scores.to_frame('polars')", 'pip install "narwhals>=2.28"'),
        ("polars", "scores.to_frame('polars')", "pip install polars"),
        ("duckdb", "save_scores(scores, sys.argv[3])", 'pip install "duckdb>=2.0"'),
    ],
)
def test_a_library_that_is_missing_is_named_with_how_to_get_it(tmp_path: Path, missing, call, hint):
    code = f"""
import sys
sys.modules[{missing!r}] = None
import toc
from toc.reports.saved_scores import save_scores
scores = toc.score(toc.load(sys.argv[1]), sys.argv[2])
try:
    {call}
except toc.TocError as error:
    print(error)
"""
    command = [sys.executable, "-c", code, CSOF / "csof.yaml", COUNTS, tmp_path / "scores.parquet"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert f"{missing}, which is not installed" in told or f"{missing} is needed, which is not" in told
    assert told.endswith(f"{hint}\n")
    assert not (tmp_path / "scores.parquet").exists()


def test_text_in_a_parquet_file_is_never_taken_for_a_command():
    about = "'}); DROP TABLE made; --"
    content = made_tables.made_parquet([{"a \"b\" 'c'": "it's"}], {"a \"b\" 'c'": "text"}, about)
    table = pyarrow.parquet.ParquetFile(pyarrow.BufferReader(content))
    assert table.read().to_pylist() == [{"a \"b\" 'c'": "it's"}]
    assert table.metadata.metadata[b"toc"].decode() == about
