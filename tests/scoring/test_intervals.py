from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from toc.scoring import Course, Interval, clustered_wilson, missing_data_bounds, wilson


@pytest.mark.parametrize(
    ("improved", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_published_intervals_of_newcombe_1998_table_1_method_3(
    improved: int, n: int, low: float, high: float
) -> None:
    interval = wilson(improved, n)
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_scipy(case: tuple[int, int]) -> None:
    improved, n = case
    expected = binomtest(improved, n).proportion_ci(method="wilson")
    interval = wilson(improved, n)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_there_is_no_interval_without_pairs() -> None:
    assert wilson(0, 0) is None
    assert missing_data_bounds(0, 0, 0) is None


def test_clusters_of_one_pair_each_give_the_simple_interval() -> None:
    clustered, simple = clustered_wilson({Course(1, 1, 0): 14, Course(1, 0, 0): 7}), wilson(14, 21)
    assert clustered is not None
    assert simple is not None
    assert (clustered.low, clustered.high) == pytest.approx((simple.low, simple.high))


def test_copying_every_pair_of_a_person_adds_no_certainty() -> None:
    """Two equal pairs per person: the design effect of Kish is (2C - 1) / (C - 1) for C people."""
    people = 21
    effective = 2 * people * (people - 1) / (2 * people - 1)
    expected = wilson(effective * 14 / 21, effective)
    clustered = clustered_wilson({Course(2, 2, 0): 14, Course(2, 0, 0): 7})
    assert clustered is not None
    assert expected is not None
    assert (clustered.low, clustered.high) == pytest.approx((expected.low, expected.high))


def test_clusters_never_make_an_interval_narrower() -> None:
    balanced, simple = clustered_wilson({Course(2, 1, 0): 10}), wilson(10, 20)
    assert balanced is not None
    assert simple is not None
    assert (balanced.low, balanced.high) == pytest.approx((simple.low, simple.high))


def test_where_everybody_improved_each_person_counts_as_one_pair() -> None:
    assert clustered_wilson({Course(3, 3, 0): 8}) == wilson(8, 8)


@pytest.mark.parametrize("people", [{}, {Course(3, 2, 0): 1}])
def test_fewer_than_two_people_have_no_interval_by_person(people: dict[Course, int]) -> None:
    assert clustered_wilson(people) is None


def test_bounds_take_the_unseen_for_none_and_for_all_improved() -> None:
    assert missing_data_bounds(14, 21, 9) == Interval(14 / 30, 23 / 30)
