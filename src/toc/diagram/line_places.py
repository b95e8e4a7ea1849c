"""Where Graphviz has to set a line of words so that it stands where the picture says."""

from __future__ import annotations

from toc.diagram.picture import TextLine
from toc.diagram.text_widths import missing_glyphs

__all__ = ["justified"]


def justified(line: TextLine, page_width: float) -> tuple[str, float, float]:
    """Return the escape that ends a line, and the middle and the width of the node in which it is set.

    A line whose letters were all measured begins at its left edge, to the tenth of a point. How wide the letters
    of other fonts are only Graphviz knows: such a line is held where it is anchored. No node leaves the page,
    which would make the page larger.
    """
    room = line.width * 1.1 + line.size
    if line.anchor == "end":
        width = min(room, line.x)
        return "\\r", line.x - width / 2, width
    if line.anchor == "middle" and missing_glyphs(line.text):
        return "\\n", line.x, room
    left = line.x - (line.width / 2 if line.anchor == "middle" else 0.0)
    width = max(min(room, page_width - left), line.size)
    return "\\l", left + width / 2, width
