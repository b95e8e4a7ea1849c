"""The steps from rows of data to the score of an outcome, as plain text for a terminal."""

from __future__ import annotations

from toc.data import Data
from toc.reports.score_lines import wrapped
from toc.scoring import Scores
from toc.scoring.score_steps import score_steps

__all__ = ["score_explained"]


def score_explained(scores: Scores, data: Data, outcome: str, *, width: int = 80) -> str:
    """Return every step to the score of an outcome as numbered lines of text; errors are as for `score_steps`."""
    steps = score_steps(scores, data, outcome)
    label = next(row.label for row in scores.outcomes if row.id == outcome)
    lines = [*(["SYNTHETIC DATA", ""] if scores.synthetic else []), *wrapped(f"How {label} was scored", width)]
    for number, step in enumerate(steps, start=1):
        lines += ["", *wrapped(f"{number}. {step.title}", width, indent="   ")]
        lines += [f"   {line}" for told in step.lines for line in wrapped(told, width - 3, indent="  ")]
    return "\n".join(line.rstrip() for line in lines) + "\n"
