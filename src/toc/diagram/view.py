"""`View`: what a figure is about to show, before anything has a position.

A view is a plain value made from a theory: which columns, strands, boxes, groups and links are drawn and with
which words. The layout turns it into a `Picture`; nothing here knows a coordinate, and the theme is handed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toc.diagram.theme import DEFAULT, Theme

__all__ = [
    "Badge",
    "Basis",
    "Column",
    "Mark",
    "StageLink",
    "Strand",
    "Support",
    "Tag",
    "View",
    "ViewBox",
    "ViewFactor",
    "ViewGroup",
    "ViewLink",
]

Basis = Literal["stated", "generic", "inferred"]

Mark = Literal["", "added", "dropped", "changed", "path", "beside"]
"""What became of a box or link where two theories are compared, or whether it is on a highlighted path or beside
it; "" where nothing did, or nothing is compared or highlighted. On one page of several, "beside" is a box that is
at home on another."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A line of words under a box, as an outcome score.

    `tone` chooses the look ("good", "mixed", "poor", "none"); the words already hold the symbol, so that no
    meaning rests on colour. `caution` is a second, smaller line (few people), empty where there is none.
    """

    text: str
    tone: Literal["good", "mixed", "poor", "none"]
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """The studies for and against a link, by id, and how confident its authors are: 0 to 100, None: not said."""

    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def kind(self) -> Literal["for", "mixed", "against", "none"]:
        """What the studies say."""
        if self.for_ and self.against:
            return "mixed"
        return "for" if self.for_ else "against" if self.against else "none"

    @property
    def level(self) -> Literal["high", "middle", "low", ""]:
        """From 70, from 40, or below; "" where nobody has said it. The limits are this library's own."""
        if self.confidence is None:
            return ""
        return "high" if self.confidence >= 70 else "middle" if self.confidence >= 40 else "low"


@dataclass(frozen=True, slots=True)
class Column:
    """A stage as a column of the figure, from left to right: its id ("short_term") and its heading."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand of work, drawn as a lane with its own tone and title.

    `tone` is the number of its look, so that a strand keeps its look where others are left out; -1 stands for
    its place among the strands of the view.
    """

    id: str
    label: str
    tone: int = -1


@dataclass(frozen=True, slots=True)
class Tag:
    """A small sign at a box or opened whole.

    An "indicator" that measures it, a "factor" that acts on it, or in words that there is "no_indicator". `sign`
    is its number or letter ("i3", "A"), empty where it has none; `label` its words.
    """

    kind: Literal["indicator", "no_indicator", "factor"]
    sign: str
    label: str


@dataclass(frozen=True, slots=True)
class ViewFactor:
    """A factor that acts on what is drawn: its letter, words and role, and the heading of its role.

    `boxes` are the boxes and opened wholes on which it acts, `links` the ends of the links.
    """

    id: str
    sign: str
    label: str
    role: str
    heading: str
    boxes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ViewBox:
    """A box to draw: `strands` empty or several means shared; `group` is the opened whole that it is part of.

    `stage_inferred` says that the source does not state this box's stage; `room` is how many lines of words it is
    high at the least, written or not; `asides` are small lines under its words ("see page 3"), `tags` signs there.
    """

    id: str
    label: str
    column: str
    strands: tuple[str, ...] = ()
    group: str | None = None
    badge: Badge | None = None
    stage_inferred: bool = False
    mark: Mark = ""
    room: int = 0
    asides: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """An opened whole: not a box but a frame around the boxes of its parts, all in one column."""

    id: str
    label: str
    column: str
    strands: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewLink:
    """An arrow to draw between two boxes or groups of the view.

    `basis` is None where the model does not say; `support` is None in a figure that does not show it;
    `flags` are numbers that stand on the arrow, told in the footer, `factors` the letters of what acts on it.
    """

    source: str
    target: str
    basis: Basis | None = None
    feedback: bool = False
    negative: bool = False
    mark: Mark = ""
    support: Support | None = None
    flags: tuple[int, ...] = ()
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageLink:
    """What is said only of two whole stages: one arrow between two columns; `support` is as for `ViewLink`."""

    source: str
    target: str
    basis: Basis | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Everything that one figure shows.

    Every box and group stands in one of `columns`; every link joins boxes or groups of the view, each pair at
    most once in each direction. `title` stands on top, `subtitle` below it (may be empty), `notes` are the
    lines of the footer (source, version, what dashed lines mean), each already worded. `strand_labels` names by id
    the strands that are told in words, drawn as lanes or not; those of `strands` need not be among them.
    `factors` stand in bands of their own below the columns. `tags_in_words` sets the words of each indicator into
    the boxes that it measures, else its number stands there and the words at the foot;
    `has_pointers` sets lines from factors to arrows into the legend. `references` are the numbers of the other
    pages to which boxes and groups refer, by id; their asides and labels say so in words. `other_words` are the
    ids of what has no label in the language of the figure, and stands there in another.
    """

    title: str
    columns: tuple[Column, ...]
    boxes: tuple[ViewBox, ...]
    links: tuple[ViewLink, ...] = ()
    strands: tuple[Strand, ...] = ()
    groups: tuple[ViewGroup, ...] = ()
    stage_links: tuple[StageLink, ...] = ()
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    language: str = "en"
    theme: Theme = DEFAULT
    strand_labels: tuple[tuple[str, str], ...] = ()
    factors: tuple[ViewFactor, ...] = ()
    tags_in_words: bool = False
    has_pointers: bool = False
    references: tuple[tuple[str, tuple[int, ...]], ...] = ()
    other_words: tuple[str, ...] = ()
