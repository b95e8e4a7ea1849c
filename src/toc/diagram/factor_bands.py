"""`FactorBands`: the factors around a theory, one band below the columns for each of their roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from toc.diagram.grid import MARGIN
from toc.diagram.picture import FactorSign, Frame, TextLine
from toc.diagram.text_widths import text_width
from toc.diagram.view import View, ViewFactor
from toc.diagram.wrapping import wrap

__all__ = ["FactorBands", "lay_factor_bands"]

LINE = 1.18
PAD, GAP, BETWEEN = 0.45, 1.2, 0.3
"""In font sizes: within a band, between two of its columns, and between two rows or bands."""
WIDEST_TITLE, NARROWEST = 11.0, 12.0
MOST_COLUMNS = 8
SIGN_WIDER, SIGN_SIDES, SIGN_HIGH = 1.22, 0.5, 1.2


@dataclass(frozen=True, slots=True)
class FactorBands:
    """The bands from the top of the first, at y = 0, downwards, their factors, and the height of all."""

    frames: tuple[Frame, ...] = ()
    signs: tuple[FactorSign, ...] = ()
    height: float = 0.0

    def moved(self, y: float) -> FactorBands:
        """The same bands further down."""
        frames = tuple(replace(one, y=one.y + y, text=_moved(one.text, y)) for one in self.frames)
        signs = (
            replace(one, y=one.y + y, letter=_moved((one.letter,), y)[0], text=_moved(one.text, y))
            for one in self.signs
        )
        return FactorBands(frames, tuple(signs), self.height)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns in which all bands set their factors: where the first begins, how wide and how many they are."""

    left: float
    width: float
    count: int
    sign: float
    size: float

    @property
    def room(self) -> float:
        """How many font sizes wide the words of a factor can be."""
        return (self.width - self.sign - 0.4 * self.size) / self.size


def lay_factor_bands(view: View, size: float, width: float) -> FactorBands:
    """Set the factors row by row in as many columns as take the least height."""
    if not view.factors:
        return FactorBands()
    roles = [
        (key, tuple(group)) for key, group in groupby(drawn_factors(view), key=lambda one: (one.role, one.heading))
    ]
    titles = [wrap(heading, WIDEST_TITLE, bold=True) for (_, heading), _ in roles]
    title = max(text_width(line, size, bold=True) for lines in titles for line in lines)
    widest = max(text_width(factor.sign, size, bold=True) for factor in view.factors)
    sign = SIGN_WIDER * widest + SIGN_SIDES * size
    left = MARGIN + title + (PAD + GAP) * size
    room = width - MARGIN - PAD * size - left
    columns = _best_columns([members for _, members in roles], left, room, sign, size)
    frames: list[Frame] = []
    signs: list[FactorSign] = []
    y = 0.0
    for ((role, heading), members), lines in zip(roles, titles, strict=True):
        rows = list(_rows(members, columns, y + PAD * size))
        inner = max(*(sign_bottom(one, size) for one in rows), y + PAD * size + LINE * size * len(lines))
        bottom = inner + PAD * size
        text = tuple(_line(line, MARGIN + PAD * size, y + PAD * size, size, n) for n, line in enumerate(lines))
        middle = (MARGIN + width - MARGIN) / 2
        frames.append(
            Frame(role, "band", middle, (y + bottom) / 2, width - 2 * MARGIN, bottom - y, "shared", text, heading)
        )
        signs += rows
        y = bottom + BETWEEN * size
    return FactorBands(tuple(frames), tuple(signs), y - BETWEEN * size)


def drawn_factors(view: View) -> tuple[ViewFactor, ...]:
    """The factors with what they act on in this view: a page of several holds a part of the boxes and links."""
    ends = {one.id for one in view.boxes} | {one.id for one in view.groups}
    links = {(link.source, link.target) for link in view.links}
    return tuple(
        replace(
            factor,
            boxes=tuple(box for box in factor.boxes if box in ends),
            links=tuple(pair for pair in factor.links if pair in links),
        )
        for factor in view.factors
    )


def sign_bottom(sign: FactorSign, size: float) -> float:
    """Where the words of a factor end, or its letter."""
    return max(sign.y + sign.height / 2, sign.text[-1].y + 0.25 * size)


def _best_columns(
    roles: list[tuple[ViewFactor, ...]], left: float, room: float, sign: float, size: float
) -> _Columns:
    """The number of columns whose rows, estimated by the length of the words, are lowest in all."""
    most = min(MOST_COLUMNS, max(map(len, roles)), max(1, int(room / (NARROWEST * size))))
    found = []
    for count in range(1, most + 1):
        columns = _Columns(left, (room - GAP * size * (count - 1)) / count, count, sign, size)
        lines = 0.0
        for members in roles:
            for start in range(0, len(members), count):
                widths = [text_width(one.label, 1.0) for one in members[start : start + count]]
                lines += max(ceil(width / (0.94 * columns.room)) for width in widths) + BETWEEN
        found.append((lines, count, columns))
    return min(found, key=lambda one: one[:2])[2]


def _rows(members: tuple[ViewFactor, ...], columns: _Columns, top: float) -> Iterator[FactorSign]:
    size = columns.size
    for start in range(0, len(members), columns.count):
        row = members[start : start + columns.count]
        lines = [wrap(factor.label, columns.room) for factor in row]
        for place, (factor, words) in enumerate(zip(row, lines, strict=True)):
            left = columns.left + place * (columns.width + GAP * size)
            yield _sign(factor, words, left, top, columns)
        top += LINE * size * max(map(len, lines)) + BETWEEN * size


def _sign(factor: ViewFactor, words: tuple[str, ...], left: float, top: float, columns: _Columns) -> FactorSign:
    size = columns.size
    x, y = left + columns.sign / 2, top + LINE * size / 2
    start = left + columns.sign + 0.4 * size
    letter = TextLine(
        factor.sign,
        x,
        y + 0.34 * size,
        size,
        text_width(factor.sign, size, bold=True),
        bold=True,
        anchor="middle",
    )
    return FactorSign(
        factor.id,
        factor.role,
        factor.sign,
        factor.label,
        x,
        y,
        columns.sign,
        SIGN_HIGH * size,
        letter,
        tuple(_line(line, start, top, size, number, bold=False) for number, line in enumerate(words)),
        factor.boxes,
        factor.links,
    )


def _line(text: str, left: float, top: float, size: float, number: int, *, bold: bool = True) -> TextLine:
    y = top + LINE * size * (number + 0.5) + 0.34 * size
    return TextLine(text, left, y, size, text_width(text, size, bold=bold), bold=bold)


def _moved(lines: tuple[TextLine, ...], y: float) -> tuple[TextLine, ...]:
    return tuple(replace(line, y=line.y + y) for line in lines)
