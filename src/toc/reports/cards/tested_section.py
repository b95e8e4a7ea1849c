"""The tests of indicators, where they were asked for."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.card import Row, Section, Table
from toc.scoring import AdjustedP, IndicatorTest, ScoreTests

__all__ = ["tested_section"]

_SIGNS = ("Better", "Worse", "Sign test p", "Holm", "BH", "Dominance")
_RANKS = ("T", "Wilcoxon p", "Holm", "BH", "p is", "Rank-biserial")
_REFUSED = ("refused", "", "")


def tested_section(tests: ScoreTests | None) -> Iterator[Section]:
    """Yield one section with the test of every indicator and what it assumes; none where there are no tests."""
    if tests is None:
        return
    signs = Table(
        caption="Sign tests of indicators",
        columns=("Indicator", *_SIGNS),
        rows=tuple(map(_sign_row, tests.indicators)),
        numbers=frozenset(_SIGNS),
    )
    ranks = Table(
        caption="Wilcoxon signed ranks",
        columns=("Indicator", *_RANKS),
        rows=tuple(map(_rank_row, tests.indicators)),
        numbers=frozenset(_RANKS),
    )
    yield Section(title="Tests", tables=(signs, ranks) if tests.ranked else (signs,), points=tests.notes)


def _sign_row(test: IndicatorTest) -> Row:
    counts = (str(test.indicator.improved), str(test.indicator.worsened))
    return Row(test.indicator.shown_label, (*counts, *_shown(test.sign), f"{test.dominance:.2f}"))


def _rank_row(test: IndicatorTest) -> Row:
    ranks = test.ranks
    if ranks is None:
        return Row(test.indicator.shown_label, ("", *_REFUSED, "", ""))
    cells = (f"{ranks.statistic:g}", *_shown(test.rank_p), ranks.method, f"{ranks.rank_biserial:.2f}")
    return Row(test.indicator.shown_label, cells)


def _shown(found: AdjustedP | None) -> tuple[str, str, str]:
    if found is None:
        return _REFUSED
    return _p(found.p), _p(found.holm), _p(found.benjamini_hochberg)


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else f"{value:.1e}"
