"""`IndicatorTest`: better against worse on one indicator, and what a test says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from toc.scoring.outcome_scores import IndicatorScore
from toc.scoring.rank_test import RankTest

__all__ = ["FEWEST_CHANGED", "AdjustedP", "IndicatorTest", "Refusal", "refusal_of"]

Refusal = Literal["few_changed", "people_repeated"]

FEWEST_CHANGED = 6
"""With 5 changed pairs, all for the better, the two-sided p is 2/32 = .0625: it cannot go below .05."""


@dataclass(frozen=True, slots=True)
class AdjustedP:
    """A two-sided p, and the same adjusted for how many indicators there are."""

    p: float
    holm: float
    benjamini_hochberg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTest:
    """What can be said of better against worse on one indicator that has pairs.

    `dominance` is (improved - worsened) / n, from -1 to 1. `sign` is the sign test; `ranks` Wilcoxon's signed
    ranks and `rank_p` their p, from readings only. Where `refused` says why, there is no test and all three are
    None.
    """

    indicator: IndicatorScore
    dominance: float
    refused: Refusal | None = None
    sign: AdjustedP | None = None
    ranks: RankTest | None = None
    rank_p: AdjustedP | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the test as plain values; None is "refused", or "not known" from published counts."""
        ranks = self.ranks
        return {
            "dominance": self.dominance,
            "test_refused": self.refused,
            **_named("sign", self.sign),
            "wilcoxon_statistic": ranks.statistic if ranks else None,
            "wilcoxon_method": ranks.method if ranks else None,
            **_named("wilcoxon", self.rank_p),
            "rank_biserial": ranks.rank_biserial if ranks else None,
        }


def refusal_of(indicator: IndicatorScore) -> Refusal | None:
    """Say why an indicator cannot be tested; None where it can.

    Too few pairs changed for any p below .05, or one person stands in several pairs, as with several informants.
    """
    if indicator.people is not None and indicator.n != indicator.people:
        return "people_repeated"
    changed = (indicator.improved or 0) + (indicator.worsened or 0)
    return "few_changed" if changed < FEWEST_CHANGED else None


def _named(test: str, found: AdjustedP | None) -> dict[str, float | None]:
    return {
        f"{test}_p": found.p if found else None,
        f"{test}_p_holm": found.holm if found else None,
        f"{test}_p_bh": found.benjamini_hochberg if found else None,
    }
