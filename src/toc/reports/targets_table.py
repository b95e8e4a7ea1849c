"""Baselines and targets beside what was observed, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.scoring.target_check import TargetCheck

__all__ = ["targets_table"]

_COLUMNS = Cells(("stated", "observed", "n", ""))
_NONE = "The model states no baseline and no target."
_MEANS = (
    "Observed of a score: the mean of people with two readings, of their first readings for a baseline and of "
    "their latest for a target. That a target is reached does not say why."
)


def targets_table(checks: Sequence[TargetCheck], *, width: int = 80) -> Iterator[str]:
    """Yield a row for every baseline and target, no wider than `width`, with why some cannot be compared."""
    if not checks:
        yield _NONE
        yield ""
        return
    yield from laid_out("Baselines and targets", _COLUMNS, map(_row, checks), width)
    yield from wrapped(_MEANS, width)
    yield ""


def _row(check: TargetCheck) -> tuple[str, str | tuple[str, ...]]:
    by = f" by {check.by}" if check.by else ""
    label = f"{check.label}: {check.kind}{by}"
    if check.observed is None:
        return label, f"{check.stated}: {check.reason}"
    unit = " %" if check.unit == "per cent" else ""
    reached = {True: "reached", False: "not reached", None: ""}[check.reached]
    n = "" if check.n is None else str(check.n)
    return label, (f"{check.stated}{unit}", f"{check.observed:.2f}".rstrip("0").rstrip(".") + unit, n, reached)
