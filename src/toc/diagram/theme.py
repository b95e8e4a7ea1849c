"""`Theme`: the colours of a figure, one value from its view to the file.

The letters are no part of it: every line of words is measured for Liberation Sans.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["DEFAULT", "FONT", "FONT_BOLD", "BadgeBars", "Colours", "Theme"]

FONT = "Liberation Sans,Arial,Helvetica,sans-serif"
FONT_BOLD = "Liberation Sans,Arial,Helvetica,sans-serif Bold"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a tone as `#RRGGBB`: border and lines, fill of a box, lighter fill of a lane."""

    border: str
    fill: str
    lane: str


@dataclass(frozen=True, slots=True)
class BadgeBars:
    """The bars behind the words of a badge, by its tone; they differ in how light they are too, for grey paper."""

    good: str = "#0A4D63"
    mixed: str = "#7D5600"
    poor: str = "#6B0F14"
    none: str = "#69737E"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a figure.

    `strands` are those of the strands of the model in their order, `shared` is for what belongs to several or to
    none. `header` is the bar of a heading and the stage arrows, `ink` the words, `paper` what is behind it all and
    the words on bars.
    """

    name: str
    strands: tuple[Colours, ...]
    shared: Colours
    header: str = "#1F2933"
    badges: BadgeBars = BadgeBars()
    ink: str = "#111111"
    paper: str = "#FFFFFF"

    def of_tone(self, tone: str) -> Colours:
        """The colours of a tone; strands beyond the last one begin again, and what is no strand is shared."""
        number = tone.removeprefix("strand-")
        if tone.startswith("strand-") and number.isascii() and number.isdigit():
            return self.strands[int(number) % len(self.strands)]
        return self.shared

    def of_badge(self, tone: Literal["good", "mixed", "poor", "none"]) -> str:
        """The bar of a badge."""
        return {
            "good": self.badges.good,
            "mixed": self.badges.mixed,
            "poor": self.badges.poor,
            "none": self.badges.none,
        }[tone]


DEFAULT = Theme(
    "default",
    (
        Colours("#0072B2", "#BBD7F5", "#EFF6FD"),
        Colours("#B34700", "#FFE7B3", "#FFF9EC"),
        Colours("#6A006A", "#E3BFE0", "#F9F1F8"),
        Colours("#D6006C", "#FFF7FB", "#FFFCFD"),
        Colours("#4B2E00", "#E9DCC8", "#F9F5EF"),
    ),
    Colours("#3D3D3D", "#F5F5F5", "#FAFAFA"),
)
