"""The steps that people went on each indicator's scale, for the better or the worse."""

from __future__ import annotations

from toc.model import TheoryOfChange
from toc.scoring.change import step_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.pair_cells import PairCells

__all__ = ["steps_of"]


def steps_of(cells: PairCells, theory: TheoryOfChange, rule: ChangeRule) -> dict[str, list[float]]:
    """Return the step of every pair under each indicator whose scale has a good end, above 0 for the better.

    A step that is no change under the rule is 0. The steps of an indicator stand in no order.
    """
    steps: dict[str, list[float]] = {}
    for series, changes in cells.changes.items():
        name = theory.indicators[series.indicator].scale or ""
        for (first, latest), pairs in changes.items():
            step = step_of(theory.scales.get(name), first, latest)
            if step is not None:
                taken = step if rule.counts(name, step) else 0.0
                steps.setdefault(series.indicator, []).extend([taken] * pairs)
    return steps
