"""Looks: how each kind of border and arrow is drawn, in whatever colours.

Colour never carries a meaning alone: bases differ in dash and arrowhead, marks in width, badges hold words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from toc.diagram.picture import Arrow, PictureBox, StageArrow, TextLine
from toc.diagram.theme import Theme
from toc.diagram.view import Mark, Support

__all__ = [
    "POINTER", "ArrowLook", "BorderLook", "colour_of_badge_line", "look_of_arrow", "look_of_legend",
    "look_of_mark", "look_of_stage_arrow", "scale_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArrowLook:
    """How an arrow is drawn.

    `dash` and `head` are names of Graphviz; `width` and `head_length` are points in a figure of normal size and
    are multiplied by `scale_of` the picture.
    """

    dash: Literal["solid", "dashed", "dotted"]
    width: float
    head: str
    head_length: float


@dataclass(frozen=True, slots=True)
class BorderLook:
    """How the border of a box is drawn: its width in points, dashed or not, and whether the box is left empty."""

    width: float = 1.1
    dashed: bool = False
    empty: bool = False


_WIDER: Mapping[Mark, float] = {
    "": 0.0, "added": 1.4, "dropped": 0.4, "changed": 0.7, "path": 1.4, "beside": -0.4,
}  # fmt: skip
"""How many points an arrow with a mark is wider than one without."""
_LINK_MARKS: Mapping[str, Mark] = {
    "added_link": "added",
    "dropped_link": "dropped",
    "changed_link": "changed",
    "path_link": "path",
}
_DASHES: Mapping[str, Literal["solid", "dashed", "dotted"]] = {
    "for": "solid", "mixed": "dashed", "against": "dotted", "none": "solid",
}  # fmt: skip
_WIDTHS = {"high": 2.4, "middle": 1.5, "low": 0.8}
"""How wide an arrow is by how confident its authors are."""


def look_of_arrow(arrow: Arrow) -> ArrowLook:
    """The look of an arrow: its basis is the line, feedback a double head, a negative link a cross bar.

    Where the figure shows support, that is the line instead.
    """
    if arrow.support is not None:
        return _look_of_support(arrow.support, feedback=arrow.feedback, negative=arrow.negative)
    return _look(arrow.basis, feedback=arrow.feedback, negative=arrow.negative, mark=arrow.mark)


def look_of_mark(mark: Mark) -> BorderLook:
    """The border of a box where two theories are compared: thick where it is new or otherwise, dashed if gone."""
    if mark == "dropped":
        return BorderLook(1.4, dashed=True, empty=True)
    if mark == "beside":
        return BorderLook(0.6, empty=True)
    return BorderLook({"added": 2.8, "path": 2.8, "changed": 2.0}.get(mark, 1.1))


def colour_of_badge_line(box: PictureBox, line: TextLine, theme: Theme) -> str:
    """The colour of a line of a badge: that of the paper on its bar, ink below it."""
    if box.badge_box is None:
        return theme.ink
    _, middle, _, height = box.badge_box
    return theme.paper if abs(line.y - middle) <= height / 2 else theme.ink


def look_of_stage_arrow(arrow: StageArrow) -> ArrowLook:
    """The look of an arrow between two whole stages: thicker, dashed where it is inferred.

    Where the figure shows support it has an open head, as no study is named for whole stages.
    """
    if arrow.support is not None:
        return _OPEN_STAGE
    dash: Literal["solid", "dashed"] = "dashed" if arrow.basis == "inferred" else "solid"
    return ArrowLook(dash, 2.0, "normal", 6.0)


_OPEN_STAGE = ArrowLook("solid", 1.1, "onormal", 6.0)
"""Thinner than with a full head, which wide lines would fill."""
POINTER = ArrowLook("solid", 0.7, "dot", 4.8)
"""A line from a factor ends in a dot on the arrow on which it acts."""


_OTHERS: Mapping[str, ArrowLook] = {
    "pointer": POINTER,
    "stage": ArrowLook("solid", 2.0, "normal", 6.0),
    "open_stage": ArrowLook("solid", 0.8, "onormal", 6.0),
    "open_feedback": ArrowLook("solid", 0.7, "onormalonormal", 12.0),
}
"""The samples in a legend of what says neither basis nor support."""


def look_of_legend(kind: str) -> ArrowLook:
    """The look of a sample line of the legend, by the kind of the item."""
    if kind in _OTHERS:
        return _OTHERS[kind]
    sort, _, which = kind.partition("_")
    if sort == "evidence":
        return _look_of_support(_SAMPLES[which])
    if sort == "confidence":
        return ArrowLook("solid", _WIDTHS[which], "normal", 6.0)
    mark = _LINK_MARKS.get(kind, "")
    return _look("stated" if mark else kind, feedback=kind == "feedback", negative=kind == "negative", mark=mark)


def scale_of(font_size: float) -> float:
    """How much thicker or thinner lines and arrowheads are than in a figure with 8.2 point words."""
    return min(max(font_size / 8.2, 0.6), 1.6)


_SAMPLES = {
    "for": Support(("a",)),
    "mixed": Support(("a",), ("b",)),
    "against": Support((), ("b",)),
    "none": Support(),
}


def _look_of_support(support: Support, *, feedback: bool = False, negative: bool = False) -> ArrowLook:
    """A full line where studies support a link, dashed or dotted where they do not, an open head without any."""
    usual = _look("generic" if support.kind == "none" else "stated", feedback=feedback, negative=negative)
    width = _WIDTHS.get(support.level, usual.width)
    return ArrowLook(_DASHES[support.kind], width, usual.head, usual.head_length)


def _look(basis: str | None, *, feedback: bool, negative: bool, mark: Mark = "") -> ArrowLook:
    tip = "tee" if negative else "onormal" if basis == "generic" else "normal"
    length = 3.0 if negative else 6.0
    return ArrowLook(
        dash="dotted" if mark == "dropped" else "dashed" if basis == "inferred" else "solid",
        width=(0.7 if basis == "generic" else 1.0) + (0.6 if feedback else 0.0) + _WIDER[mark],
        head=tip * 2 if feedback else tip,
        head_length=length * 2 if feedback else length,
    )
