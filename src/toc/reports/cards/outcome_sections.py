"""A section for each stage: its outcomes that were measured, each with its indicators below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from toc.reports.cards.card import Row, Section
from toc.reports.cards.rated_rows import rated_row, rated_table
from toc.scoring import OutcomeScore, Scores

__all__ = ["outcome_sections"]


def outcome_sections(scores: Scores) -> Iterator[Section]:
    """Yield the outcomes stage by stage, then what measures none of them and all indicators together."""
    for stage, outcomes in groupby(scores.outcomes, key=lambda outcome: outcome.stage_label):
        yield from _section(scores, stage, _rows(scores, (outcome for outcome in outcomes if outcome.measured)))
    loose = (rated_row(scores, each) for each in scores.indicators if each.measured and not each.outcomes)
    yield from _section(scores, "Indicators of no outcome", loose)
    if scores.total.measured:
        once = "Each indicator counts once, whatever it measures."
        yield from _section(scores, "All indicators together", [rated_row(scores, scores.total)], once)


def _section(scores: Scores, title: str, rows: Iterable[Row], *words: str) -> Iterator[Section]:
    if listed := tuple(rows):
        table = rated_table(scores, title, "Outcome and its indicators", listed)
        yield Section(title=title, paragraphs=words, tables=(table,))


def _rows(scores: Scores, outcomes: Iterable[OutcomeScore]) -> Iterator[Row]:
    for outcome in outcomes:
        yield rated_row(scores, outcome)
        for indicator in scores.indicators:
            if indicator.measured and outcome.id in indicator.outcomes:
                yield rated_row(scores, indicator, part=True)
