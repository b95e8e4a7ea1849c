"""The lines that stand under tests: what each of them assumes, what was refused and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.scoring.indicator_test import FEWEST_CHANGED, IndicatorTest
from toc.scoring.rank_test import ZERO_METHOD

__all__ = ["assumptions"]

_NOT_CAUSE = (
    "A small p does not say what brought the change about: without a comparison group, time, chance and the "
    "return of extreme scores to the middle look the same."
)
_SIGN = (
    "Sign test (two-sided, exact; pairs without change dropped): were better and worse equally likely? Assumes "
    "that each pair of an indicator is of another person, and that people do not influence one another."
)
_DOMINANCE = "Dominance: (improved - worsened) / n, from -1 to 1; an effect size, which assumes nothing more."
_RANKS = (
    f"Wilcoxon signed ranks (two-sided; zero method {ZERO_METHOD}: steps of 0 dropped before ranking). Assumes "
    "also that steps can be put in order of size, and would lie evenly around 0 if nothing had changed. T is the "
    "smaller rank sum; how says whether p is exact or from the normal distribution."
)
_BISERIAL = "Biserial: matched-pairs rank-biserial (Kerby 2014), ranks for the better less those for the worse."
_NOT_KNOWN = (
    "Not known from published counts: ranks of steps, people with one reading, the share if they had improved, "
    "and pairs already at best."
)
_PUBLISHED = (
    "For publication: indicators of which a count is hidden are left out and count as p = 1, and tests of ranks "
    "are not shown, since ranks tell how far single people went."
)
_FEW = (
    f"Refused: with fewer than {FEWEST_CHANGED} changed pairs no result could have a p below .05 (5 better and "
    "none worse give .0625)."
)
_REPEATED = "Refused: one person stands in several pairs of an indicator, as with several informants: {labels}."


def assumptions(
    tests: Sequence[IndicatorTest], *, ranked: bool, synthetic: bool, published_of: int | None = None
) -> tuple[str, ...]:
    """Return the lines that belong under these tests; `ranked` where the steps are known, not only counts.

    Of tests for publication, `published_of` is how many indicators they were adjusted for.
    """
    return tuple(_lines(tests, ranked=ranked, synthetic=synthetic, published_of=published_of))


def _lines(
    tests: Sequence[IndicatorTest], *, ranked: bool, synthetic: bool, published_of: int | None
) -> Iterator[str]:
    if synthetic:
        yield "SYNTHETIC: these data are made up; nothing may be concluded from their tests."
    yield _NOT_CAUSE
    if any(test.refused == "few_changed" for test in tests):
        yield _FEW
    if repeated := [test.indicator.shown_label for test in tests if test.refused == "people_repeated"]:
        yield _REPEATED.format(labels=", ".join(repeated))
    yield _SIGN
    yield _DOMINANCE
    if ranked:
        yield _RANKS
        yield _BISERIAL
    else:
        yield _NOT_KNOWN if published_of is None else _PUBLISHED
    yield _of_many(len(tests) if published_of is None else published_of)


def _of_many(family: int) -> str:
    if family == 1:
        return "Holm, BH: there is one indicator only, so nothing had to be adjusted."
    return (
        f"Holm: p adjusted so that one false alarm or more among all {family} indicators is rare, whatever they "
        "have to do with one another. BH (Benjamini-Hochberg): of those with a BH below .05, 5 % at most are "
        "false alarms on average; assumes that indicators do not move against one another. A refused test counts "
        "as p = 1."
    )
