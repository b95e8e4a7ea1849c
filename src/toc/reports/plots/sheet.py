"""`Sheet`: a plot as boxes, lines, dots and words, each at its place in points from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["INK", "SOFT", "Block", "Dot", "Look", "Rule", "Shape", "Sheet", "Side", "Words"]

Side = Literal["left", "center", "right"]

INK = "#111111"
SOFT = "#555555"
"""Both are at least 4.5:1 on white (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as `#RRGGBB` and, so that no meaning hangs on colour alone, a hatch ("" for none)."""

    fill: str
    edge: str
    hatch: Literal["", "////"] = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float
    look: Look


@dataclass(frozen=True, slots=True)
class Rule:
    """A line through points, straight from one to the next."""

    points: tuple[tuple[float, float], ...]
    colour: str = INK
    width: float = 0.8
    dash: Literal["solid", "dashed"] = "solid"


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark around its centre; `hollow` where it is only outlined."""

    x: float
    y: float
    radius: float
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is the middle of its small letters, `side` which end of it stands at `x`."""

    x: float
    y: float
    text: str
    size: float = 9.0
    side: Side = "left"
    bold: bool = False
    colour: str = INK


Shape = Block | Rule | Dot | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A plot of `width` by `height` points; `description` says in words all that it shows."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Every line of text on the sheet."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Words))
