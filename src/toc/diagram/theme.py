"""Looks: which colours a tone has and how each kind of arrow is drawn.

Colour never carries a meaning alone: lanes have titles, bases differ in dash and arrowhead, badges hold words.
The borders stay apart for readers with protanopia, deuteranopia or tritanopia, and at least 4.5:1 on white
(WCAG 2.2, criterion 1.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from toc.diagram.picture import Arrow, PictureBox, StageArrow, TextLine
from toc.diagram.view import Mark

__all__ = [
    "BADGES", "FONT", "FONT_BOLD", "HEADER", "INK", "PAPER", "ArrowLook", "Colours", "colour_of_badge_line",
    "look_of_arrow", "look_of_legend", "look_of_mark", "look_of_stage_arrow", "look_of_tone", "scale_of",
]  # fmt: skip

FONT = "Liberation Sans,Arial,Helvetica,sans-serif"
FONT_BOLD = "Liberation Sans,Arial,Helvetica,sans-serif Bold"
INK = "#111111"
PAPER = "#FFFFFF"
HEADER = "#1F2933"
BADGES = {"good": "#0B5C75", "mixed": "#7A5200", "poor": "#9B1C1C", "none": "#56606B"}
"""The bar behind the white words of a badge, by its tone."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a tone as `#RRGGBB`: border and lines, fill of a box, lighter fill of a lane."""

    border: str
    fill: str
    lane: str


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


_WIDER: Mapping[Mark, float] = {"": 0.0, "added": 1.4, "dropped": 0.4, "changed": 0.7}
"""How many points an arrow with a mark is wider than one without."""
_LINK_MARKS: Mapping[str, Mark] = {"added_link": "added", "dropped_link": "dropped", "changed_link": "changed"}

SHARED = Colours("#3D3D3D", "#F5F5F5", "#FAFAFA")
STRANDS = (
    Colours("#0072B2", "#BBD7F5", "#EFF6FD"),
    Colours("#B34700", "#FFE7B3", "#FFF9EC"),
    Colours("#6A006A", "#E3BFE0", "#F9F1F8"),
    Colours("#D6006C", "#FFD6E8", "#FFF3F8"),
    Colours("#4B2E00", "#E9DCC8", "#F9F5EF"),
)


def look_of_tone(tone: str) -> Colours:
    """The colours of a tone; strands beyond the fifth begin again, and what is no strand is shared grey."""
    number = tone.removeprefix("strand-")
    if tone.startswith("strand-") and number.isascii() and number.isdigit():
        return STRANDS[int(number) % len(STRANDS)]
    return SHARED


def look_of_arrow(arrow: Arrow) -> ArrowLook:
    """The look of an arrow: its basis is the line, feedback a double head, a negative link a cross bar."""
    return _look(arrow.basis, feedback=arrow.feedback, negative=arrow.negative, mark=arrow.mark)


def look_of_mark(mark: Mark) -> BorderLook:
    """The border of a box where two theories are compared: thick where it is new or otherwise, dashed if gone."""
    if mark == "dropped":
        return BorderLook(1.4, dashed=True, empty=True)
    return BorderLook(2.8) if mark == "added" else BorderLook(2.0) if mark == "changed" else BorderLook()


def colour_of_badge_line(box: PictureBox, line: TextLine) -> str:
    """The colour of a line of a badge: white on its bar, ink below it."""
    if box.badge_box is None:
        return INK
    _, middle, _, height = box.badge_box
    return PAPER if abs(line.y - middle) <= height / 2 else INK


def look_of_stage_arrow(arrow: StageArrow) -> ArrowLook:
    """The look of an arrow between two whole stages: thicker, dashed where it is inferred."""
    dash: Literal["solid", "dashed"] = "dashed" if arrow.basis == "inferred" else "solid"
    return ArrowLook(dash, 2.0, "normal", 6.0)


def look_of_legend(kind: str) -> ArrowLook:
    """The look of a sample line of the legend, by the kind of the item."""
    if kind == "stage":
        return ArrowLook("solid", 2.0, "normal", 6.0)
    mark = _LINK_MARKS.get(kind, "")
    return _look("stated" if mark else kind, feedback=kind == "feedback", negative=kind == "negative", mark=mark)


def scale_of(font_size: float) -> float:
    """How much thicker or thinner lines and arrowheads are than in a figure with 8.2 point words."""
    return min(max(font_size / 8.2, 0.6), 1.6)


def _look(basis: str | None, *, feedback: bool, negative: bool, mark: Mark = "") -> ArrowLook:
    tip = "tee" if negative else "onormal" if basis == "generic" else "normal"
    length = 3.0 if negative else 6.0
    return ArrowLook(
        dash="dotted" if mark == "dropped" else "dashed" if basis == "inferred" else "solid",
        width=(0.7 if basis == "generic" else 1.0) + (0.6 if feedback else 0.0) + _WIDER[mark],
        head=tip * 2 if feedback else tip,
        head_length=length * 2 if feedback else length,
    )
