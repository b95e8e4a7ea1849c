"""Scores as they can be shown to others: without small counts, and without what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from toc.scoring.counts_to_hide import counts_to_hide, small_counts
from toc.scoring.group_scores import GroupScore
from toc.scoring.hidden_fields import following, without_hidden
from toc.scoring.pre_post_publication import published_pre_post
from toc.scoring.printed_cells import COVERAGE, SITE_SEEN, cell_of
from toc.scoring.printed_counts import printed_counts
from toc.scoring.printed_groups import GROUP_COUNTED, few_in_groups, level_of, publishable_groups
from toc.scoring.publication import Publication
from toc.scoring.published_means import published_means
from toc.scoring.published_people import published_people
from toc.scoring.scores import Scores
from toc.scoring.suppression import Cell

__all__ = ["published_scores"]

_OF_GROUPS = {"group", "site", "part", "site coverage"}


def published_scores(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide counts below `threshold`, and what would give them away; the account stands at `for_publication`."""
    if scores.data == "pre_post":
        return published_pre_post(scores, threshold, hide_zeros=hide_zeros)
    if scores.unit == "people":
        return published_people(scores, threshold, hide_zeros=hide_zeros)
    if scores.rule == "mean_of_shares":
        return published_means(scores, threshold, hide_zeros=hide_zeros)
    asked = len(scores.shown_groups)
    scores = publishable_groups(scores)
    group_notes = tuple(_group_notes(left_out=asked - len(scores.groups))) if asked else ()
    table = printed_counts(replace(scores, groups=()))
    small = small_counts(table, threshold, hide_zeros=hide_zeros)
    hidden = counts_to_hide(table, small, threshold, hide_zeros=hide_zeros)
    if scores.groups:
        hidden = _hidden_with_groups(scores, hidden, threshold, hide_zeros=hide_zeros)
    coverage_hidden = not hidden.isdisjoint(COVERAGE)
    publication = Publication(
        threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden), coverage_hidden=coverage_hidden
    )
    readings = scores.data == "readings"
    return replace(
        scores,
        outcomes=tuple(without_hidden(row, "outcome", hidden, readings=readings) for row in scores.outcomes),
        indicators=tuple(without_hidden(row, "indicator", hidden, readings=readings) for row in scores.indicators),
        total=without_hidden(scores.total, "total", hidden, readings=readings),
        groups=tuple(_group_without(row, hidden) for row in scores.groups),
        agreements=(),
        coverage=None if coverage_hidden else scores.coverage,
        notes=(publication.line, *group_notes, *scores.notes),
        publication=publication,
    )


def _hidden_with_groups(
    scores: Scores, of_all: Collection[Cell], threshold: int, *, hide_zeros: bool
) -> frozenset[Cell]:
    """Hide counts of groups too, beginning with what is hidden `of_all`."""
    table = printed_counts(scores)
    few = {cell for cell in few_in_groups(scores, threshold) if table.counts[cell] or hide_zeros}
    small = table.small(threshold, hide_zeros=hide_zeros)
    begun = small_counts(printed_counts(replace(scores, groups=())), threshold, hide_zeros=hide_zeros)
    sensitive = {*begun, *few, *(cell for cell in small if cell[0] in _OF_GROUPS)}
    return counts_to_hide(table, sensitive, threshold, hide_zeros=hide_zeros, also=of_all)


def _group_notes(*, left_out: int) -> Iterator[str]:
    yield "Of groups only improved, n, share and interval are for publication."
    if left_out:
        yield "Parts of outcomes that share an indicator with another outcome are not for publication."


def _group_without(row: GroupScore, hidden: Collection[Cell]) -> GroupScore:
    """Leave improved, n, share and interval of a group, as far as they are not hidden."""
    level = level_of(row)
    counts = [column for column in GROUP_COUNTED[1:] if cell_of(level, row, column) in hidden]
    never = ("no_change", "worsened", "people", "interval_by_person", "one_reading", "bounds", "already_best")
    kept = [name for name in never if getattr(row, name) is not None]
    if any(("site coverage", row.id, column) in hidden for column in SITE_SEEN) and row.coverage:
        kept.append("coverage")
    fields = tuple(dict.fromkeys((*counts, *following(counts), *kept)))
    changes: dict[str, Any] = dict.fromkeys(("note", *fields) if "n" in counts else fields)
    return replace(row, hidden=fields, **changes)
