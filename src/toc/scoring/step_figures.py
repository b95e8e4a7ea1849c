"""The figures of each step to the score of an outcome, as plain values; none is of one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from toc.data import Data, ReadingsTable
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore
from toc.scoring.scores import Scores

__all__ = ["StepName", "row_figures", "step_figures"]

StepName = Literal["rows", "indicators", "change", "pairs", "together", "share", "points", "unseen"]
"""What a step is about; the same in every language and version."""

_SAID = ("id", "label", "measured", "note")
_PAIRS = ("improved", "no_change", "worsened", "n")
_POINTS = ("pre_percent", "post_percent", "change_points")
_SHARE = ("improved", "n", "share_improved", "low", "high", "caution", "people", "low_by_person", "high_by_person")
_UNSEEN = ("one_reading", "low_if_missing", "high_if_missing", "already_best")


def row_figures(data: Data) -> dict[str, int]:
    """Return how many rows were read, used, left out as something is wrong with them, and are of other sites."""
    used = data.usable_rows if isinstance(data, ReadingsTable) else len(data.rows)
    out, aside = data.rows_left_out, data.other_sites
    return {"read": used + out + aside, "used": used, "left_out": out, "other_sites": aside}


def step_figures(
    scores: Scores, data: Data, outcome: OutcomeScore, indicators: Sequence[IndicatorScore]
) -> Mapping[StepName, dict[str, Any]]:
    """Return the figures of every step to the score of an outcome, which these indicators measure.

    Shares are fractions, what stands before and after is in per cent (0 to 100). None is "not known", as
    readings of published counts; an indicator that is not in the data has no pairs and no percentages here.
    """
    score, coverage = outcome.to_dict(), scores.coverage
    shown = [row.to_dict() | {"label": row.shown_label} for row in indicators]
    seen = [row for row in shown if row["measured"]]
    return {
        "rows": row_figures(data),
        "indicators": {"indicators": [_of(row, _SAID) for row in shown]},
        "change": {
            "change": scores.change.to_dict() if scores.data == "readings" else None,
            "direction_assumed": scores.direction_assumed,
        },
        "pairs": {"indicators": [_of(row, ("id", *_PAIRS, "one_reading", "people")) for row in seen]},
        "together": {"rule": scores.rule, "unit": scores.unit, **_of(score, (*_PAIRS, "share_improved"))},
        "share": _of(score, _SHARE),
        "points": {"indicators": [_points(row) for row in indicators if row.measured]},
        "unseen": {
            "coverage_people": coverage and coverage.people,
            "coverage_with_two": coverage and coverage.with_two,
            **_of(score, _UNSEEN),
        },
    }


def _of(row: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _points(row: IndicatorScore) -> dict[str, Any]:
    return {"id": row.id, **{key: getattr(row, key) for key in _POINTS}}
