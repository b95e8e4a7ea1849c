"""How much larger a figure is laid down for painting, so that its words are as wide there as they are measured."""

from __future__ import annotations

from collections.abc import Sequence

from toc.diagram.dot_text import PAINT_ZOOM
from toc.diagram.picture import Picture, TextLine
from toc.diagram.text_widths import dotted_width

__all__ = ["paint_zoom"]

_DOTS_PER_POINT = 96 / 72
_ZOOMS = sorted((PAINT_ZOOM + step / 100 for step in range(-12, 13)), key=lambda zoom: abs(zoom - PAINT_ZOOM))
"""The nearest to the usual one first: so near to it that lines and corners look the same."""


def paint_zoom(picture: Picture) -> float:
    """Return the zoom at which the lines in the boxes and headings of a picture come nearest to their widths.

    Graphviz makes every letter a whole number of dots wide, on a screen of 96 dots per inch: at some sizes nearly
    all letters become wider, by 2.5 points in a line of 90.
    """
    sets = (*(box.text for box in picture.boxes), *(header.text for header in picture.headers))
    lines = tuple(line for lines in sets for line in lines)
    return min(_ZOOMS, key=lambda zoom: _misfit(lines, zoom))


def _misfit(lines: Sequence[TextLine], zoom: float) -> float:
    dots = zoom * _DOTS_PER_POINT
    painted = (dotted_width(line.text, line.size * dots, bold=line.bold) / dots for line in lines)
    return sum((width - line.width) ** 2 for width, line in zip(painted, lines, strict=True))
