"""Designs of studies on the Maryland scale, as whatworksgrowth.org uses it, and where it does not rate them."""

from __future__ import annotations

import pytest

from toc.validation.catalogue.design_words import LADDER, NOT_RATED
from toc.validation.checks.design_ladder import DesignLadder

LEVELS = (NOT_RATED, *LADDER)
USUAL = DesignLadder.of(LEVELS.__getitem__, len(LADDER))


@pytest.mark.parametrize(
    ("design", "step"),
    [
        ("Randomised control trial (RCT)", 5),
        ("Instrumental variables", 4),
        ("Regression discontinuity design", 4),
        ("Difference-in-differences", 3),
        ("Propensity score matching", 3),
        ("Cross-sectional regression with control variables", 2),
        ("Before-and-after comparison with control variables", 2),
        ("Before and after, no comparison group", 1),
        ("Cross-sectional survey", 1),
    ],
)
def test_a_method_of_the_scoring_guide_stands_on_its_step(design: str, step: int) -> None:
    assert USUAL.step(design) == step


@pytest.mark.parametrize(
    ("design", "step"),
    [
        ("Non-randomised controlled trial", 3),
        ("Not randomised; matched schools", 3),
        ("Pre–post questionnaire without a control group", 1),
        ("Follow-up\nafter two years", 2),
        ("A random sample was interviewed", 1),
        ("Infarct rates of two towns", None),
    ],
)
def test_longer_words_are_read_before_those_within_them(design: str, step: int | None) -> None:
    assert USUAL.step(design) == step


@pytest.mark.parametrize(
    "design",
    ["Systematic review of randomised trials", "Process tracing with interviews", "", "What staff told us"],
)
def test_a_design_that_the_scale_does_not_rate_stands_nowhere(design: str) -> None:
    assert USUAL.step(design) is None


def test_no_word_stands_on_two_steps() -> None:
    words = [word for step in LEVELS for word in step]
    assert sorted(words) == sorted(set(words))


def test_a_ladder_without_words_knows_no_design() -> None:
    assert DesignLadder.of(lambda _: (), 5).step("Randomised controlled trial") is None
