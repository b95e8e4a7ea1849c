"""What becomes of a person in many groups, in few whole numbers, and how these are taken apart again."""

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
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toc.data import Readings, read_data
from toc.data.dataset import vocabulary
from toc.data.frames.native_frames import fetched
from toc.data.frames.readings_frame import kept_readings
from toc.data.frames.table_frame import columns_read
from toc.data.frames.whole_parts import remainder, whole_part
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring.change_rule import ChangeRule
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.indicator_groups import Group, indicator_groups
from toc.scoring.pair_cells import Course
from toc.scoring.table_cells import table_cells
from toc.scoring.table_cells.course_words import CourseWords, course_words
from toc.scoring.table_cells.moves import Move

MOVE = Move("stress", (1.0, 2.0), classified=True, change="improved")
GROUPS = {Group("indicator", "stress"): frozenset({"stress"}), Group("all", "all"): frozenset({"stress", "mood"})}
LIBRARIES: dict[str, Callable[[int], Any]] = {
    "polars": lambda number: pl.DataFrame({"number": [number]}),
    "pandas": lambda number: pd.DataFrame({"number": [number]}),
    "pyarrow": lambda number: pa.table({"number": [number]}),
}


def words(informants: int, longest: int) -> CourseWords:
    return course_words(GROUPS, [MOVE], informants, lambda: longest, several_only=False)


def test_a_person_with_as_many_series_as_one_number_can_count_is_counted() -> None:
    numbers = words(5_000, 8_191)
    total = [8_191 * weight for weight in numbers.weights(MOVE)]
    assert max(total) < 2**53
    assert [(slot.bits, slot.course(total[slot.word] >> slot.at)) for slot in numbers.slots] == [
        (13, Course(8_191, 8_191, 0)),
        (13, Course(8_191, 8_191, 0)),
    ]


def test_where_very_many_informants_are_named_only_those_of_one_person_take_place() -> None:
    assert [slot.bits for slot in words(1_000_000, 3).slots] == [2, 2]


def test_a_person_with_more_series_than_one_number_can_count_is_refused() -> None:
    with pytest.raises(TocError) as refused:
        words(10_000, 8_192)
    assert refused.value.message == (
        "One person has more than 8,191 series of readings, which are too many to be counted."
    )


def test_people_whose_informants_are_very_many_altogether_are_counted_as_in_memory(theory: TheoryOfChange) -> None:
    days = [(dt.date(2013, 4, 1), "initial", 2), (dt.date(2013, 9, 1), "final", 4)]
    names = ("person", "site", "indicator", "date", "kind", "score", "informant")
    rows = [
        dict(zip(names, (f"p{at // 2}", "wales", "stress", day, kind, score - at % 2, f"i{at}"), strict=True))
        for at in range(8_300)
        for day, kind, score in days
    ]
    today = dt.date(2026, 1, 1)
    table = kept_readings(columns_read(nw.from_native(pl.DataFrame(rows)), "rows"), vocabulary(theory, today))
    readings = read_data(rows, theory, today=today)
    assert isinstance(readings, Readings)
    groups = indicator_groups(theory)
    counted = counted_pairs(readings, theory, ChangeRule(), groups)
    held = table_cells(table, theory, ChangeRule(), groups)
    assert {group: dict(parts) for group, parts in held.courses.items() if parts} == counted.courses
    assert held.seen == counted.seen


WHOLE = st.integers(0, 2**51 - 1) | st.integers(2**51 - 200, 2**51 - 1)
POWERS = st.integers(0, 52).map(lambda power: 1 << power)


@settings(max_examples=60)
@given(divided=st.tuples(WHOLE, st.integers(1, 2**51)) | st.tuples(st.integers(0, 2**52 - 1), POWERS))
@example(divided=(2**51 - 1, 3))
@example(divided=(2**52 - 1, 2**52))
@example(divided=(2**52 - 1, 2**26))
@example(divided=(49, 49))
def test_quotient_and_remainder_are_those_of_whole_numbers_below_2_to_the_51(divided: tuple[int, int]) -> None:
    number, by = divided
    relation = duckdb.connect()
    frames = {name: make(number) for name, make in LIBRARIES.items()}
    frames["duckdb"] = relation.sql(f"SELECT {number}::BIGINT AS number")
    column = nw.col("number")
    for name, frame in frames.items():
        parts = [whole_part(column, by).cast(nw.Int64).alias("a"), remainder(column, by).cast(nw.Int64).alias("b")]
        assert fetched(nw.from_native(frame).select(*parts)) == [divmod(number, by)], name


@pytest.mark.parametrize("by", [3, 7, 49, 98, 103, 1_000, 2**26 + 1, 2**51 - 1])
def test_multiples_and_what_is_just_below_them_are_told_apart(by: int) -> None:
    multiples = [by * times for most in (50, 2**51 // by) for times in range(max(1, most - 49), most + 1)]
    numbers = [number - less for number in multiples for less in (0, 1) if number - less < 2**51]
    frame = nw.from_native(pl.DataFrame({"number": numbers}))
    parts = frame.select(whole_part(nw.col("number"), by).alias("a"), remainder(nw.col("number"), by).alias("b"))
    assert [(int(a), int(b)) for a, b in parts.rows()] == [divmod(number, by) for number in numbers]
