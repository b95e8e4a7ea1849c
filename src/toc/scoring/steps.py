"""The steps that people went on each indicator's scale, for the better or the worse."""

from __future__ import annotations

from toc.data import Readings
from toc.model import TheoryOfChange
from toc.scoring.change import pairs_by_indicator, step_of
from toc.scoring.change_rule import ChangeRule

__all__ = ["steps_of"]


def steps_of(readings: Readings, theory: TheoryOfChange, rule: ChangeRule) -> dict[str, list[float]]:
    """Return the step of every pair under each indicator whose scale has a good end, above 0 for the better.

    A step that is no change under the rule is 0.
    """
    steps: dict[str, list[float]] = {}
    for key, pairs in pairs_by_indicator(readings.rows, final_only=rule.final_only).items():
        name = theory.indicators[key].scale or ""
        found = [
            step_of(theory.scales.get(name), pair.first, pair.latest) for pair in pairs if pair.latest is not None
        ]
        known = [step for step in found if step is not None]
        if len(known) == len(found):
            steps[key] = [step if rule.counts(name, step) else 0.0 for step in known]
    return steps
