"""Findings, scores and figures as people and programs read them; what the face hands out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toc.reports.cards.scorecard import Scorecard, scorecard
    from toc.reports.drawing import Drawing
    from toc.reports.outcome_matrix import OutcomeMatrix, matrix
    from toc.reports.pathways import Pathways, trace
    from toc.reports.plots.plot import Plot, plot
    from toc.reports.theory_drawing import draw
    from toc.reports.told_findings import known_findings

__all__ = [
    "Drawing",
    "OutcomeMatrix",
    "Pathways",
    "Plot",
    "Scorecard",
    "draw",
    "known_findings",
    "matrix",
    "plot",
    "scorecard",
    "trace",
]

_HOME = {
    "Drawing": "drawing",
    "OutcomeMatrix": "outcome_matrix",
    "Pathways": "pathways",
    "Plot": "plots.plot",
    "Scorecard": "cards.scorecard",
    "draw": "theory_drawing",
    "known_findings": "told_findings",
    "matrix": "outcome_matrix",
    "plot": "plots.plot",
    "scorecard": "cards.scorecard",
    "trace": "pathways",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
