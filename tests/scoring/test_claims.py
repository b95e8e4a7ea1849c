"""Printed numbers worked out again, with rounding understood."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.loading import from_dict, load
from toc.model import TheoryOfChange
from toc.scoring import CheckedClaim, checked_claims, decimals_of, score

COUNTS = [{"indicator": "stress", "improved": 25, "no_change": 6, "worsened": 3}]


def theory_with(claims: dict[str, dict[str, Any]], **sections: object) -> TheoryOfChange:
    model = {
        "toc": 1,
        "id": "advice",
        "title": "Advice service",
        "units": {"family": {"label": "families"}, "individual": {"label": "individuals"}},
        "outputs": {"helped": {"label": "Families helped", "count": 40, "unit": "family"}},
        "outcomes": {"short_term": {"calm": {"label": "Calmer homes"}, "trust": {"label": "More trust"}}},
        "scales": {"five": {"lowest": 1, "highest": 5, "better": "higher"}},
        "indicators": {
            "stress": {"label": "Stress", "measures": ["calm"], "scale": "five"},
            "asks": {"label": "Asks", "measures": ["trust"], "scale": "five"},
        },
        "coverage": {"people": 134, "with_two": 85},
        "claims": {key: {"label": key, **claim} for key, claim in claims.items()},
    }
    return from_dict({**model, **sections})


def checked(claim: dict[str, Any], data: object = COUNTS) -> CheckedClaim:
    theory = theory_with({"it": claim})
    (found,) = checked_claims(theory, score(theory, data) if data else None)
    return found


@pytest.mark.parametrize(
    ("change", "pairs"), [("improved", 25), ("no_change", 6), ("worsened", 3), ("not_improved", 9)]
)
@pytest.mark.parametrize("subject", ["stress", "calm"])
def test_a_share_and_a_count_are_those_of_the_pairs_of_an_indicator_or_outcome(
    change: str, pairs: int, subject: str
) -> None:
    share = checked({"printed": 0, "unit": "percent", "about": {"share": change, "of": subject}})
    count = checked({"printed": 0, "about": {"count": change, "of": subject}})
    assert (share.numerator, share.denominator, share.computed) == (pairs, 34, 100 * pairs / 34)
    assert (count.numerator, count.denominator, count.computed) == (pairs, None, pairs)


def test_a_share_without_a_unit_is_a_fraction() -> None:
    found = checked({"printed": 0.74, "about": {"share": "improved", "of": "stress"}})
    assert (found.computed, found.agrees) == (25 / 34, True)


@pytest.mark.parametrize(
    ("printed", "agrees"), [(26, True), (26.5, True), (26.47, True), (16, False), (27, False), (26.4, False)]
)
def test_a_number_agrees_within_half_a_unit_of_its_last_decimal(printed: float, agrees: bool) -> None:  # noqa: FBT001  # a parameter of the test
    about = {"share": "not_improved", "of": "stress"}
    assert checked({"printed": printed, "unit": "percent", "about": about}).agrees is agrees


@pytest.mark.parametrize(("number", "agrees"), [(264, True), (265, True), (266, False), (255, True), (254, False)])
def test_half_a_unit_may_be_rounded_up_or_down(number: int, agrees: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert (
        checked({"printed": 26, "unit": "percent", "about": {"number": number, "out_of": 1000}}).agrees is agrees
    )


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 3))
def test_a_share_printed_with_any_number_of_decimals_agrees_and_its_neighbours_do_not(
    number: int, out_of: int, decimals: int
) -> None:
    step = Decimal(1).scaleb(-decimals)
    right = (Decimal(100 * number) / out_of).quantize(step)

    def agrees(printed: Decimal) -> bool | None:
        value = float(printed) if decimals else int(printed)
        about = {"number": number, "out_of": out_of}
        (found,) = checked_claims(theory_with({"it": {"printed": value, "unit": "percent", "about": about}}))
        # A number that ends in 0 is read with fewer decimals than it was printed with.
        return None if decimals_of(value) != decimals else found.agrees

    assert agrees(right) in (True, None)
    assert not agrees(right + 2 * step)
    assert not agrees(right - 2 * step)


def test_a_tolerance_widens_what_agrees_by_just_so_much() -> None:
    about = {"number": 25, "out_of": 79}
    near, far = (
        checked({"printed": 33, "unit": "percent", "tolerance": tolerance, "about": about})
        for tolerance in (0.9, 0.8)
    )
    assert (near.agrees, far.agrees) == (True, False)


@pytest.mark.parametrize(
    ("qualifier", "parts", "agrees"),
    [("at_least", [700, 270], False), ("at_least", [700, 300], True), ("at_least", [700, 400], True),
     ("more_than", [700, 300], False), ("more_than", [700, 301], True)],
)  # fmt: skip
def test_a_bound_is_reached_or_passed_and_not_rounded(qualifier: str, parts: list[int], agrees: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert checked({"printed": 1000, "qualifier": qualifier, "about": {"sum": parts}}).agrees is agrees


def test_a_percentage_of_another_unit_never_agrees() -> None:
    about = {"number": 20, "out_of": 134, "unit": "individual"}
    right, wrong = (
        checked({"printed": 15, "unit": "percent", "about": {**about, "out_of_unit": unit}})
        for unit in ("individual", "family")
    )
    assert (right.agrees, wrong.agrees, wrong.units_differ) == (True, False, True)


def test_a_ratio_of_two_units_is_no_percentage_and_agrees() -> None:
    about = {"number": 134, "out_of": 79, "unit": "individual", "out_of_unit": "family"}
    assert checked({"printed": 1.7, "about": about}).agrees is True


def test_a_count_of_an_output_is_of_its_own_unit() -> None:
    right, number, unit = (
        checked({"printed": printed, "unit": unit, "about": {"output": "helped"}})
        for printed, unit in ((40, "family"), (41, "family"), (40, "individual"))
    )
    assert (right.agrees, number.agrees, unit.agrees) == (True, False, False)


def test_coverage_is_that_of_the_data_and_without_data_that_of_the_model() -> None:
    claim = {"printed": 63.4, "unit": "percent", "about": {"coverage": True}}
    days = (("initial", "2013-01-01", 2), ("follow_up", "2013-06-01", 4))
    rows = [
        {"person": f"p{who}", "indicator": "stress", "date": day, "kind": kind, "score": points}
        for who in (1, 2)
        for kind, day, points in days[:who]
    ]
    (found, model) = (checked(claim, data) for data in (rows, None))
    assert (found.numerator, found.denominator, found.agrees) == (1, 2, False)
    assert (model.numerator, model.denominator, model.agrees) == (85, 134, True)


@pytest.mark.parametrize("data", [None, [{"indicator": "asks", "improved": 9, "no_change": 1, "worsened": 0}]])
def test_a_share_of_which_there_are_no_data_stays_open(data: object) -> None:
    found = checked({"printed": 16, "unit": "percent", "about": {"share": "improved", "of": "stress"}}, data)
    assert (found.computed, found.agrees, found.verified) == (None, None, False)


def test_two_sources_agree_within_the_rounding_of_the_coarser() -> None:
    claims = {
        "table": {"printed": 63.4, "unit": "percent", "about": {"coverage": True}},
        "text": {"printed": 63, "unit": "percent", "about": {"same_as": "table"}},
        "leaflet": {"printed": 64, "unit": "percent", "about": {"same_as": "table"}},
        "other": {"printed": 63.4, "about": {"same_as": "table"}},
    }
    agree = {found.claim.id: found.agrees for found in checked_claims(theory_with(claims))}
    assert agree == {"table": True, "text": True, "leaflet": False, "other": False}


def test_what_was_worked_back_from_the_printed_number_is_not_verified() -> None:
    about = {"number": 38, "out_of": 83}
    claim = {"printed": 45.8, "unit": "percent", "about": about}
    found = [checked({**claim, **basis}) for basis in ({}, {"basis": "stated"}, {"basis": "inferred"})]
    assert [(one.agrees, one.verified) for one in found] == [(True, True), (True, True), (True, False)]


BASE = """\
toc: 1
id: base
title: Base
outputs: {helped: {label: Families helped, count: 40, unit: family}}
units: {family: {label: families}}
sites: {a: a.yaml, b: b.yaml}
claims:
  all: {label: All, printed: 40, unit: family, about: {output: helped, total: sites}}
