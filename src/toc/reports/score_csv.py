"""Scores as CSV: one row per outcome and per indicator."""

from __future__ import annotations

from typing import Any

from toc.reports.spreadsheet_csv import spreadsheet_csv
from toc.scoring import Scores
from toc.scoring.publication import HIDDEN

__all__ = ["score_csv"]

_COVERAGE = ("coverage_people", "coverage_with_two")


def score_csv(scores: Scores) -> str:
    """Return scores as CSV; empty cells are "not known" or "not measured", shares unrounded fractions.

    Each group that was asked for has a row too.
    What holds for all of them (source, rule, unit, rows left out, coverage, synthetic, what counts as a change)
    is repeated on every row. Where tests were asked for, the rows of indicators have their columns. What is hidden
    for publication is the word "hidden", and the reason stands on every row.
    """
    coverage = scores.coverage
    shared = {
        "source": scores.source,
        "data": scores.data,
        "rule": scores.rule,
        "rows_left_out": scores.rows_left_out,
        "coverage_people": coverage.people if coverage else None,
        "coverage_with_two": coverage.with_two if coverage else None,
        "synthetic": scores.synthetic,
        "change": scores.change.told if scores.data == "readings" else None,
    }
    if scores.publication is not None:
        shared |= dict.fromkeys(_COVERAGE, HIDDEN) if scores.publication.coverage_hidden else {}
        shared["publication"] = scores.publication.line
    rows = [{**_marked(row), **shared} for row in scores.to_dicts()]
    return spreadsheet_csv(rows)


def _marked(row: dict[str, Any]) -> dict[str, Any]:
    """Put the word "hidden" in every cell that is, in place of the list of them."""
    hidden = row.get("hidden", "").split()
    return {key: HIDDEN if key in hidden else value for key, value in row.items() if key != "hidden"}
