"""Coverage as bars: of how many people of each site a change could be seen at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toc.diagram.text_widths import text_width
from toc.errors import TocError
from toc.reports.plots.plot_frame import LEFT, RIGHT, framed, lines_of, row_lines, top_of
from toc.reports.plots.sheet import SOFT, Block, Look, Rule, Shape, Sheet, Words
from toc.scoring import PeopleCoverage, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["coverage_plot"]

SEEN = Look("#0072B2", "#00456B")
NOT_SEEN = Look("#FFFFFF", "#555555")
"""The whole of people is an outline; those with two assessments fill it."""

_SIZE = 9.0
_LABELS = 170.0
_ZERO = LEFT + _LABELS + 14
_NOTE = (
    "The outline is all people, the filled part those of whom a change can be seen, in per cent. It is a census, "
    "so it has no interval."
)


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    share: float | None
    words: str
    whole: bool = False


def coverage_plot(scores: Scores) -> Sheet:
    """Return the plot of coverage: each site, and all people.

    What is hidden has no bar but the word. Raises `TocError` where coverage is not known at all.
    """
    rows = tuple(_rows(scores))
    if not rows:
        raise TocError(
            f"There is nothing to plot: coverage is not known from {scores.source}.",
            hint="Readings of people tell it, and of published counts `coverage` in the model.",
        )
    title = "Coverage: who was assessed twice"
    shapes, top = top_of(scores, title)
    unit = RIGHT - _ZERO - max(text_width(row.words, _SIZE, bold=row.whole) for row in rows) - 10
    y = top
    body: list[Shape] = []
    for row in rows:
        height = 10.0 + 11.0 * len(lines_of(row.label, _LABELS, _SIZE, bold=row.whole))
        body += _drawn(row, unit, y + height / 2)
        y += height
    told = [f"{row.label}: {row.words}." for row in rows]
    return framed(scores, title, (*shapes, *_grid(unit, top, y), *body), y + 16, note=_NOTE, told=told)


def _rows(scores: Scores) -> Iterator[_Row]:
    for group in scores.groups:
        if group.by == "site" and (group.coverage or "coverage" in group.hidden):
            yield _row(group.label, group.coverage)
    hidden = scores.publication is not None and scores.publication.coverage_hidden
    if hidden or scores.coverage:
        yield _row("All people", scores.coverage, whole=True)


def _row(label: str, coverage: PeopleCoverage | None, *, whole: bool = False) -> _Row:
    if coverage is None or coverage.share is None:
        return _Row(label, None, HIDDEN if coverage is None else "nobody", whole)
    words = f"{coverage.with_two} of {coverage.people} ({100 * coverage.share:.1f} %)"
    return _Row(label, coverage.share, words, whole)


def _drawn(row: _Row, unit: float, middle: float) -> Iterator[Shape]:
    yield from row_lines(row.label, LEFT, middle, _LABELS, _SIZE, bold=row.whole)
    if row.share is None:
        yield Words(_ZERO + 5, middle, row.words, _SIZE, bold=row.whole)
        return
    yield Block(_ZERO, middle - 6, unit, 12, NOT_SEEN)
    yield Block(_ZERO, middle - 6, unit * row.share, 12, SEEN)
    yield Words(_ZERO + unit + 8, middle, row.words, _SIZE, bold=row.whole)


def _grid(unit: float, top: float, bottom: float) -> Iterator[Shape]:
    for quarter in range(5):
        x = _ZERO + unit * quarter / 4
        yield Rule(((x, top), (x, bottom)), "#C8C8C8" if quarter else SOFT, 0.4 if quarter else 0.8)
        yield Words(x, bottom + 9, f"{25 * quarter} %", 8.0, "center", colour=SOFT)