"""
SITE = "toc: 1\nextends: base.yaml\nsite: {id: ID, name: ID}\nchange: {helped: {count: 20}}\n"
BESIDE = """\
toc: 1
extends: base.yaml
add:
  claims:
    all: {label: All, printed: 41, about: {output: helped, total: sites}}
"""


def saved(folder: Path, **changed: str) -> Path:
    files = {"base": BASE, "a": SITE.replace("ID", "a"), "b": SITE.replace("ID", "b"), "beside": BESIDE, **changed}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def computed(path: Path) -> list[tuple[float | None, bool | None]]:
    return [(found.computed, found.agrees) for found in checked_claims(load(path))]


def test_a_total_over_the_sites_is_the_sum_of_what_their_own_files_count(tmp_path: Path) -> None:
    folder = saved(tmp_path)
    assert computed(folder / "base.yaml") == [(40, True)]
    assert computed(folder / "beside.yaml") == [(40, False)]


@pytest.mark.parametrize(
    "site",
    [
        SITE.replace("ID", "b").replace("change: {helped: {count: 20}}\n", ""),
        SITE.replace("ID", "b").replace("{count: 20}", "{count: 20, unit: null}"),
        "toc: 1\nextends: base.yaml\nwrong: key\n",
        "toc: 1\nid: b\ntitle: Another\n",
    ],
    ids=["no count of its own", "another unit", "a fault", "another model"],
)
def test_a_total_over_sites_of_which_one_is_not_known_stays_open(tmp_path: Path, site: str) -> None:
    assert computed(saved(tmp_path, b=site) / "base.yaml") == [(None, None)]


def test_what_extends_a_base_does_not_take_over_its_claims(tmp_path: Path) -> None:
    folder = saved(tmp_path)
    assert (dict(load(folder / "a.yaml").claims), list(load(folder / "beside.yaml").claims)) == ({}, ["all"])
    assert load(folder / "beside.yaml").claims["all"].printed == 41
