"""P values against printed answers; where the original was not opened, the test says so."""

from __future__ import annotations

import sys
from itertools import product
from math import comb, sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.errors import TocError
from toc.scoring import p_values
from toc.scoring.holm import holm
from toc.scoring.p_values import benjamini_hochberg, sign_test, signed_ranks

MAIZE = [6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]
"""Wilcoxon 1945, as quoted in the documentation of scipy.stats.wilcoxon; the original was not opened."""

THROMBOLYSIS = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
    1.0,
]  # fmt: skip
"""Benjamini and Hochberg 1995, as quoted in the documentation of scipy.stats.false_discovery_control."""

CRITICAL = {
    6: 0, 7: 0, 8: 0, 9: 1, 10: 1, 11: 1, 12: 2, 13: 2, 14: 2, 15: 3, 16: 3, 17: 4, 18: 4, 19: 4, 20: 5, 21: 5,
    22: 5, 23: 6, 24: 6, 25: 7,
}  # fmt: skip
"""Triola, Elementary Statistics, Table A-7 (page 741): the most of the rarer sign at .05, two tails.

For n below 6 it has none.
"""


@pytest.mark.parametrize(("better", "worse", "p"), [(46, 1, "6.8e-13"), (25, 3, "2.7e-05")])
def test_access_and_stress_have_the_p_worked_out_for_table_4(better: int, worse: int, p: str) -> None:
    """The counts are Barnardo's 2015, Table 4; it prints no p, so this one is that of binomial coefficients."""
    n = better + worse
    by_hand = 2 * sum(comb(n, k) for k in range(worse + 1)) / 2**n
    assert (f"{sign_test(better, worse):.1e}", f"{by_hand:.1e}") == (p, p)


def test_the_sign_test_has_the_critical_values_of_triola_table_a_7() -> None:
    assert {n: max(k for k in range(n // 2 + 1) if sign_test(n - k, k) <= 0.05) for n in CRITICAL} == CRITICAL


def test_no_outcome_of_5_changed_pairs_has_a_p_below_05() -> None:
    assert min(sign_test(5 - worse, worse) for worse in range(6)) == 0.0625


def test_the_ranks_of_maize_give_24_and_0_04126() -> None:
    """As the documentation of scipy.stats.wilcoxon prints it, exact; the smaller sum of ranks is 24 of 120."""
    found = signed_ranks(MAIZE)
    assert (found.statistic, round(found.p, 5), found.method) == (24, 0.04126, "exact")
    assert (found.better_ranks, found.rank_biserial) == (96, pytest.approx((96 - 24) / 120))


@given(st.lists(st.integers(-4, 4).filter(bool), min_size=1, max_size=9))
def test_ranks_with_few_ties_are_tried_out_with_every_sign(steps: list[int]) -> None:
    found = signed_ranks([*steps, 0, 0])
    ranks = [
        sum(abs(other) < abs(step) for other in steps) + (sum(abs(other) == abs(step) for other in steps) + 1) / 2
        for step in steps
    ]
    better = sum(rank for rank, step in zip(ranks, steps, strict=True) if step > 0)
    away = abs(better - sum(ranks) / 2)
    sums = [sum(chosen) for chosen in product(*((0, rank) for rank in ranks))]
    p = sum(abs(each - sum(ranks) / 2) >= away - 1e-9 for each in sums) / len(sums)
    assert (found.changed, found.better_ranks, found.method) == (len(steps), better, "exact")
    assert found.p == pytest.approx(p)


def test_many_ranks_with_ties_follow_the_normal_distribution_with_its_variance_corrected_for_ties() -> None:
    """The formula of the textbooks, without correction for continuity, worked out here by hand."""
    steps = [1] * 10 + [2] * 4 + [-1] * 3 + [-3]
    n, ties = len(steps), (13, 4, 1)
    variance = n * (n + 1) * (2 * n + 1) / 24 - sum(t**3 - t for t in ties) / 48
    worse = 3 * 7 + 18
    p = 2 * NormalDist().cdf((worse - n * (n + 1) / 4) / sqrt(variance))
    found = signed_ranks(steps)
    assert (found.statistic, found.method) == (worse, "normal")
    assert found.p == pytest.approx(p)


@pytest.mark.parametrize(("changes", "method"), [(50, "exact"), (51, "normal")])
def test_ranks_without_ties_are_exact_up_to_50_changes(changes: int, method: str) -> None:
    assert signed_ranks([(-1) ** step * step for step in range(1, changes + 1)]).method == method


@pytest.mark.parametrize(("changes", "method"), [(13, "exact"), (14, "normal")])
def test_ranks_with_ties_are_exact_up_to_13_changes(changes: int, method: str) -> None:
    assert signed_ranks([1, -1] + [2] * (changes - 2)).method == method


def test_all_better_has_a_rank_biserial_of_1_and_all_worse_of_minus_1() -> None:
    assert [signed_ranks(steps).rank_biserial for steps in ([1, 2, 3], [-1, -2, -3])] == [1, -1]


def test_benjamini_and_hochberg_reject_4_of_15() -> None:
    """As they do in 1995, section 4.1, by the documentation of scipy; the original was not opened."""
    assert [p <= 0.05 for p in benjamini_hochberg(THROMBOLYSIS)] == [True] * 4 + [False] * 11


def test_holm_rejects_the_first_3_of_these_15_as_bonferroni_does() -> None:
    """Three by Bonferroni in Benjamini and Hochberg 1995, by the documentation of scipy."""
    adjusted = holm(THROMBOLYSIS)
    assert [p <= 0.05 for p in adjusted] == [True] * 3 + [False] * 12
    assert adjusted[3] == pytest.approx(0.114)


def test_holm_rejects_the_first_and_the_fourth_of_four() -> None:
    """The example of Wikipedia's "Holm-Bonferroni method"; the adjusted p is the highest so far of (4 - i) p."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_lies_between_the_raw_p_and_bonferroni(raw: list[float]) -> None:
    for p, adjusted in zip(raw, holm(raw), strict=True):
        assert p <= adjusted <= min(1.0, len(raw) * p)


def test_without_scipy_one_line_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "scipy"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "toc.scoring.p_values.from_scipy")
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(TocError) as caught:
        p_values.sign_test(6, 0)
    assert str(caught.value) == (
        "Tests need scipy, which is not installed here or cannot be loaded. Install it with: "
        'pip install "scipy>=1.15"'
    )


def test_a_name_that_is_no_p_value_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 't_test'"):
        _ = p_values.t_test
