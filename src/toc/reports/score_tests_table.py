"""The tests of indicators as plain text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.scoring import AdjustedP, IndicatorTest, ScoreTests

__all__ = ["score_tests_table"]

_SIGNS = Cells(("better", "worse", "sign test", "Holm", "BH", "dominance"))
_RANKS = Cells(("T", "p", "Holm", "BH", "how", "biserial"))
_MISSING = Cells(("people", "single", "if missing", "at best"))
_REFUSED = ("refused", "", "")


def score_tests_table(tests: ScoreTests, *, width: int = 80) -> Iterator[str]:
    """Yield the tests of every indicator as lines no wider than `width`, with what they assume under them.

    From readings the ranks and what is missing of each indicator stand in tables of their own.
    """
    yield ""
    yield from laid_out("Tests of indicators", _SIGNS, map(_sign_row, tests.indicators), width)
    yield ""
    if tests.ranked:
        yield from laid_out("Wilcoxon signed ranks", _RANKS, map(_rank_row, tests.indicators), width)
        yield ""
        yield from laid_out("What is missing", _MISSING, map(_missing_row, tests.indicators), width)
        yield ""
    for note in tests.notes:
        yield from wrapped(note, width, indent="  ")
    yield ""


def _sign_row(test: IndicatorTest) -> tuple[str, Sequence[str]]:
    better, worse = str(test.indicator.improved), str(test.indicator.worsened)
    return test.indicator.shown_label, (better, worse, *_shown(test.sign), f"{test.dominance:.2f}")


def _rank_row(test: IndicatorTest) -> tuple[str, Sequence[str]]:
    if test.ranks is None:
        return test.indicator.shown_label, ("", *_REFUSED, "", "")
    ranks = test.ranks
    cells = (f"{ranks.statistic:g}", *_shown(test.rank_p), ranks.method, f"{ranks.rank_biserial:.2f}")
    return test.indicator.shown_label, cells


def _missing_row(test: IndicatorTest) -> tuple[str, Sequence[str]]:
    indicator = test.indicator
    bounds = indicator.bounds
    span = f"{100 * bounds.low:.1f} to {100 * bounds.high:.1f}" if bounds else ""
    cells = (str(indicator.people), str(indicator.one_reading), span, str(indicator.already_best))
    return indicator.shown_label, cells


def _shown(found: AdjustedP | None) -> tuple[str, str, str]:
    if found is None:
        return _REFUSED
    return _p(found.p), _p(found.holm), _p(found.benjamini_hochberg)


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else f"{value:.1e}"
