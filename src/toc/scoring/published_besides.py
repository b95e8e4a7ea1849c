"""What may stand beside scores for publication: tests, sites compared, and targets, without hidden counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toc.errors import TocError
from toc.scoring.assumptions import assumptions
from toc.scoring.indicator_test import AdjustedP, IndicatorTest
from toc.scoring.outcome_scores import IndicatorScore, Score
from toc.scoring.publication import HIDDEN
from toc.scoring.score_notes import NO_USABLE_ROW
from toc.scoring.score_tests import ScoreTests, adjusted_ps
from toc.scoring.scores import Scores
from toc.scoring.site_comparison import ComparedSite, SiteComparison, comparison_notes
from toc.scoring.splits import SITE
from toc.scoring.target_check import TargetCheck

__all__ = ["published_besides"]

_NOT_RATIOS = (
    "Odds ratios within sites are not for publication: the counts behind them, of parts of people at each site, "
    "are not printed."
)
_OF_SITES = "Sites of which a count is hidden are left out here."


def published_besides(scores: Scores) -> Scores:
    """Leave out every line of tests, of compared sites and of targets that a hidden count stands behind.

    `scores` are published but for these. What is left can be worked out from the numbers that are printed: no mean
    score stands beside a baseline or target, nor whether one is reached. Raises `TocError` where sites were
    compared and are not shown.
    """
    return replace(
        scores,
        tests=_tests(scores, scores.tests) if scores.tests else None,
        comparison=_comparison(scores, scores.comparison) if scores.comparison else None,
        targets=None if scores.targets is None else tuple(_target(scores, check) for check in scores.targets),
    )


def _tests(scores: Scores, tests: ScoreTests) -> ScoreTests:
    """Keep sign tests and dominance of indicators whose counts are shown.

    A hidden test counts as p = 1 when those shown are adjusted, as a refused one does: their own p values would
    tell of it. Ranks say how far single people went, which no count does, so no test of ranks is kept.
    """
    rows = {row.id: row for row in scores.indicators}
    shown = [test for test in tests.indicators if _is_shown(rows[test.indicator.id])]
    family = sum(row.measured and row.n != 0 for row in scores.indicators)
    signs = adjusted_ps({test.indicator.id: test.sign.p for test in shown if test.sign}, family)
    kept = tuple(_signs_only(test, rows[test.indicator.id], signs) for test in shown)
    notes = assumptions(kept, ranked=False, synthetic=scores.synthetic, published_of=family)
    return ScoreTests(indicators=kept, ranked=False, notes=notes, family=family)


def _signs_only(test: IndicatorTest, row: IndicatorScore, signs: Mapping[str, AdjustedP]) -> IndicatorTest:
    return replace(test, indicator=row, sign=signs.get(row.id), ranks=None, rank_p=None)


def _is_shown(row: IndicatorScore) -> bool:
    return not {"improved", "no_change", "worsened", "n", "people"}.intersection(row.hidden)


def _comparison(scores: Scores, found: SiteComparison) -> SiteComparison:
    if SITE not in scores.by:
        raise TocError(
            "Sites are compared for publication only where their scores are shown too.",
            hint='Ask for both: --compare-sites --by site, or by="site".',
        )
    sites = tuple(site for site in found.sites if _is_told(scores, site))
    # A hidden row counts, so that nobody sees whether there was anything to compare in it.
    comparisons = sum(row.by == SITE and row.n != 0 for row in scores.groups)
    notes = comparison_notes(scores.unit, comparisons)
    more = (*((_OF_SITES,) if len(sites) < comparisons else ()), *((_NOT_RATIOS,) if found.ratios else ()))
    return SiteComparison(sites=sites, ratios=(), notes=(*notes, *more))


def _is_told(scores: Scores, site: ComparedSite) -> bool:
    """Tell whether the printed counts of the site and of all give everything that the line says."""
    rows = [row for row in scores.groups if row.by == SITE and (row.id, row.of) == (site.site, site.of)]
    whole = [row for row in _wholes(scores) if row.id == site.of]
    counts = [(row.improved, row.n) for row in (*rows, *whole)]
    if len(rows) != 1 or len(whole) != 1 or any(None in pair for pair in counts):
        return False
    return whole[0].share_improved == site.share_of_all


def _wholes(scores: Scores) -> Iterator[Score]:
    yield scores.total
    yield from scores.outcomes


def _target(scores: Scores, check: TargetCheck) -> TargetCheck:
    """Hide every mean score, its n and whether the target is reached, and a percentage that its indicator hides.

    With the counts that are printed, the means of two times can tell the score of every person.
    """
    row = next(each for each in scores.indicators if each.id == check.indicator)
    if check.reason.startswith(NO_USABLE_ROW):
        return replace(check, reason=NO_USABLE_ROW)
    nothing_seen = check.n is None and check.observed is None
    if nothing_seen or (check.unit == "per cent" and not row.hidden):
        return check
    return replace(check, observed=None, unit=None, n=None, reached=None, reason=HIDDEN)
