"""Readings or counts and a theory of change in, scores out."""

from __future__ import annotations

from toc.scoring.coverage import PeopleCoverage
from toc.scoring.intervals import Interval, clustered_wilson, missing_data_bounds, wilson
from toc.scoring.score import score
from toc.scoring.scores import IndicatorScore, OutcomeScore, Score, Scores

__all__ = [
    "IndicatorScore",
    "Interval",
    "OutcomeScore",
    "PeopleCoverage",
    "Score",
    "Scores",
    "clustered_wilson",
    "missing_data_bounds",
    "score",
    "wilson",
]
