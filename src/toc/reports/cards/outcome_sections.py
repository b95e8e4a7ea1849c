"""A section for each stage: its outcomes that were measured, each with its indicators below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from toc.reports.cards.card import Bar, Row, Section, Table
from toc.reports.cards.score_cells import count_cell, label_of, remarks_of, share_cell
from toc.scoring import IndicatorScore, OutcomeScore, Score, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["outcome_sections"]

_FIRST = "Outcome and its indicators"
_POINTS = (_FIRST, "Per cent before to after", "Change", "n (people)", "Remarks")
_PAIRS = (_FIRST, "Share improved (95 % interval, %)")
_NUMBERS = ("Improved", "No change", "Worsened")
_COUNTS = ("improved", "no_change", "worsened", "n")


def outcome_sections(scores: Scores) -> Iterator[Section]:
    """Yield the outcomes stage by stage, then what measures none of them and all indicators together."""
    for stage, outcomes in groupby(scores.outcomes, key=lambda outcome: outcome.stage_label):
        yield from _section(scores, stage, _rows(scores, (outcome for outcome in outcomes if outcome.measured)))
    loose = (_row(scores, each) for each in scores.indicators if each.measured and not each.outcomes)
    yield from _section(scores, "Indicators of no outcome", loose)
    if scores.total.measured:
        once = "Each indicator counts once, whatever it measures."
        yield from _section(scores, "All indicators together", [_row(scores, scores.total)], once)


def _section(scores: Scores, title: str, rows: Iterable[Row], *words: str) -> Iterator[Section]:
    if listed := tuple(rows):
        columns = _POINTS if scores.data == "pre_post" else (*_PAIRS, *_NUMBERS, f"n ({scores.unit})", "Remarks")
        numbers = frozenset(columns[2:-1])
        table = Table(caption=title, columns=columns, rows=listed, numbers=numbers)
        yield Section(title=title, paragraphs=words, tables=(table,))


def _rows(scores: Scores, outcomes: Iterable[OutcomeScore]) -> Iterator[Row]:
    for outcome in outcomes:
        yield _row(scores, outcome)
        for indicator in scores.indicators:
            if indicator.measured and outcome.id in indicator.outcomes:
                yield _row(scores, indicator, part=True)


def _row(scores: Scores, score: Score, *, part: bool = False) -> Row:
    shown = score.shown_label if isinstance(score, IndicatorScore) else score.label
    if scores.data == "pre_post":
        return _before_and_after(score, shown, part=part)
    cells = (share_cell(score), *(count_cell(score, field) for field in _COUNTS), remarks_of(score))
    return Row(label_of(score, shown), cells, part)


def _before_and_after(score: Score, label: str, *, part: bool) -> Row:
    if not isinstance(score, IndicatorScore):
        points = score.points_line if isinstance(score, OutcomeScore) else ""
        return Row(label, (HIDDEN if "change_points" in score.hidden else points, "", "", score.note or ""), part)
    before, after = score.pre_percent, score.post_percent
    if before is None or after is None:
        return Row(label, (HIDDEN, HIDDEN, count_cell(score, "n"), remarks_of(score)), part)
    bar = Bar(before / 100, after / 100, None, f"{before:g} % to {after:g} %")
    cells = (bar, f"{score.change_points:+g} points", count_cell(score, "n"), remarks_of(score))
    return Row(label, cells, part)
