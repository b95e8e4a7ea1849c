"""Scores as they can be shown to others: without small counts, and without what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from toc.errors import TocError
from toc.scoring import suppression
from toc.scoring.group_scores import GroupScore
from toc.scoring.outcome_scores import Score
from toc.scoring.pre_post_publication import published_pre_post
from toc.scoring.printed_cells import COUNTED, COVERAGE, SITE_SEEN, cell_of
from toc.scoring.printed_counts import printed_counts
from toc.scoring.printed_groups import GROUP_COUNTED, few_in_groups, level_of, publishable_groups
from toc.scoring.publication import Publication
from toc.scoring.score_notes import NO_PAIRS, NO_USABLE_ROW
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

_OF_GROUPS = {"group", "site", "part", "site coverage"}


def published_scores(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide counts below `threshold`, and what would give them away; the full account stands at `for_publication`.

    Raises `TocError` where the scores are tested and something must be hidden.
    """
    if scores.data == "pre_post":
        return published_pre_post(scores, threshold, hide_zeros=hide_zeros)
    if scores.rule != "pairs":
        hint = "Score by the rule pairs for what you publish."
        raise TocError(f"How counts by the rule {scores.rule} tell of each other is not known here.", hint=hint)
    asked = len(scores.shown_groups)
    scores = publishable_groups(scores)
    group_notes = tuple(_group_notes(left_out=asked - len(scores.groups))) if asked else ()
    hidden = _hidden(printed_counts(replace(scores, groups=())), threshold, hide_zeros=hide_zeros)
    if scores.groups:
        hidden = _hidden_with_groups(scores, hidden, threshold, hide_zeros=hide_zeros)
    told = {
        "Tests": scores.tests,
        "A comparison of sites": scores.comparison,
        "Means beside targets": scores.targets,
    }
    if hidden and (telling := [what for what, found in told.items() if found is not None]):
        hint = "Leave them out of what you publish."
        raise TocError(f"{telling[0]} would give hidden numbers away.", hint=hint)
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
        groups=tuple(_group_without(row, hidden) for row in scores.groups),
        agreements=(),
        coverage=None if coverage_hidden else scores.coverage,
        notes=(publication.line, *group_notes, *scores.notes),
        publication=publication,
    )


def _hidden(table: CountTable, threshold: int, *, hide_zeros: bool) -> frozenset[Cell]:
    sensitive = table.small(threshold, hide_zeros=hide_zeros) | _of_few_people(table, threshold)
    if not sensitive:
        return frozenset()
    hidden = suppression.hidden_cells(table, sensitive, threshold, hide_zeros=hide_zeros)
    # Coverage is one sentence: it is shown whole or not at all.
    if hidden.isdisjoint(COVERAGE):
        return hidden
    whole = sensitive | {cell for cell in COVERAGE if hide_zeros or table.counts[cell]}
    return suppression.hidden_cells(table, whole, threshold, hide_zeros=hide_zeros)


def _hidden_with_groups(
    scores: Scores, of_all: Collection[Cell], threshold: int, *, hide_zeros: bool
) -> frozenset[Cell]:
    """Hide counts of groups too; what is hidden `of_all` stays so, and more of it only where groups ask for it."""
    table = printed_counts(scores)
    few = {cell for cell in few_in_groups(scores, threshold) if table.counts[cell] or hide_zeros}
    small = table.small(threshold, hide_zeros=hide_zeros)
    sensitive = {*of_all, *few, *(cell for cell in small if cell[0] in _OF_GROUPS)}
    while True:
        hidden = suppression.hidden_cells(table, sensitive, threshold, hide_zeros=hide_zeros, sparing=False)
        touched = {cell[:2] for cell in hidden if cell[0] in {"coverage", "site coverage"}}
        whole = {cell for cell in table.counts if cell[:2] in touched and (hide_zeros or table.counts[cell])}
        if whole <= hidden:
            return hidden
        sensitive |= whole


def _group_notes(*, left_out: int) -> Iterator[str]:
    yield "Of groups only improved, n, share and interval are for publication."
    if left_out:
        yield "Parts of outcomes that share an indicator with another outcome are not for publication."


def _of_few_people(table: CountTable, threshold: int) -> frozenset[Cell]:
    """Return the counts above 0 of every row in which fewer people than `threshold` have pairs."""
    small = table.small(threshold)
    rows = {(level, row) for level, row, column in small if column == "people" and level != "coverage"}
    return frozenset(cell for cell, count in table.counts.items() if cell[:2] in rows and count)


def _without(row: _S, level: str, hidden: Collection[Cell], *, readings: bool) -> _S:
    if row.note and row.note.startswith(NO_USABLE_ROW):
        return replace(row, note=NO_USABLE_ROW)  # how many rows there were may point to one person
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


def _group_without(row: GroupScore, hidden: Collection[Cell]) -> GroupScore:
    """Leave improved, n, share and interval of a group, as far as they are not hidden."""
    level = level_of(row)
    counts = [column for column in GROUP_COUNTED[1:] if cell_of(level, row, column) in hidden]
    following = [name for name, behind in _FOLLOWS.items() if not behind.isdisjoint(counts)]
    never = ("no_change", "worsened", "people", "interval_by_person", "one_reading", "bounds", "already_best")
    kept = [name for name in never if getattr(row, name) is not None]
    if any(("site coverage", row.id, column) in hidden for column in SITE_SEEN) and row.coverage:
        kept.append("coverage")
    fields = tuple(dict.fromkeys((*counts, *following, *kept)))
    changes: dict[str, Any] = dict.fromkeys(("note", *fields) if "n" in counts else fields)
    return replace(row, hidden=fields, **changes)
