"""Readings that stay in the library that holds them are counted as those that are read row by row."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables_made import KINDS, Rows
from toc.data import Readings, ReadingsTable, read_data
from toc.data.dataset import vocabulary
from toc.data.frames.readings_frame import kept_readings
from toc.data.frames.table_frame import columns_read
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import score
from toc.scoring.change_rule import ChangeRule
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.due_series import Plan, due_series
from toc.scoring.indicator_groups import indicator_groups
from toc.scoring.pair_cells import PairCells
from toc.scoring.people_followed import followed
from toc.scoring.reliability import Reliability
from toc.scoring.table_cells import table_cells, table_due_series, table_followed

ARROW = ["pyarrow", "pyarrow, large texts", "pyarrow, text views"]
FRAMES = ["polars", "pandas", "pandas, nullable types", "pandas, objects", *ARROW, "DuckDB relation"]
READ = frozenset(("person", "site", "indicator", "date", "kind", "score", "informant", "who", "area", "source"))
DAYS = [dt.date(2013, 4, 1), dt.date(2013, 6, 30), dt.date(2013, 9, 1), dt.date(2014, 1, 5)]
RULES = [
    ChangeRule(),
    ChangeRule(final_only=True),
    ChangeRule(min_step=2),
    ChangeRule(reliable={"five": Reliability(1.0, 0.8), "tenths": Reliability(0.1, 0.8)}),
    ChangeRule(window=(60, 160)),
    ChangeRule(final_only=True, window=(0, 250)),
]


NAMES = ["stress", "Worry", "mood"]
MIDDLE = [(dt.date(1950, 1, 1), when) for when in ("initial", "follow_up", "final")]
MIDDLE += [(dt.date(2025, 1, 1), "final"), (dt.date(2025, 1, 1), "follow_up")]


def rows_of(*, clean: bool) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    odd = [] if clean else [None]
    row = st.tuples(
        st.sampled_from(["p1", "p2", "17", "p3", *([] if clean else ["", " p1", "p2\u2003", "\t"]), *odd]),
        st.sampled_from(["bristol", "Wales", *([] if clean else ["atlantis"]), *odd]),
        st.sampled_from([*NAMES, *([] if clean else ["nothing", "improved self-esteem"]), *odd]),
        st.sampled_from([*DAYS, *([] if clean else [dt.date(9999, 1, 1), dt.date(1800, 1, 1)]), *odd]),
        st.sampled_from(["initial", "follow_up", "Follow-up", "final", *([] if clean else ["later"]), *odd]),
        st.sampled_from([1.0, *([] if clean else [2.5, 0.25, 7.0, float("nan")]), *odd]) | st.integers(1, 5),
        st.sampled_from(["worker", "Child", None]),
    )
    return st.lists(row, min_size=1, max_size=30)


def many_rows(*, clean: bool) -> Rows:
    """Rows of many people, some of whom have all that can be wrong with a series."""
    chance = random.Random(20151)  # noqa: S311  # test data
    odd = [] if clean else [None]
    people = [f"p{number}" for number in range(60)] + ([] if clean else ["", " p1", "p2\u2003", None])
    scores = [1, 2, 3, 4, 5, 5.0] + ([] if clean else [None, 2.5, 0.25, 7, float("nan")])
    return [
        (
            chance.choice(people),
            chance.choice(["bristol", "Wales", "wales", *([] if clean else ["atlantis"]), *odd]),
            chance.choice(["stress", "Worry", "worry", *([] if clean else ["mood", "nothing"]), *odd]),
            chance.choice([*DAYS, dt.date(2014, 3, 1), *([] if clean else [dt.date(9999, 1, 1)]), *odd]),
            chance.choice(["initial", "initial", "follow_up", "Follow-up", "final", *odd]),
            chance.choice(scores),
            chance.choice(["worker", "worker", "Child", None]),
        )
        for _ in range(500)
    ]


def as_table(kind: str, rows: Rows, theory: TheoryOfChange) -> ReadingsTable:
    frame = nw.from_native(KINDS[kind](rows, Path()))
    return kept_readings(columns_read(frame, "the rows given"), vocabulary(theory, dt.date(2026, 1, 1)))


def as_readings(rows: Rows, theory: TheoryOfChange) -> Readings:
    read = read_data(KINDS["dicts"](rows, Path()), theory, today=dt.date(2026, 1, 1))
    assert isinstance(read, Readings)
    return read


def plain(cells: PairCells) -> tuple[dict[Any, Any], ...]:
    """The counts as plain mappings, without those that count nothing."""
    return (
        {series: dict(counts) for series, counts in cells.changes.items()},
        dict(cells.once),
        {group: {part: dict(people) for part, people in parts.items()} for group, parts in cells.courses.items()},
        dict(cells.seen),
        dict(cells.informants),
    )


def said(readings: Readings | ReadingsTable) -> Mapping[str, object]:
    """What scores say of the rows that they are made from."""
    if isinstance(readings, ReadingsTable):
        return {
            "faults": readings.fault_lines,
            "left out": readings.rows_left_out,
            "indicators": readings.indicators,
            "informants": readings.informants,
            "several informants": readings.several_informants,
            "sites": readings.has_sites,
            "synthetic": readings.synthetic,
            "rows": readings.usable_rows,
        }
    return {
        "faults": readings.fault_lines,
        "left out": readings.rows_left_out,
        "indicators": readings.indicators,
        "informants": readings.informants,
        "several informants": readings.several_informants,
        "sites": readings.has_sites,
        "synthetic": readings.synthetic,
        "rows": len(readings.rows),
    }


def check_same(kind: str, rows: Rows, theory: TheoryOfChange, rules: Sequence[ChangeRule]) -> None:
    table, readings = as_table(kind, rows, theory), as_readings(rows, theory)
    assert said(table) == said(readings), kind
    groups = indicator_groups(theory)
    for rule in rules:
        counted = plain(table_cells(table, theory, rule, groups))
        assert counted == plain(counted_pairs(readings, theory, rule, groups)), (kind, rule)
    split = plain(table_cells(table, theory, rules[0], groups, by_informant=True))
    assert split == plain(counted_pairs(readings, theory, rules[0], groups, "informant")), kind
    plan = Plan(dt.date(2013, 9, 1), every=60, grace=30)
    assert table_due_series(table, plan) == due_series(readings.rows, plan), kind
    assert table_followed(table) == followed(readings), kind
    if readings.rows:
        assert score(theory, table).to_dict() == score(theory, readings).to_dict(), kind
    else:
        with pytest.raises(TocError) as refused:
            score(theory, table)
        with pytest.raises(TocError) as expected:
            score(theory, readings)
        assert str(refused.value) == str(expected.value)


@settings(max_examples=15)
@given(rows=rows_of(clean=False))
def test_rows_with_every_fault_are_left_out_and_the_others_counted_as_in_memory(
    rows: Rows, theory: TheoryOfChange
) -> None:
    check_same("polars", rows, theory, RULES[:1])


@pytest.mark.parametrize("kind", FRAMES)
@pytest.mark.parametrize("clean", [True, False], ids=["usable rows", "with faults"])
def test_every_library_counts_as_in_memory(kind: str, clean: bool, theory: TheoryOfChange) -> None:  # noqa: FBT001  # a parameter of the test
    check_same(kind, many_rows(clean=clean), theory, RULES if clean else RULES[:1])


@settings(max_examples=40)
@given(
    series=st.lists(
        st.lists(
            st.tuples(st.integers(0, 6), st.sampled_from(["initial", "follow_up", "final"]), st.integers(1, 5)),
            min_size=1,
            max_size=9,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_series_of_any_length_are_sifted_as_in_memory(
    series: list[list[tuple[int, str, int]]], theory: TheoryOfChange
) -> None:
    rows = [
        (f"p{number}", "wales", "stress", dt.date(2014, 1, 1) + dt.timedelta(day), kind, value, None)
        for number, readings in enumerate(series)
        for day, kind, value in readings
    ]
    check_same("polars", rows, theory, [ChangeRule(), ChangeRule(window=(1, 3))])


def test_every_series_of_two_to_four_readings_on_three_days_is_sifted_as_in_memory(theory: TheoryOfChange) -> None:
    moments = [(day, kind) for day in range(3) for kind in ("initial", "follow_up", "final")]
    series = [each for length in (2, 3, 4) for each in combinations_with_replacement(moments, length)]
    rows = [
        (f"p{number}", "wales", "stress", dt.date(2014, 1, 1 + day), kind, 1 + (number + at) % 5, None)
        for number, readings in enumerate(series)
        for at, (day, kind) in enumerate(readings)
    ]
    check_same("polars", rows, theory, [ChangeRule()])


@pytest.mark.parametrize("kind", ["polars", "DuckDB relation"])
def test_days_and_scores_that_are_too_many_to_be_told_by_their_sums_are_counted_as_in_memory(
    kind: str, theory: TheoryOfChange
) -> None:
    chance = random.Random(20153)  # noqa: S311  # test data
    first, last = dt.date(1900, 1, 1), dt.date(2025, 1, 1)
    rows = [
        (f"p{number}", "wales", "mood", day, when, chance.randrange(1000) / 1000, None)
        for number in range(300)
        for day, when in [(first, "initial"), (last, "final"), *chance.sample(MIDDLE, chance.randrange(4))]
    ]
    table = as_table(kind, rows, theory)
    assert table.packing.solved < 4
    check_same(kind, rows, theory, [ChangeRule()])


def test_a_library_that_gives_up_while_counting_is_told_in_one_line_without_its_own_words(
    theory: TheoryOfChange,
) -> None:
    table = as_table("polars", many_rows(clean=True), theory)
    broken = replace(table, series=nw.from_native(pl.LazyFrame({"CANARY": [1]})))
    with pytest.raises(TocError) as refused:
        table_cells(broken, theory, ChangeRule(), indicator_groups(theory))
    assert refused.value.message == "The readings of the rows given cannot be counted here."
    assert refused.value.hint == (
        "The library that counts it ends with ColumnNotFoundError. "
        "Save it as a CSV or Parquet file, and give that."
    )
    assert "CANARY" not in str(refused.value)
