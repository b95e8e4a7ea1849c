"""The funnel of engagement as bars around one middle: how many people went how far."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.plots.plot_frame import LEFT, RIGHT, closed, headed, row_lines
from toc.reports.plots.sheet import INK, SOFT, Block, Look, Rule, Shape, Sheet, Words
from toc.scoring import Funnel
from toc.scoring.people_funnel import FunnelStep
from toc.scoring.publication import HIDDEN

__all__ = ["people_plot"]

_STEP = Look("#9DC3E0", "#00456B")
"""Ink on it is 10:1, and in grey it is far from the white of the paper."""

_SIZE = 9.5
_LABELS = 190.0
_MIDDLE = LEFT + _LABELS + 16 + (RIGHT - LEFT - _LABELS - 16) / 2
_WIDEST = RIGHT - LEFT - _LABELS - 16
_BAR, _GAP = 34.0, 22.0
_NOTE = "The width of a bar is its number. Each step is a part of the one before; per cent are of the first."


def people_plot(funnel: Funnel) -> Sheet:
    """Return the plot of a funnel; a step that is hidden has no bar but the word.

    Counts of another unit are no step: they stand in the lines below. The numbers stand in the bars, so that none
    has to be read from a width.
    """
    subject = f"{funnel.unit[:1].upper()}{funnel.unit[1:]} ({funnel.source})"
    shapes, top = headed(funnel.title, subject, synthetic=funnel.synthetic)
    most = max((step.count or 0 for step in funnel.steps), default=0) or 1
    y = top
    for step in funnel.steps:
        shapes += _drawn(step, y, (step.count or 0) / most)
        y += _BAR + _GAP
    told = [_told(step) for step in funnel.steps]
    said = (_NOTE, *funnel.lines)
    return closed(funnel.title, shapes, y - _GAP, said=said, told=told, synthetic=funnel.synthetic)


def _drawn(step: FunnelStep, top: float, share: float) -> Iterator[Shape]:
    if lost := _lost(step):
        yield Rule(((_MIDDLE, top - _GAP + 2), (_MIDDLE, top - 2)), SOFT, 0.6, "dashed")
        yield Words(_MIDDLE + 8, top - _GAP / 2, lost, 8.0, colour=SOFT)
    middle = top + _BAR / 2
    yield from row_lines(step.label, LEFT, middle, _LABELS, _SIZE, bold=True)
    if step.count is not None:
        width = _WIDEST * share
        yield Block(_MIDDLE - width / 2, top, width, _BAR, _STEP)
    yield Words(_MIDDLE, middle, _number(step), _SIZE, "center", bold=True, colour=INK)


def _number(step: FunnelStep) -> str:
    if step.count is None:
        return HIDDEN
    share = "" if step.share_of_first in (None, 1) else f" ({100 * (step.share_of_first or 0):.1f} %)"
    return f"{step.count}{share}"


def _lost(step: FunnelStep) -> str:
    if "lost" in step.hidden:
        return f"fewer: {HIDDEN}"
    return f"{step.lost} fewer" if step.lost else ""


def _told(step: FunnelStep) -> str:
    lost = _lost(step)
    return f"{step.label}: {_number(step)}{f' ({lost})' if lost else ''}."
