"""`ScoreTests`: a test for every indicator of some scores, and what they assume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toc.scoring import p_values
from toc.scoring.assumptions import assumptions
from toc.scoring.holm import holm
from toc.scoring.indicator_test import AdjustedP, IndicatorTest, refusal_of
from toc.scoring.outcome_scores import IndicatorScore
from toc.scoring.rank_test import ZERO_METHOD
from toc.scoring.tests_html import tests_html

__all__ = ["ScoreTests", "adjusted_ps", "score_tests"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTests:
    """A test for each indicator that has pairs, in the order of the model.

    `ranked` says whether there were readings, and so ranks of steps. `notes` say what each test assumes, what was
    refused and what is not known; they belong under every table of these tests. The p values are adjusted for
    `family` indicators, of which those that are hidden for publication do not stand here.
    """

    indicators: tuple[IndicatorTest, ...]
    ranked: bool
    notes: tuple[str, ...]
    family: int

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "family": self.family,
            "zero_method": ZERO_METHOD if self.ranked else None,
            "indicators": [{"id": test.indicator.id, **test.to_dict()} for test in self.indicators],
            "notes": list(self.notes),
        }

    def _repr_html_(self) -> str:
        return tests_html(self.indicators, self.notes, ranked=self.ranked)

    def row(self, indicator: str) -> dict[str, Any]:
        """Return the test of one indicator as columns of a table; empty where it has no pairs."""
        found = (test for test in self.indicators if test.indicator.id == indicator)
        return next((test.to_dict() for test in found), {})


def score_tests(
    indicators: Sequence[IndicatorScore], steps: Mapping[str, Sequence[float]] | None, *, synthetic: bool
) -> ScoreTests:
    """Test better against worse on every indicator that has pairs.

    `steps` are those of each indicator by its id, above 0 for the better; None from published counts, where there
    are no ranks. Raises `TocError` where scipy is missing.
    """
    seen = [each for each in indicators if each.measured and each.n]
    refused = {each.id: refusal_of(each) for each in seen}
    tested = [each for each in seen if refused[each.id] is None]
    signs = {each.id: p_values.sign_test(each.improved or 0, each.worsened or 0) for each in tested}
    ranks = {each.id: p_values.signed_ranks(steps[each.id]) for each in tested} if steps is not None else {}
    sign_ps = adjusted_ps(signs, len(seen))
    rank_ps = adjusted_ps({key: test.p for key, test in ranks.items()}, len(seen))
    tests = tuple(
        IndicatorTest(
            indicator=each,
            dominance=((each.improved or 0) - (each.worsened or 0)) / (each.n or 1),
            refused=refused[each.id],
            sign=sign_ps.get(each.id),
            ranks=ranks.get(each.id),
            rank_p=rank_ps.get(each.id),
        )
        for each in seen
    )
    ranked = steps is not None
    notes = assumptions(tests, ranked=ranked, synthetic=synthetic)
    return ScoreTests(indicators=tests, ranked=ranked, notes=notes, family=len(tests))


def adjusted_ps(found: Mapping[str, float], family: int) -> dict[str, AdjustedP]:
    """Adjust p values for a family, in which every indicator whose test was refused counts with a p of 1."""
    if not found:
        return {}
    raw = [*found.values(), *[1.0] * (family - len(found))]
    rows = zip(found, raw, holm(raw), p_values.benjamini_hochberg(raw), strict=False)
    return {key: AdjustedP(p, by_holm, by_bh) for key, p, by_holm, by_bh in rows}
