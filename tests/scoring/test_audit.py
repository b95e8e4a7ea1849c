"""The audit of hidden counts, against trying every table out and against a published one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toc.scoring.suppression import Audit, CountTable, Relation

A, B, C, N = ("a",), ("b",), ("c",), ("n",)
ROW = (Relation((N,), (A, B, C)),)


def told(table: CountTable, hidden: set, width: int, least: int = 0) -> set:
    return set(Audit(table, width, least=least).told(hidden))


def row(a: int, b: int, c: int) -> CountTable:
    return CountTable({A: a, B: b, C: c, N: a + b + c}, ROW)


def test_one_hidden_count_of_a_sum_is_worked_out_exactly():
    assert told(row(10, 4, 7), {B}, 5) == {B}


def test_two_hidden_counts_of_a_sum_are_told_too_nearly_where_their_sum_is_small():
    assert told(row(10, 3, 1), {B, C}, 5) == {B, C}


def test_two_hidden_counts_of_a_sum_are_safe_where_their_sum_is_as_large_as_the_width():
    assert told(row(10, 3, 2), {B, C}, 5) == set()


def test_to_know_that_no_zero_is_hidden_tells_more():
    assert told(row(10, 3, 2), {B, C}, 5, least=1) == {B, C}
    assert told(row(10, 5, 2), {B, C}, 5, least=1) == set()


def test_a_count_hidden_with_its_total_is_safe_since_nothing_bounds_it():
    assert told(row(10, 4, 7), {B, N}, 5) == set()


def test_a_count_that_cannot_be_above_another_is_told_by_it():
    table = CountTable({A: 3, B: 4}, (Relation((A,), (B,), at_most=True),))
    assert told(table, {A}, 5) == {A}
    assert told(table, {A}, 4) == set()


def test_where_nothing_is_hidden_nothing_is_told():
    assert told(row(1, 2, 3), set(), 5) == set()


def test_counts_that_nothing_fits_are_never_called_safe():
    table = CountTable({A: 3, B: 3}, (Relation((A,), (B,), at_most=True),))
    assert told(table, {A}, 5, least=4) == {A}


# R package GaussSuppression, vignette "Small count frequency table suppression", Table 1: counts by age and
# country with their totals; the four counts of Iceland and Portugal are hidden, because one of them is 0.
COUNTRIES = {"Iceland": (2, 3), "Portugal": (0, 4), "Spain": (5, 6)}


def vignette() -> CountTable:
    counts = {(age, country): both[at] for country, both in COUNTRIES.items() for at, age in enumerate(AGES)}
    counts |= {("Total", country): sum(both) for country, both in COUNTRIES.items()}
    counts |= {(age, "Total"): sum(both[at] for both in COUNTRIES.values()) for at, age in enumerate(AGES)}
    by_age = [Relation(((age, "Total"),), tuple((age, country) for country in COUNTRIES)) for age in AGES]
    by_country = [Relation((("Total", each),), tuple((age, each) for age in AGES)) for each in COUNTRIES]
    return CountTable(counts, (*by_age, *by_country))


AGES = ("young", "old")
HIDDEN = {(age, country) for age in AGES for country in ("Iceland", "Portugal")}


@pytest.mark.parametrize(("width", "expected"), [(2, set()), (3, HIDDEN)])
def test_the_published_pattern_leaves_three_values_for_each_hidden_count(width, expected):
    assert told(vignette(), HIDDEN, width) == expected


def test_with_one_count_less_hidden_the_published_table_gives_all_away():
    hidden = HIDDEN - {("old", "Portugal")}
    assert told(vignette(), hidden, 2) == hidden


GRID = [(row, column) for row in "xyt" for column in "abt"]
GRID_SUMS = (
    *(Relation(((row, "t"),), ((row, "a"), (row, "b"))) for row in "xyt"),
    *(Relation((("t", column),), (("x", column), ("y", column))) for column in "abt"),
)


@settings(max_examples=60, deadline=None)
@given(
    inner=st.tuples(*[st.integers(0, 4)] * 4),
    hidden=st.sets(st.sampled_from(GRID), min_size=1),
    width=st.integers(1, 4),
    least=st.integers(0, 1),
)
def test_the_audit_finds_what_trying_every_table_out_finds(inner, hidden, width, least):
    truth = grid(inner)
    hidden = {cell for cell in hidden if truth[cell] >= least}
    fitting = [
        other
        for other in map(grid, product(range(9), repeat=4))
        if all(other[cell] == truth[cell] for cell in GRID if cell not in hidden)
        and all(other[cell] >= least for cell in hidden)
    ]
    values = {cell: {each[cell] for each in fitting} for cell in hidden}
    close = {cell for cell, found in values.items() if max(found) - min(found) < width}
    assert told(CountTable(truth, GRID_SUMS), hidden, width, least) == close


def grid(inner: tuple[int, ...]) -> dict:
    (xa, xb), (ya, yb) = inner[:2], inner[2:]
    rows = {"x": (xa, xb, xa + xb), "y": (ya, yb, ya + yb), "t": (xa + ya, xb + yb, sum(inner))}
    return {(row, column): rows[row][at] for row in "xyt" for at, column in enumerate("abt")}
