"""Change on each indicator as bars that part: worse to the left, better to the right, no change apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from toc.diagram.text_widths import text_width
from toc.errors import TocError
from toc.reports.plots.change_rows import ChangeRow, Stretch, change_rows
from toc.reports.plots.plot_frame import LEFT, RIGHT, framed, lines_of, row_lines, top_of
from toc.reports.plots.sheet import SOFT, Block, Look, Rule, Shape, Sheet, Side, Words
from toc.scoring import Scores

__all__ = ["change_plot"]

IMPROVED = Look("#0072B2", "#00456B")
WORSENED = Look("#FFD9B3", "#8A3700", "////")
NO_CHANGE = Look("#DDDDDD", "#555555")
"""In grey: dark, hatched and light."""

_SIZE = 9.0
_LABELS, _NUMBERS = 196.0, 62.0
_GAP = 5.0
_HEAD = 36.0
"""How much room there is beyond the longest bar of a kind at least, so that its heading fits."""
_HEADS: dict[bool, tuple[str, str, str]] = {
    False: ("Pairs", "Worsened", "Improved"),
    True: ("People", "Fewer", "More"),
}
_NOTES = {
    False: "Bars are per cent of the pairs of each indicator, all on one scale; the numbers at them are pairs. "
    "n<10, n<5: few pairs, so read the numbers and not the bars.",
    True: "Bars are the change in percentage points; how many people changed is not known.",
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where 0 stands for the bars that part and for those apart, how long 100 % is, and how far each goes."""

    zero: float
    apart: float
    unit: float
    reach: tuple[float, float, float]


def change_plot(scores: Scores) -> Sheet:
    """Return the plot of change per indicator.

    Of percentages before and after it shows the change in points. A number that is hidden has no bar but the
    word. Raises `TocError` where no indicator was measured.
    """
    rows = tuple(change_rows(scores))
    if not rows:
        raise TocError(f"There is nothing to plot: no indicator was measured in {scores.source}.")
    points = scores.data == "pre_post"
    title = "Change in percentage points" if points else "Change observed on each indicator"
    shapes, top = top_of(scores, title)
    scale = _scale_of(rows)
    shapes += _headings(scale, top, points=points)
    y = top + 14
    body: list[Shape] = []
    for row in rows:
        height = _height(row)
        body += _row(row, scale, y + height / 2)
        y += height
        if not row.whole:
            body.append(Rule(((LEFT, y), (RIGHT, y)), "#D0D0D0", 0.4))
    shapes += (*_grid(scale, top + 14, y, "" if points else " %"), *body)
    return framed(scores, title, shapes, y + 16, note=_NOTES[points], told=[row.told for row in rows])


def _scale_of(rows: Sequence[ChangeRow]) -> _Scale:
    """Let the longest bar of each kind fit, to the next quarter, with room for the words at its end."""
    kinds = ([row.worse for row in rows], [row.better for row in rows], [row.apart for row in rows if row.apart])
    left, right, apart = (_reach(kind) for kind in kinds)
    rooms = [max(_room(kind), _HEAD) if kind else 0.0 for kind in kinds]
    from_x = LEFT + _LABELS + _NUMBERS + 8
    unit = (RIGHT - from_x - sum(rooms)) / (left + right + apart or 1.0)
    zero = from_x + rooms[0] + left * unit
    return _Scale(zero, zero + right * unit + rooms[1], unit, (left, right, apart))


def _reach(stretches: Sequence[Stretch]) -> float:
    return ceil(4 * max((each.share or 0.0 for each in stretches), default=0.0)) / 4


def _room(stretches: Sequence[Stretch]) -> float:
    return max((text_width(each.words, _SIZE) for each in stretches), default=0.0) + 2 * _GAP


def _headings(scale: _Scale, top: float, *, points: bool) -> Iterator[Words]:
    n, worse, better = _HEADS[points]
    yield Words(LEFT, top, "Indicator", _SIZE, bold=True)
    yield Words(LEFT + _LABELS + _NUMBERS, top, n, _SIZE, "right", bold=True)
    yield Words(scale.zero - _GAP, top, worse, _SIZE, "right", bold=True)
    yield Words(scale.zero + _GAP, top, better, _SIZE, bold=True)
    if not points:
        yield Words(scale.apart, top, "No change", _SIZE, bold=True)


def _grid(scale: _Scale, top: float, bottom: float, unit: str) -> Iterator[Shape]:
    left, right, apart = scale.reach
    marks = [(scale.zero + at * scale.unit / 4, abs(at)) for at in range(round(-4 * left), round(4 * right) + 1)]
    marks += [(scale.apart + at * scale.unit / 4, at) for at in range(round(4 * apart) + 1)] if apart else []
    for x, quarters in marks:
        yield Rule(
            ((x, top), (x, bottom)), "#555555" if quarters == 0 else "#C8C8C8", 0.8 if quarters == 0 else 0.4
        )
        if quarters % 2 == 0 or scale.unit / 4 > 30:
            yield Words(x, bottom + 9, f"{25 * quarters}{unit}", 8.0, "center", colour=SOFT)


def _height(row: ChangeRow) -> float:
    return 9.0 + 11.0 * len(lines_of(row.label, _LABELS, _SIZE, bold=row.whole))


def _row(row: ChangeRow, scale: _Scale, middle: float) -> Iterator[Shape]:
    yield from row_lines(row.label, LEFT, middle, _LABELS, _SIZE, bold=row.whole)
    yield Words(LEFT + _LABELS + _NUMBERS, middle, row.n, _SIZE, "right", bold=row.whole)
    yield from _bar(row.worse, scale.zero, -scale.unit, middle, WORSENED)
    yield from _bar(row.better, scale.zero, scale.unit, middle, IMPROVED)
    if row.apart is not None:
        yield from _bar(row.apart, scale.apart, scale.unit, middle, NO_CHANGE)


def _bar(stretch: Stretch, zero: float, unit: float, middle: float, look: Look) -> Iterator[Shape]:
    length = (stretch.share or 0.0) * unit
    if length:
        yield Block(min(zero, zero + length), middle - 5.5, abs(length), 11.0, look)
    if stretch.words:
        side: Side = "right" if unit < 0 else "left"
        gap = -_GAP if unit < 0 else _GAP
        yield Words(zero + length + gap, middle, stretch.words, _SIZE, side)
