"""What is said of a table that a library gives up counting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from toc.data.foreign.refusal import room_or_kind, telling
from toc.errors import TocError

ROOM = "There may be too little room."


def without_memory() -> object:
    connection = duckdb.connect(config={"memory_limit": "1MB", "temp_directory": ""})
    return connection.execute(
        "CREATE TABLE one AS SELECT random() AS a, range AS b FROM range(10000000)"
    ).fetchall()


def into_no_folder() -> object:
    return duckdb.connect().execute(f"COPY (SELECT 1 AS one) TO '{Path(__file__) / 'CANARY'}'").fetchall()


def fails(error: Exception) -> Callable[[], object]:
    def fail() -> object:
        raise error

    return fail


def hint_of(work: Callable[[], object]) -> str | None:
    with pytest.raises(TocError) as refused, telling("It cannot be counted.", room_or_kind(ROOM)):
        work()
    assert "CANARY" not in str(refused.value)
    return refused.value.hint


@pytest.mark.parametrize(
    "work",
    [without_memory, into_no_folder, fails(MemoryError("CANARY")), fails(OSError(28, "CANARY"))],
    ids=["DuckDB without memory", "DuckDB without a folder", "memory", "disk"],
)
def test_want_of_memory_or_disk_is_told_as_that(work: Callable[[], object]) -> None:
    assert hint_of(work) == ROOM


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (lambda: duckdb.connect().execute("SELECT 'CANARY'::INTEGER").fetchall(), "ConversionException"),
        (lambda: pa.array(["CANARY"]).cast(pa.int64()), "ArrowInvalid"),
        (fails(ConnectionResetError("CANARY")), "ConnectionResetError"),
    ],
)
def test_any_other_error_is_told_by_its_kind_without_its_words(work: Callable[[], object], kind: str) -> None:
    assert hint_of(work) == (
        f"The library that counts it ends with {kind}. Save it as a CSV or Parquet file, and give that."
    )
