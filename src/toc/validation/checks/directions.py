"""Outcomes that claim a direction without a point to start from."""

from __future__ import annotations

from collections.abc import Iterator

from toc.validation.checks.outcome_wording import path_of_label
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.change import direction_word

__all__ = ["directions_without_baseline"]


def directions_without_baseline(context: Context) -> Iterator[Hit]:
    """TOC208: outcomes said to become more or less, of whose indicators none has a baseline or defers it."""
    theory = context.theory
    has_baseline: dict[str, bool] = {}
    for indicator in theory.indicators.values():
        known = indicator.baseline is not None
        for outcome in indicator.measures:
            has_baseline[outcome] = has_baseline.get(outcome, False) or known
    for box, statement in context.statements:
        if has_baseline.get(box.id, True):
            continue
        found = direction_word(statement)
        if found:
            yield Hit("TOC208", box.id, {**words_of(box), "found": found}, path_of_label(theory, box.id))
