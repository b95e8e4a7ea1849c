"""Which indicators measure which outcomes, in the order of stages."""

from __future__ import annotations

from toc.model import OUTCOME_STAGES, Box, Indicator, TheoryOfChange

__all__ = ["indicators_of", "outcomes_of", "stage_of"]


def outcomes_of(theory: TheoryOfChange) -> tuple[Box, ...]:
    """Return every outcome, stage by stage, each stage in the order of the model."""
    return tuple(box for stage in OUTCOME_STAGES for box in theory.boxes_of(stage).values())


def indicators_of(theory: TheoryOfChange, outcome: str) -> tuple[Indicator, ...]:
    """Return the indicators that measure an outcome itself; those of its parts are not among them."""
    return tuple(indicator for indicator in theory.indicators.values() if outcome in indicator.measures)


def stage_of(theory: TheoryOfChange, indicator: Indicator) -> str | None:
    """Return the stage of the outcomes that an indicator measures; None where they are of several or none."""
    stages = {theory.boxes[outcome].stage for outcome in indicator.measures if outcome in theory.boxes}
    return stages.pop() if len(stages) == 1 else None
