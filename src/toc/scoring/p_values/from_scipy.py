"""P values worked out by scipy: the sign test, Wilcoxon's signed ranks, and Benjamini and Hochberg's rule."""

from __future__ import annotations

from collections.abc import Sequence

from scipy import stats  # type: ignore[import-untyped]  # it ships no types

from toc.scoring.rank_test import ZERO_METHOD, RankMethod, RankTest

__all__ = ["benjamini_hochberg", "chance_limits", "sign_test", "signed_ranks"]

_TABLED = 50
"""Up to how many changes scipy knows the exact distribution of ranks without ties."""

_COUNTED = 13
"""Up to how many changes all signs are tried out where ranks are tied: 2 to the power of 13 ways."""


def sign_test(better: int, worse: int) -> float:
    """Return the two-sided exact p of better against worse; those without change take no part.

    It is the binomial test of a half (Dixon and Mood 1946). Of yes-or-no answers it is McNemar's exact test.
    """
    return float(stats.binomtest(better, better + worse, 0.5).pvalue)


def signed_ranks(steps: Sequence[float]) -> RankTest:
    """Test steps for the better (above 0) against steps for the worse by their ranks (Wilcoxon 1945).

    Steps of 0 are dropped before ranking; at least one must be left. Ranks that are tied share their mean. The p
    is exact with up to 50 changes without ties or 13 with them, else that of the normal distribution, corrected
    for ties and not for continuity.
    """
    changes = [step for step in steps if step]
    method = _method(changes)
    how = {"exact": "exact", "every sign": _every_sign(), "normal": "approx"}[method]
    both = stats.wilcoxon(changes, zero_method=ZERO_METHOD, method=how)
    ranks = stats.rankdata([abs(step) for step in changes])
    better = sum(float(rank) for step, rank in zip(changes, ranks, strict=True) if step > 0)
    named: RankMethod = "normal" if method == "normal" else "exact"
    return RankTest(len(changes), float(both.statistic), better, min(1.0, float(both.pvalue)), named)


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the adjusted p of each, in the same order (Benjamini and Hochberg 1995)."""
    return tuple(float(p) for p in stats.false_discovery_control(p_values, method="bh"))


def chance_limits(n: int, share: float, level: float) -> tuple[int, int]:
    """Return the fewest and the most of `n` that chance gives where a `share` is to be expected of them.

    They are the quantiles of the binomial distribution (Spiegelhalter 2005) that leave half of what is outside
    `level`, a fraction as 0.95, on either side.
    """
    outside = (1 - level) / 2
    return int(stats.binom.ppf(outside, n, share)), int(stats.binom.ppf(1 - outside, n, share))


def _method(changes: Sequence[float]) -> str:
    tied = len({abs(step) for step in changes}) < len(changes)
    if tied:
        return "every sign" if len(changes) <= _COUNTED else "normal"
    return "exact" if len(changes) <= _TABLED else "normal"


def _every_sign() -> stats.PermutationMethod:
    return stats.PermutationMethod(n_resamples=2**_COUNTED)
