"""Counts with units: what adds, what is refused, and how exact a sum is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.loading import loads
from toc.model import Output, Qualifier, Quantity, total

MODEL = """\
toc: 1
id: m
title: T
units:
  family: {label: families}
  individual: {label: individuals}
outputs:
  families: {label: Families, count: 79, unit: family}
  people: {label: People, count: 134, unit: individual, qualifier: at_least}
  leaflets: {label: Leaflets, count: 500}
  calls: {label: Calls, unit: family}
"""
QUALIFIERS: tuple[Qualifier | None, ...] = (None, "at_least", "more_than", "estimate")
COUNTS = st.integers(0, 10**6)
FAMILIES = st.builds(Quantity, COUNTS, st.just("family"), st.sampled_from(QUALIFIERS))


def families(count: int, qualifier: Qualifier | None = None) -> Quantity:
    return Quantity(count, "family", qualifier)


def output(key: str) -> Output:
    return loads(MODEL).outputs[key]


def test_an_output_has_its_count_unit_and_qualifier_as_one_quantity() -> None:
    assert output("people").quantity == Quantity(134, "individual", "at_least")


def test_an_output_without_a_count_has_no_quantity() -> None:
    assert output("calls").quantity is None


def test_families_of_the_three_sites_add_up_to_those_of_the_service() -> None:
    """Barnardo's 2015, Table 1: 39 in Bristol, 23 on the Isle of Wight and 17 in South East Wales make 79."""
    assert families(39) + families(23) + families(17) == families(79)
    assert sum([families(39), families(23), families(17)]) == families(79)
    assert total([families(39), families(23), families(17)]) == families(79)


def test_counts_of_different_units_are_refused_in_the_words_of_the_model() -> None:
    one, other = output("families").quantity, output("people").quantity
    assert one is not None
    assert other is not None
    for add in (lambda: one + other, lambda: sum([one, other]), lambda: total([one, other])):
        with pytest.raises(TocError) as refused:
            add()
        assert str(refused.value) == (
            "families and individuals are different units and cannot be added. Add each unit by itself."
        )


def test_a_unit_that_the_model_has_no_words_for_is_named_by_its_id() -> None:
    with pytest.raises(TocError, match=r"^family and child are different units"):
        Quantity(1, "family") + Quantity(1, "child")


@pytest.mark.parametrize(("one", "other"), [(None, None), (None, "family"), ("family", None)])
def test_a_count_without_a_unit_is_added_to_nothing(one: str | None, other: str | None) -> None:
    with pytest.raises(TocError) as refused:
        Quantity(1, one) + Quantity(1, other)
    assert str(refused.value) == (
        "a count without a unit cannot be added: nobody knows what it counts. Give the output a `unit`."
    )


def test_a_bare_number_is_not_added_to_a_quantity() -> None:
    with pytest.raises(TypeError):
        families(3) + 4
    with pytest.raises(TypeError):
        4 + families(3)


def test_a_sum_with_an_unknown_count_is_unknown() -> None:
    assert total([families(39), None, families(17)]) is None


def test_the_sum_of_nothing_is_unknown_and_not_zero() -> None:
    assert total([]) is None


def test_units_are_compared_where_a_count_is_unknown_too() -> None:
    with pytest.raises(TocError):
        total([families(1), None, Quantity(1, "child")])


@pytest.mark.parametrize(
    ("one", "other", "of_the_sum"),
    [
        (None, None, None),
        (None, "at_least", "at_least"),
        (None, "more_than", "more_than"),
        (None, "estimate", "estimate"),
        ("at_least", "at_least", "at_least"),
        ("at_least", "more_than", "more_than"),
        ("at_least", "estimate", "estimate"),
        ("more_than", "more_than", "more_than"),
        ("more_than", "estimate", "estimate"),
        ("estimate", "estimate", "estimate"),
    ],
)
def test_a_sum_is_as_weak_as_the_weaker_of_the_two(
    one: Qualifier | None, other: Qualifier | None, of_the_sum: Qualifier | None
) -> None:
    assert families(1, one) + families(2, other) == families(3, of_the_sum)
    assert families(1, other) + families(2, one) == families(3, of_the_sum)


@given(FAMILIES, FAMILIES, FAMILIES)
def test_counts_may_be_added_in_any_order(one: Quantity, two: Quantity, three: Quantity) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert total([one, two, three]) == total([three, one, two])


@given(COUNTS, COUNTS, COUNTS, COUNTS, st.sampled_from(QUALIFIERS[:3]), st.sampled_from(QUALIFIERS[:3]))
def test_a_sum_claims_nothing_that_its_parts_do_not_bear_out(
    one: int, more: int, other: int, beyond: int, first: Qualifier | None, second: Qualifier | None
) -> None:
    """Whatever true numbers two counts may stand for, the sum of these is one that the added count allows."""
    truth = one + _excess(more, first) + other + _excess(beyond, second)
    added = families(one, first) + families(other, second)
    allowed = {None: truth == added.count, "at_least": truth >= added.count, "more_than": truth > added.count}
    assert allowed[added.qualifier]


def _excess(size: int, qualifier: Qualifier | None) -> int:
    return {None: 0, "at_least": size, "more_than": size + 1}[qualifier]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(79, "family", None, "families"), "79 families"),
        (Quantity(1000, "professional", "at_least", "professionals"), "at least 1,000 professionals"),
        (Quantity(120, "organisation", "more_than"), "more than 120 organisation"),
        (Quantity(2.5, None, "estimate"), "about 2.5"),
    ],
)
def test_a_quantity_reads_as_a_person_says_it(quantity: Quantity, words: str) -> None:
    assert str(quantity) == words
