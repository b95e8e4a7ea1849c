"""The baselines and targets of the model beside what was observed."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.card import Row, Section, Table
from toc.scoring import Scores
from toc.scoring.target_check import TargetCheck

__all__ = ["target_section"]

_COLUMNS = ("Indicator", "What", "Stated", "By", "Observed", "n", "Reading")
_NONE = "The model states no baseline and no target."
_MEANS = (
    "A mean score is that of people with two readings: their first readings for a baseline, their latest for "
    "a target. That a target is reached does not say why."
)
_REACHED = {True: "reached", False: "not reached", None: ""}


def target_section(scores: Scores) -> Iterator[Section]:
    """Yield one section with every baseline and target; none where they were not asked for."""
    if scores.targets is None:
        return
    title = "Baselines and targets"
    if not scores.targets:
        yield Section(title=title, paragraphs=(_NONE,))
        return
    rows = tuple(map(_row, scores.targets))
    table = Table(caption=title, columns=_COLUMNS, rows=rows, numbers=frozenset({"Observed", "n"}))
    yield Section(title=title, tables=(table,), points=(_MEANS,))


def _row(check: TargetCheck) -> Row:
    observed = "" if check.observed is None else f"{round(check.observed, 2):g} ({check.unit})"
    n = "" if check.n is None else str(check.n)
    reading = "; ".join(filter(None, (_REACHED[check.reached], check.reason)))
    return Row(check.label, (check.kind, check.stated, check.by, observed, n, reading))
