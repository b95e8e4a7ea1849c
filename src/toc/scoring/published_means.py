"""Scores by the mean of shares as they can be shown to others: a mean stands where all its shares do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from toc.scoring.counts_to_hide import counts_to_hide, small_counts
from toc.scoring.hidden_fields import without_fields, without_hidden
from toc.scoring.indicator_groups import LEVELS
from toc.scoring.outcome_scores import IndicatorScore, Score
from toc.scoring.printed_cells import COVERAGE
from toc.scoring.printed_counts import printed_counts
from toc.scoring.publication import Publication
from toc.scoring.scores import Scores
from toc.scoring.suppression import Cell

__all__ = ["published_means"]

_S = TypeVar("_S", bound=Score)

_ADDED = ("improved", "no_change", "worsened", "n", "one_reading", "already_best")
_NOTE = "A mean of shares is for publication where every share in it is."
_OF_PARTS = "Means of sites and of parts of people are not: the counts behind them are not printed."


def published_means(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide counts of indicators below `threshold`, what would give them away, and every mean of a hidden share.

    What scores by pairs that are not split hide of indicators is hidden here too, so that this page does not fill
    in that one. A mean of shares that are all shown tells nothing that they do not. How many people an outcome has
    is never shown, and means of sites and parts of people are left away.
    """
    hidden = _hidden(scores, threshold, hide_zeros=hide_zeros)
    readings = scores.data == "readings"
    indicators = tuple(without_hidden(row, "indicator", hidden, readings=readings) for row in scores.indicators)
    groups = tuple(row for row in scores.shown_groups if row.by in LEVELS)
    coverage_hidden = not hidden.isdisjoint(COVERAGE)
    publication = Publication(
        threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden), coverage_hidden=coverage_hidden
    )
    left_out = len(groups) < len(scores.shown_groups)
    return replace(
        scores,
        outcomes=tuple(
            _mean(row, [each for each in indicators if row.id in each.outcomes]) for row in scores.outcomes
        ),
        indicators=indicators,
        total=_mean(scores.total, indicators),
        groups=tuple(_mean(row, [each for each in indicators if each.id in row.indicators]) for row in groups),
        agreements=(),
        coverage=None if coverage_hidden else scores.coverage,
        notes=(publication.line, _NOTE, *((_OF_PARTS,) if left_out else ()), *scores.notes),
        publication=publication,
    )


def _hidden(scores: Scores, threshold: int, *, hide_zeros: bool) -> frozenset[Cell]:
    pairs = printed_counts(_by_pairs(scores))
    small = small_counts(pairs, threshold, hide_zeros=hide_zeros)
    of_pairs = counts_to_hide(pairs, small, threshold, hide_zeros=hide_zeros)
    table = printed_counts(replace(scores, outcomes=(), total=replace(scores.total, measured=False), groups=()))
    return counts_to_hide(table, of_pairs.intersection(table.counts), threshold, hide_zeros=hide_zeros)


def _by_pairs(scores: Scores) -> Scores:
    """Return the counts that the rule pairs gives outcomes and all, which are sums of those of indicators."""
    return replace(
        scores,
        outcomes=tuple(
            _added(row, [each for each in scores.indicators if row.id in each.outcomes]) for row in scores.outcomes
        ),
        total=_added(scores.total, scores.indicators),
        groups=(),
    )


def _added(row: _S, members: Collection[IndicatorScore]) -> _S:
    changes: dict[str, Any] = {}
    for column in _ADDED:
        counts = [getattr(each, column) for each in members if each.measured]
        changes[column] = None if None in counts else sum(counts)
    return replace(row, **changes)


def _mean(row: _S, members: Sequence[IndicatorScore]) -> _S:
    """Return a mean without what a hidden share or n of its members would be told by."""
    fields: list[str] = [] if row.people is None else ["people"]
    if _any_hides(members, "n"):
        fields += ["n", "share_improved"]
    elif _any_hides(members, "share_improved"):
        fields.append("share_improved")
    return without_fields(row, fields)


def _any_hides(members: Collection[IndicatorScore], field: str) -> bool:
    return any(field in each.hidden for each in members)
