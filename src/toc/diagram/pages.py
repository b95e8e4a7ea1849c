"""The papers that a figure can be drawn on."""

from __future__ import annotations

from toc.diagram.picture import Page
from toc.errors import TocError

__all__ = ["PAGES", "page_named"]

PAGES = {
    "A5": Page("A5", 595.28, 419.53),
    "A4": Page("A4", 841.89, 595.28),
    "A3": Page("A3", 1190.55, 841.89),
    "A2": Page("A2", 1683.78, 1190.55),
    "A1": Page("A1", 2383.94, 1683.78),
    "A0": Page("A0", 3370.39, 2383.94),
}
"""Landscape, in points, from the smallest to the largest (ISO 216: A5 is 210 x 148 mm, A0 1189 x 841 mm)."""


def page_named(name: str) -> Page:
    """The page of that name, upper or lower case. Raises TocError for any other."""
    try:
        return PAGES[name.upper()]
    except KeyError:
        raise TocError(
            f'"{name}" is not a page that can be drawn on.', hint=f"Choose one of {', '.join(PAGES)}."
        ) from None
