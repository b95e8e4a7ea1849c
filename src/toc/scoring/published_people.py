"""Scores by a rule by person as they can be shown to others: people improved, n, and those seen once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from toc.scoring.counts_to_hide import counts_to_hide
from toc.scoring.group_scores import GroupScore
from toc.scoring.hidden_fields import without_fields
from toc.scoring.outcome_scores import Score
from toc.scoring.printed_cells import COVERAGE, cell_of
from toc.scoring.printed_people import printable_people, printed_people
from toc.scoring.publication import Publication
from toc.scoring.scores import Scores
from toc.scoring.suppression import Cell

__all__ = ["published_people"]

_S = TypeVar("_S", bound=Score)

_NEVER = ("no_change", "worsened")
_COUNTS = ("improved", *_NEVER, "n", "people", "one_reading")
_OF_INDICATORS = (*_COUNTS, "already_best", "interval_by_person")

_SHOWN = (
    "By this rule only people improved, n, share and interval of outcomes, of all and of sites are for "
    "publication, and no pairs of indicators."
)
_OTHER_ROWS = (
    "Outcomes that share an indicator with another are not for publication by this rule, nor those whose people "
    "cannot be told apart from those of all, nor other parts of people than sites."
)


def published_people(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Hide counts of people below `threshold`, and what would give them away.

    Indicators count pairs, which tell of these people in ways that no sum holds, so nothing of them is shown. Of
    other rows than `printable_people` returns, groups are left away and outcomes hidden.
    """
    kept = printable_people(scores)
    table = printed_people(kept, scores)
    hidden = counts_to_hide(table, table.small(threshold, hide_zeros=hide_zeros), threshold, hide_zeros=hide_zeros)
    shown = {row.id for row in kept.outcomes}
    coverage_hidden = not hidden.isdisjoint(COVERAGE)
    publication = Publication(
        threshold=threshold,
        zeros_hidden=hide_zeros,
        hidden=sum(cell[-1] != "others" for cell in hidden),
        coverage_hidden=coverage_hidden,
        alone=True,
    )
    left_out = len(shown) < sum(row.measured for row in scores.outcomes) or kept.groups != scores.shown_groups
    return replace(
        scores,
        outcomes=tuple(
            _without(row, "outcome", hidden) if row.id in shown else without_fields(row, _COUNTS)
            for row in scores.outcomes
        ),
        indicators=tuple(without_fields(row, _OF_INDICATORS) for row in scores.indicators),
        total=_without(scores.total, "total", hidden),
        groups=tuple(_site_without(row, hidden) for row in kept.groups),
        agreements=(),
        coverage=None if coverage_hidden else scores.coverage,
        notes=(publication.line, _SHOWN, *((_OTHER_ROWS,) if left_out else ()), *scores.notes),
        publication=publication,
    )


def _without(row: _S, level: str, hidden: Collection[Cell]) -> _S:
    columns = [column for column in ("improved", "n", "one_reading") if cell_of(level, row, column) in hidden]
    if "n" in columns:
        columns.append("people")  # under these rules n counts people
    return without_fields(row, (*columns, *_NEVER))


def _site_without(row: GroupScore, hidden: Collection[Cell]) -> GroupScore:
    shown = _without(row, "site", hidden)
    if row.coverage is None or ("site coverage", row.id, "people") not in hidden:
        return shown
    return replace(shown, coverage=None, hidden=(*shown.hidden, "coverage"))
