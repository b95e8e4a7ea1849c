"""Which indicators measure which outcomes, in the order of stages."""

from __future__ import annotations

from toc.model import OUTCOME_STAGES, Box, Indicator, TheoryOfChange

__all__ = ["indicators_of", "measured_in_parts", "measured_in_whole", "outcomes_of", "stage_of"]


def outcomes_of(theory: TheoryOfChange) -> tuple[Box, ...]:
    """Return every outcome, stage by stage, each stage in the order of the model."""
    return tuple(box for stage in OUTCOME_STAGES for box in theory.boxes_of(stage).values())


def indicators_of(theory: TheoryOfChange, outcome: str) -> tuple[Indicator, ...]:
    """Return the indicators that measure an outcome itself; those of its parts are not among them."""
    return tuple(indicator for indicator in theory.indicators.values() if outcome in indicator.measures)


def measured_in_parts(theory: TheoryOfChange) -> frozenset[str]:
    """Return the outcomes of which an indicator measures a part, or a part of a part, and so on."""
    wholes: set[str] = set()
    for indicator in theory.indicators.values():
        for outcome in indicator.measures:
            whole = _whole_of(theory, outcome)
            while whole is not None and whole not in wholes:
                wholes.add(whole)
                whole = _whole_of(theory, whole)
    return frozenset(wholes)


def measured_in_whole(theory: TheoryOfChange, outcome: str) -> bool:
    """Say whether an indicator measures the whole of which an outcome is a part, or the whole of that."""
    wholes: list[str] = []
    whole = _whole_of(theory, outcome)
    while whole is not None and whole not in wholes:
        wholes.append(whole)
        whole = _whole_of(theory, whole)
    if not wholes:
        return False
    return any(not set(wholes).isdisjoint(indicator.measures) for indicator in theory.indicators.values())


def _whole_of(theory: TheoryOfChange, box: str) -> str | None:
    return theory.boxes[box].part_of if box in theory.boxes else None


def stage_of(theory: TheoryOfChange, indicator: Indicator) -> str | None:
    """Return the stage of the outcomes that an indicator measures; None where they are of several or none."""
    stages = {theory.boxes[outcome].stage for outcome in indicator.measures if outcome in theory.boxes}
    return stages.pop() if len(stages) == 1 else None
