from __future__ import annotations

from math import inf, nan

import pytest

from toc.errors import TocError
from toc.scoring import Reliability


def test_the_example_of_jacobson_and_truax_1991_has_a_reliable_change_index_of_minus_3_16() -> None:
    """From 47.5 to 32.5 with s = 7.5 and r = .80: SEM 3.35, S_diff 4.74. The original was not opened."""
    scale = Reliability(7.5, 0.8)
    assert (round(scale.standard_error, 2), round(scale.difference_error, 2)) == (3.35, 4.74)
    assert round(scale.index(47.5, 32.5), 2) == -3.16
    assert abs(47.5 - 32.5) > scale.cut_off


def test_on_a_five_point_item_with_s_1_and_r_8_a_reliable_change_takes_2_points() -> None:
    cut_off = Reliability(1, 0.8).cut_off
    assert 1 < cut_off < 2
    assert round(cut_off, 2) == 1.24


@pytest.mark.parametrize(
    ("s", "r"), [(0, 0.8), (-1, 0.8), (1, 1), (1, -0.1), (1, 80), (nan, 0.8), (1, nan), (inf, 0)]
)
def test_a_deviation_of_nothing_and_a_reliability_out_of_range_are_refused(s: float, r: float) -> None:
    with pytest.raises(TocError, match="above 0, and its reliability, from 0 to below 1"):
        Reliability(s, r)
