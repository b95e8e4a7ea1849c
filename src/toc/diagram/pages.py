"""The papers that a figure can be drawn on."""

from __future__ import annotations

from toc.diagram.picture import Page
from toc.errors import TocError

__all__ = ["PAGES", "page_named"]

PAGES = {
    "A4": Page("A4", 841.89, 595.28),
    "A3": Page("A3", 1190.55, 841.89),
}
"""Landscape, in points, from the smallest to the largest (ISO 216: 297 x 210 mm and 420 x 297 mm)."""


def page_named(name: str) -> Page:
    """The page of that name, upper or lower case. Raises TocError for any other."""
    try:
        return PAGES[name.upper()]
    except KeyError:
        raise TocError(
            f'"{name}" is not a page that can be drawn on.', hint=f"Choose {' or '.join(PAGES)}."
        ) from None
