"""Readings that stay in the library that holds them are counted as those that are read row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import narwhals as nw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables_made import KINDS, Rows
from toc.data import Readings, ReadingsTable, read_data, told
from toc.data.dataset import vocabulary
from toc.data.frames.readings_frame import kept_readings
from toc.data.frames.table_frame import columns_read
from toc.model import TheoryOfChange
from toc.scoring.change_rule import ChangeRule
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.indicator_groups import indicator_groups
from toc.scoring.pair_cells import PairCells
from toc.scoring.reliability import Reliability
from toc.scoring.table_cells import table_cells

FRAMES = ["polars", "pandas", "pandas, nullable types", "pandas, objects", "pyarrow", "DuckDB relation"]
READ = frozenset(("person", "site", "indicator", "date", "kind", "score", "informant", "who", "area", "source"))
DAYS = [dt.date(2013, 4, 1), dt.date(2013, 6, 30), dt.date(2013, 9, 1), dt.date(2014, 1, 5)]
RULES = [
    ChangeRule(),
    ChangeRule(final_only=True),
    ChangeRule(min_step=2),
    ChangeRule(reliable={"five": Reliability(1.0, 0.8), "tenths": Reliability(0.1, 0.8)}),
]


NAMES = ["stress", "Worry", "mood"]


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


def as_table(kind: str, rows: Rows, theory: TheoryOfChange) -> ReadingsTable:
    frame = nw.from_native(KINDS[kind](rows, Path()))
    return kept_readings(columns_read(frame, "the rows given", READ), vocabulary(theory, dt.date(2026, 1, 1)))


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
    )


def said(readings: Readings | ReadingsTable) -> Mapping[str, object]:
    """What scores say of the rows that they are made from."""
    if isinstance(readings, ReadingsTable):
        return {
            "faults": readings.fault_lines,
            "left out": readings.rows_left_out,
            "indicators": readings.indicators,
            "several informants": readings.several_informants,
            "rows": readings.usable_rows,
        }
    whose: dict[tuple[str, ...], set[str]] = {}
    for row in readings.rows:
        whose.setdefault(row.series[:3], set()).add(row.informant)
    return {
        "faults": told(readings.faults),
        "left out": readings.rows_left_out,
        "indicators": frozenset(row.indicator for row in readings.rows),
        "several informants": any(len(informants) > 1 for informants in whose.values()),
        "rows": len(readings.rows),
    }


def check_same(kind: str, rows: Rows, theory: TheoryOfChange, rules: Sequence[ChangeRule]) -> None:
    table, readings = as_table(kind, rows, theory), as_readings(rows, theory)
    assert said(table) == said(readings), kind
    groups = indicator_groups(theory)
    for rule in rules:
        counted = plain(table_cells(table, theory, rule, groups))
        assert counted == plain(counted_pairs(readings, theory, rule, groups)), (kind, rule)


@pytest.mark.parametrize("kind", FRAMES)
@settings(max_examples=4)
@given(rows=rows_of(clean=True))
def test_usable_rows_are_counted_alike_in_every_library(kind: str, rows: Rows, theory: TheoryOfChange) -> None:
    check_same(kind, rows, theory, RULES)


@pytest.mark.parametrize("kind", FRAMES)
@settings(max_examples=8)
@given(rows=rows_of(clean=False))
def test_rows_with_every_fault_are_left_out_alike_in_every_library(
    kind: str, rows: Rows, theory: TheoryOfChange
) -> None:
    check_same(kind, rows, theory, RULES[:1])
