"""Rows of scores in the columns that every table of scores has."""

from __future__ import annotations

from toc.reports.cards.card import Bar, Row, Table
from toc.reports.cards.score_cells import count_cell, label_of, remarks_of, share_cell
from toc.scoring import IndicatorScore, OutcomeScore, Score, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["rated_row", "rated_table"]

_POINTS = ("Per cent before to after", "Change", "n (people)", "Remarks")
_SHARES = ("Share improved (95 % interval, %)", "Improved", "No change", "Worsened")
_CLASSES = ("improved", "no_change", "worsened")


def rated_table(scores: Scores, caption: str, first: str, rows: tuple[Row, ...]) -> Table:
    """Return a table of rows made by `rated_row`; `first` is the heading of their labels."""
    columns = _POINTS if scores.data == "pre_post" else (*_SHARES, f"n ({scores.unit})", "Remarks")
    return Table(caption=caption, columns=(first, *columns), rows=rows, numbers=frozenset(columns[1:-1]))


def rated_row(scores: Scores, score: Score, *, part: bool = False) -> Row:
    """Return one score: its share as a bar, its counts and its cautions; of percentages, their change."""
    shown = score.shown_label if isinstance(score, IndicatorScore) else score.label
    if scores.data == "pre_post":
        return _before_and_after(score, shown, part=part)
    counts = (count_cell(score, field, "no count") for field in _CLASSES)
    cells = (share_cell(score), *counts, _n(scores, score), remarks_of(score))
    return Row(label_of(score, shown), cells, part)


def _n(scores: Scores, score: Score) -> str:
    """Return n, with its unit where it is another than that in the heading: an indicator always counts pairs."""
    other = isinstance(score, IndicatorScore) and scores.unit != "pairs" and "n" not in score.hidden
    return f"{count_cell(score, 'n')}{' pairs' if other else ''}"


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
