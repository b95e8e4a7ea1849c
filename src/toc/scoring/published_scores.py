"""Scores as they can be shown to others: without small counts, and without what would give them away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from toc.errors import TocError
from toc.scoring import suppression
from toc.scoring.outcome_scores import Score
from toc.scoring.pre_post_publication import published_pre_post
from toc.scoring.printed_counts import COUNTED, COVERAGE, cell_of, printed_counts
from toc.scoring.publication import Publication
from toc.scoring.score_notes import NO_PAIRS
from toc.scoring.scores import Scores
from toc.scoring.suppression import Cell, CountTable

__all__ = ["published_scores"]

_S = TypeVar("_S", bound=Score)

_FOLLOWS = {
    "share_improved": {"improved", "n"},
    "interval": {"improved", "n"},
    "bounds": {"improved", "n", "one_reading"},
    "caution": {"n"},
}
"""What is worked out from which counts, and so tells of them."""


def published_scores(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide counts below `threshold`, and what would give them away; the full account stands at `for_publication`.

    Raises `TocError` where the scores are tested and something must be hidden.
    """
    if scores.data == "pre_post":
        return published_pre_post(scores, threshold, hide_zeros=hide_zeros)
    table = printed_counts(scores)
    hidden = _hidden(table, threshold, hide_zeros=hide_zeros)
    if hidden and scores.tests is not None:
        hint = "Leave the tests out of what you publish."
        raise TocError("Tests would give hidden numbers away.", hint=hint)
    coverage_hidden = not hidden.isdisjoint(COVERAGE)
    publication = Publication(
        threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden), coverage_hidden=coverage_hidden
    )
    readings = scores.data == "readings"
    return replace(
        scores,
        outcomes=tuple(_without(row, "outcome", hidden, readings=readings) for row in scores.outcomes),
        indicators=tuple(_without(row, "indicator", hidden, readings=readings) for row in scores.indicators),
        total=_without(scores.total, "total", hidden, readings=readings),
        coverage=None if coverage_hidden else scores.coverage,
        notes=(publication.line, *scores.notes),
        publication=publication,
    )


def _hidden(table: CountTable, threshold: int, *, hide_zeros: bool) -> frozenset[Cell]:
    sensitive = table.small(threshold, hide_zeros=hide_zeros) | _of_few_people(table, threshold)
    if not sensitive:
        return frozenset()
    hidden = suppression.hidden_cells(table, sensitive, threshold, hide_zeros=hide_zeros)
    if hidden.isdisjoint(COVERAGE):
        return hidden
    # Coverage is one sentence: it is shown whole or not at all.
    whole = sensitive | {cell for cell in COVERAGE if hide_zeros or table.counts[cell]}
    return suppression.hidden_cells(table, whole, threshold, hide_zeros=hide_zeros)


def _of_few_people(table: CountTable, threshold: int) -> frozenset[Cell]:
    """Return the counts above 0 of every row in which fewer people than `threshold` have pairs."""
    small = table.small(threshold)
    rows = {(level, row) for level, row, column in small if column == "people" and level != "coverage"}
    return frozenset(cell for cell, count in table.counts.items() if cell[:2] in rows and count)


def _without(row: _S, level: str, hidden: Collection[Cell], *, readings: bool) -> _S:
    if not (hidden and row.measured):
        return row
    counts = [column for column in COUNTED if cell_of(level, row, column) in hidden]
    following = [name for name, behind in _FOLLOWS.items() if not behind.isdisjoint(counts)]
    if readings:
        # It tells how the results of one person's indicators go together, which no sum that is audited does.
        following = [*following, "interval_by_person"]
    else:
        following = [name for name in following if name != "bounds"]
    changes: dict[str, Any] = dict.fromkeys((*counts, *following))
    if "n" in counts and row.note:
        changes["note"] = "; ".join(part for part in row.note.split("; ") if part != NO_PAIRS) or None
    return replace(row, hidden=(*counts, *following), **changes)
