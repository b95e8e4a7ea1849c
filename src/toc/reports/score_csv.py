"""Scores as CSV: one row per outcome and per indicator."""

from __future__ import annotations

from typing import Any

from toc.reports.spreadsheet_csv import spreadsheet_csv
from toc.scoring import Scores
from toc.scoring.publication import HIDDEN

__all__ = ["score_csv"]


def score_csv(scores: Scores) -> str:
    """Return scores as CSV; empty cells are "not known" or "not measured", shares unrounded fractions.

    Each group that was asked for has a row too, as have sites compared, agreement of informants and targets.
    What holds for all of them (source, rule, unit, rows left out, coverage, synthetic, what counts as a change)
    is repeated on every row. Where tests were asked for, the rows of indicators have their columns. What is hidden
    for publication is the word "hidden", and the reason stands on every row.
    """
    rows = [_marked(row) for row in scores.records]
    return spreadsheet_csv(rows)


def _marked(row: dict[str, Any]) -> dict[str, Any]:
    """Put the word "hidden" in every cell that is, in place of the list of them."""
    hidden = row.get("hidden", "").split()
    return {key: HIDDEN if key in hidden else value for key, value in row.items() if key != "hidden"}
