"""`Measures`: every length of a figure that follows from its font size and how tightly it is set."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Measures"]


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in points for a font of `size` points; `spread` is 1 for comfortable gaps, less for tight ones."""

    size: float
    spread: float = 1.0

    @property
    def line(self) -> float:
        """From one line of words to the next."""
        return 1.18 * self.size

    @property
    def box_pad_x(self) -> float:
        """Between the words of a box and its left or right side."""
        return 0.55 * self.size

    @property
    def box_pad_y(self) -> float:
        """Between the words of a box and its top or bottom."""
        return 0.15 * self.size + 0.25 * self.size * self.spread

    @property
    def box_gap(self) -> float:
        """Between two boxes of a column."""
        return max(0.8 * self.spread, 0.2) * self.size

    @property
    def run_gap(self) -> float:
        """Between an arrow that crosses a column and what is above or below it."""
        return max(2.4 + 1.1 * self.spread, 0.5 * self.size * self.spread)

    @property
    def port_gap(self) -> float:
        """Between two arrowheads on the side of a box: 5 points at least, unless nothing else would fit."""
        return max(min(5.0, 3.0 + 6.0 * self.spread), 0.62 * self.size)

    @property
    def port_inset(self) -> float:
        """Between the corner of a box and its nearest arrowhead."""
        return 0.45 * self.size

    @property
    def group_side(self) -> float:
        """How far the frame of an opened whole reaches into the gutter."""
        return 0.5 * self.size

    @property
    def group_pad(self) -> float:
        """Between the frame of an opened whole and its first or last part."""
        return 0.25 * self.size + 0.25 * self.size * self.spread

    @property
    def lane_side(self) -> float:
        """How far a lane reaches into the gutter."""
        return self.size

    @property
    def lane_pad(self) -> float:
        """Between the bottom of a lane and what stands in it."""
        return 0.3 * self.size + 0.3 * self.size * self.spread

    @property
    def lane_gap(self) -> float:
        """Between two lanes that have nothing between them."""
        return 0.4 * self.size + 0.5 * self.size * self.spread

    @property
    def lane_title(self) -> float:
        """The font size of a lane's title."""
        return 1.03 * self.size

    @property
    def group_title(self) -> float:
        """The font size of the title of an opened whole."""
        return 0.95 * self.size

    @property
    def badge(self) -> float:
        """The font size of a badge."""
        return 0.92 * self.size

    @property
    def caution(self) -> float:
        """The font size of the caution under a badge."""
        return 0.8 * self.size

    @property
    def aside(self) -> float:
        """The font size of the small lines under the words of a box."""
        return 0.85 * self.size

    @property
    def tag(self) -> float:
        """The font size of the small signs at boxes, 4.5 points at least."""
        return max(0.8 * self.size, 4.5)

    @property
    def gutter(self) -> float:
        """Between two columns, at the least."""
        return max(20.0, 2.9 * self.size)

    @property
    def loop_near(self) -> float:
        """From a column to the nearest track of an arrow that returns to the same column."""
        return 0.9 * self.size + 6.0

    @property
    def loop_step(self) -> float:
        """From one such track to the next."""
        return max(4.0, 0.5 * self.size)
