"""Percentages before and after without those that stand for few people."""

from __future__ import annotations

from dataclasses import replace

from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore
from toc.scoring.publication import Publication
from toc.scoring.scores import Scores

__all__ = ["published_pre_post"]

_PERCENTAGES = ("pre_percent", "post_percent", "change_points")


def published_pre_post(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide every indicator asked of fewer than `threshold` people, and percentages of few of those asked.

    A percentage of n people stands for two counts, those it is about and the others; it is hidden with its
    fellow and their difference where either is from 1 (with `hide_zeros` from 0) to below the threshold. Where n
    is not known nothing can be judged, and the indicator is shown and counted as such.
    """
    least = 0 if hide_zeros else 1
    indicators = tuple(_without(row, threshold, least) for row in scores.indicators)
    hidden = {row.id for row in indicators if row.hidden}
    publication = Publication(
        threshold=threshold,
        zeros_hidden=hide_zeros,
        hidden=len(hidden),
        not_judged=sum(row.measured and row.n is None and not row.hidden for row in indicators),
    )
    return replace(
        scores,
        outcomes=tuple(_outcome(row, indicators) for row in scores.outcomes),
        indicators=indicators,
        notes=(publication.line, *scores.notes),
        publication=publication,
    )


def _without(row: IndicatorScore, threshold: int, least: int) -> IndicatorScore:
    if row.n is None or row.pre_percent is None or row.post_percent is None:
        return row
    without = replace(row, pre_percent=None, post_percent=None, change_points=None, hidden=_PERCENTAGES)
    if least <= row.n < threshold:
        return replace(without, n=None, caution=None, hidden=(*_PERCENTAGES, "n", "caution"))
    counts = _counts(row.n, row.pre_percent, row.post_percent)
    return without if any(least <= count < threshold for count in counts) else row


def _counts(n: int, *percentages: float) -> tuple[int, ...]:
    """Return how many people each percentage is about, and how many it is not about."""
    about = [round(n * percent / 100) for percent in percentages]
    return (*about, *(n - count for count in about))


def _outcome(row: OutcomeScore, indicators: tuple[IndicatorScore, ...]) -> OutcomeScore:
    mine = [each for each in indicators if row.id in each.outcomes]
    if not any(each.hidden for each in mine):
        return row
    shown = tuple(each.change_points for each in mine if each.change_points is not None)
    return replace(row, change_points=shown, hidden=("change_points",))
