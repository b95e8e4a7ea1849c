"""The steps from rows of data to the score of an outcome, as plain text for a terminal or as JSON."""

from __future__ import annotations

import json

from toc.data import Data
from toc.reports.score_lines import wrapped
from toc.scoring import Scores
from toc.scoring.score_steps import score_steps

__all__ = ["score_explained", "score_explained_json"]


def score_explained(scores: Scores, data: Data, outcome: str, *, width: int = 80) -> str:
    """Return every step to the score of an outcome as numbered lines of text; errors are as for `score_steps`."""
    steps = score_steps(scores, data, outcome)
    title = f"How {_label(scores, outcome)} was scored"
    lines = [*(["SYNTHETIC DATA", ""] if scores.synthetic else []), *wrapped(title, width)]
    for number, step in enumerate(steps, start=1):
        lines += ["", *wrapped(f"{number}. {step.title}", width, indent="   ")]
        lines += [f"   {line}" for told in step.lines for line in wrapped(told, width - 3, indent="  ")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def score_explained_json(scores: Scores, data: Data, outcome: str) -> str:
    """Return every step to the score of an outcome as JSON, format version 1; errors are as for `score_steps`.

    `lines` of a step are its words, `figures` the numbers in them.
    """
    steps = score_steps(scores, data, outcome)
    explained = {
        "version": 1,
        "outcome": outcome,
        "label": _label(scores, outcome),
        "data": scores.data,
        "rule": scores.rule,
        "unit": scores.unit,
        "source": scores.source,
        "synthetic": scores.synthetic,
        "steps": [step.to_dict() for step in steps],
    }
    return json.dumps(explained, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _label(scores: Scores, outcome: str) -> str:
    return next(row.label for row in scores.outcomes if row.id == outcome)
