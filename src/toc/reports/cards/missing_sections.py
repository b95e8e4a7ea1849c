"""What the scores do not say: what was not measured, who was not seen twice, which rows were left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from toc.reports.cards.card import Row, Section, Table
from toc.reports.cards.score_cells import count_cell, span_cell
from toc.scoring import Score, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["missing_sections"]

_SEEN = ("People", "Interval by person, %", "One reading", "If missing, %", "At best")
_MEANS = (
    "Interval by person: the 95 % interval with each person's pairs taken together. One reading: people and "
    "indicators without two readings to compare. If missing: the share if none, and if all, of these had "
    "improved. At best: pairs that began at the good end of the scale and could not improve."
)


def missing_sections(scores: Scores) -> Iterator[Section]:
    """Yield what was not measured and how many people were seen; the first only where something was not."""
    rows = tuple(_unmeasured(scores))
    unseen = [each for each in scores.indicators if not each.measured]
    if rows or unseen:
        table = Table(caption="Outcomes that were not measured", columns=("Outcome", "Stage", "Why"), rows=rows)
        yield Section(
            title="What was not measured",
            tables=(table,) if rows else (),
            points=tuple(f"Indicator not in these scores: {each.shown_label}" for each in unseen),
        )
    yield _seen(scores)


def _unmeasured(scores: Scores) -> Iterator[Row]:
    for stage, outcomes in groupby(scores.outcomes, key=lambda outcome: outcome.stage_label):
        for outcome in outcomes:
            if not outcome.measured:
                why = (outcome.note or "not measured").removeprefix("not measured: ")
                yield Row(outcome.label, (stage, why))


def _seen(scores: Scores) -> Section:
    rows = HIDDEN if scores.rows_left_out is None else scores.rows_left_out
    left_out = "1 row was left out." if rows == 1 else f"Rows left out: {rows}."
    lines = (scores.coverage_line, left_out, *filter(None, (scores.site_note,)))
    title = "Who was seen, and who was not"
    if scores.data != "readings":
        unknown = "People with one reading, and those who could not improve, are not known from published figures."
        return Section(title=title, paragraphs=(*lines, unknown))
    measured = [outcome for outcome in scores.outcomes if outcome.measured]
    table = Table(
        caption="What is missing of each outcome",
        columns=("Outcome", *_SEEN),
        rows=tuple(_seen_row(score) for score in (*measured, scores.total)),
        numbers=frozenset(_SEEN),
    )
    return Section(title=title, paragraphs=lines, tables=(table,), points=(_MEANS,))


def _seen_row(score: Score) -> Row:
    people, one, best = (count_cell(score, field) for field in ("people", "one_reading", "already_best"))
    return Row(
        score.label, (people, span_cell(score, "interval_by_person"), one, span_cell(score, "bounds"), best)
    )
