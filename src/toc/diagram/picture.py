"""`Picture`: a figure with every box, arrow and word at its place, ready for any writer.

Lengths are points (1/72 inch), the origin is the top left corner of the page and y grows downwards. The x and
y of a rectangle are its centre. A writer paints a picture; it never moves anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toc.diagram.theme import DEFAULT, Theme
from toc.diagram.view import Badge, Basis, Mark, Support, Tag

__all__ = [
    "Arrow",
    "FactorSign",
    "Flag",
    "Frame",
    "Header",
    "LegendItem",
    "Page",
    "Picture",
    "PictureBox",
    "PictureTag",
    "Point",
    "Pointer",
    "StageArrow",
    "TextLine",
]

Point = tuple[float, float]
Tone = str
"""A tone names a look, not a colour: "strand-0", "strand-1", ... in the order of the strands, or "shared"."""


@dataclass(frozen=True, slots=True)
class Page:
    """The paper: a name ("A4", "A4 portrait") and the exact width and height in points."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of words: `x` is its left edge, middle or right edge as `anchor` says, `y` its baseline.

    `size` is the font size in points; `width` how wide the line is in Liberation Sans at that size.
    """

    text: str
    x: float
    y: float
    size: float
    width: float
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class PictureTag:
    """A small sign at a box or opened whole, around (`x`, `y`), with the words that are printed on it.

    It stands for `tags`: of several factors there is one sign.
    """

    kind: Literal["indicator", "no_indicator", "factor"]
    x: float
    y: float
    width: float
    height: float
    text: tuple[TextLine, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A box: its rectangle, its label broken into `lines` at `font_size`, its tone and its badge.

    `text` holds the same lines with their positions. `badge_text` are the lines of the badge, `badge_box` its bar
    as (x, y, width, height) with x and y its centre; None where there is no badge. `asides` are small lines under
    the words ("see page 3"), unbroken; `text` holds them too. `tags` are signs at the bottom of the box.
    """

    id: str
    stage: str
    strands: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    text: tuple[TextLine, ...]
    font_size: float
    tone: Tone
    label: str
    stage_inferred: bool = False
    badge: Badge | None = None
    badge_text: tuple[TextLine, ...] = ()
    badge_box: tuple[float, float, float, float] | None = None
    mark: Mark = ""
    asides: tuple[str, ...] = ()
    tags: tuple[PictureTag, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as one or more cubics end to end: `points` holds 3n+1 control points from tail to tip.

    `flags` are the numbers of what is assumed of it, `factors` the letters of what acts on it.
    """

    source: str
    target: str
    basis: Basis | None
    points: tuple[Point, ...]
    tone: Tone
    feedback: bool = False
    negative: bool = False
    mark: Mark = ""
    support: Support | None = None
    flags: tuple[int, ...] = ()
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """The numbers of what is assumed of the arrow from `source` to `target`, on a bar on that arrow.

    Of the kind "factor" it holds the letters of what acts on that arrow.
    """

    source: str
    target: str
    x: float
    y: float
    width: float
    height: float
    text: TextLine
    kind: Literal["assumption", "factor"] = "assumption"


@dataclass(frozen=True, slots=True)
class StageArrow:
    """What is said of two whole stages: one arrow between two column headings, as cubics like `Arrow`."""

    source: str
    target: str
    basis: Basis | None
    points: tuple[Point, ...]
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a column, painted as an arrow-shaped bar; `label` is it unbroken."""

    stage: str
    x: float
    y: float
    width: float
    height: float
    text: tuple[TextLine, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A lane (`kind` "lane", id of a strand), an opened whole ("group", id of a box) or a band of factors.

    Of a band ("band") the id is the role of its factors. Every one has its title.
    """

    id: str
    kind: Literal["lane", "group", "band"]
    x: float
    y: float
    width: float
    height: float
    tone: Tone
    text: tuple[TextLine, ...]
    label: str
    tags: tuple[PictureTag, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorSign:
    """A factor in its band: its letter on a small sign around (`x`, `y`), and its words beside it.

    `boxes` are the boxes and opened wholes on which it acts, `links` the ends of the arrows.
    """

    id: str
    role: str
    sign: str
    label: str
    x: float
    y: float
    width: float
    height: float
    letter: TextLine
    text: tuple[TextLine, ...]
    boxes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line from a factor to the arrow on which it acts, as cubics like `Arrow`; its tip is on that arrow."""

    factor: str
    sign: str
    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A key to the figure: a swatch or a sample line around (`x`, `y`), 20 points wide, and its words.

    `kind` is "tone" for a swatch, "inferred_stage" for one with a dashed border, "added_box", "dropped_box" or
    "changed_box" or "path_box" for one with a mark, else the look of an arrow: "stated", "generic", "inferred",
    "feedback", "negative", "stage", "added_link", "dropped_link", "changed_link", "path_link", or "evidence_" or
    "confidence_" with a kind or level of `Support`; "open_feedback" and "open_stage" have an open head.
    """

    kind: str
    tone: Tone
    x: float
    y: float
    text: TextLine


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole figure.

    `font_size` is the size of the words in the boxes; `advice` is what the layout has to say about it (empty,
    or for instance a page with larger words). `texts` are the title, subtitle and footer, `subtitle` and
    `notes` these again, each unbroken; `strand_labels` the words for the strands of the boxes, by their ids.
    `references` are the numbers of the other pages to which the words of boxes and frames refer, by id.
    """

    page: Page
    title: str
    language: str
    font_size: float
    headers: tuple[Header, ...]
    frames: tuple[Frame, ...]
    boxes: tuple[PictureBox, ...]
    arrows: tuple[Arrow, ...]
    stage_arrows: tuple[StageArrow, ...]
    legend: tuple[LegendItem, ...]
    texts: tuple[TextLine, ...]
    advice: str = ""
    notes: tuple[str, ...] = ()
    subtitle: str = ""
    theme: Theme = DEFAULT
    flags: tuple[Flag, ...] = ()
    strand_labels: tuple[tuple[str, str], ...] = ()
    factors: tuple[FactorSign, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    references: tuple[tuple[str, tuple[int, ...]], ...] = ()
