"""What is done where Spark does not keep a table that it was asked to keep."""

from __future__ import annotations

from typing import Any

import pytest

from toc.data.frames.spark_tables import SparkTables


class SparkRefusalError(Exception):
    """An error as Spark raises them, which name their condition."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition

    def getCondition(self) -> str:  # noqa: N802  # Spark's own name
        return self.condition


class RefusingTable:
    """A table of a Spark that refuses to keep it, and counts how often it was asked."""

    sparkSession = None  # noqa: N815  # Spark's own name

    def __init__(self, refusal: Exception) -> None:
        self.refusal = refusal
        self.asked = 0

    def to_native(self) -> RefusingTable:
        return self

    def localCheckpoint(self) -> None:  # noqa: N802  # Spark's own name
        self.asked += 1
        raise self.refusal


@pytest.mark.parametrize(
    "refusal",
    [
        SparkRefusalError("NOT_SUPPORTED_WITH_SERVERLESS"),
        SparkRefusalError("UNSUPPORTED_FEATURE"),
        SparkRefusalError("NOT_IMPLEMENTED"),
        AttributeError(),
    ],
)
def test_a_spark_that_may_keep_no_table_is_asked_once(refusal: Exception) -> None:
    frame: Any = RefusingTable(refusal)
    tables = SparkTables(frame)
    assert [tables.stored(frame) for _ in range(2)] == [frame, frame]
    assert frame.asked == 1


@pytest.mark.parametrize("refusal", [SparkRefusalError("CAST_INVALID_INPUT"), OSError("no space left")])
def test_a_table_that_spark_cannot_work_out_is_no_table_that_it_may_not_keep(refusal: Exception) -> None:
    frame: Any = RefusingTable(refusal)
    with pytest.raises(type(refusal)):
        SparkTables(frame).stored(frame)
