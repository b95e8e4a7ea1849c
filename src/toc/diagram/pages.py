"""The papers and screens that a figure can be drawn on."""

from __future__ import annotations

import re

from toc.diagram.picture import Page
from toc.errors import TocError

__all__ = ["PAGES", "larger_pages", "page_named", "quoted_page"]

_PAPERS = {
    "A5": Page("A5", 595.28, 419.53),
    "A4": Page("A4", 841.89, 595.28),
    "A3": Page("A3", 1190.55, 841.89),
    "A2": Page("A2", 1683.78, 1190.55),
    "A1": Page("A1", 2383.94, 1683.78),
    "A0": Page("A0", 3370.39, 2383.94),
}
PAGES = {
    **_PAPERS,
    **{f"{name} PORTRAIT": Page(f"{name} portrait", page.height, page.width) for name, page in _PAPERS.items()},
    "16:9": Page("16:9", 960.0, 540.0),
}
"""In points: landscape papers from the smallest to the largest (ISO 216: A5 is 210 x 148 mm, A0 1189 x 841 mm),
the same upright, and a slide (13.33 x 7.5 inches, as PowerPoint has it)."""

_TURNED = re.compile(r"(A\d)\s*(PORTRAIT|UPRIGHT|LANDSCAPE)", re.ASCII)
_OWN = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*x\s*(\d{1,4}(?:\.\d+)?)\s*mm", re.IGNORECASE | re.ASCII)
_POINTS_PER_MM = 72 / 25.4
_SIDES = (100.0, 2000.0)


def page_named(name: str) -> Page:
    """The page of that name, upper or lower case, or of a size of one's own ("300x200 mm").

    Papers lie unless they are "portrait" or "upright"; a "slide" is 16:9. Raises TocError for any other name, and
    for a side that is not from 100 to 2,000 mm.
    """
    plain = " ".join(name.replace("-", " ").split()).upper()
    if turned := _TURNED.fullmatch(plain):
        plain = turned[1] if turned[2] == "LANDSCAPE" else f"{turned[1]} PORTRAIT"
    plain = "16:9" if plain == "SLIDE" else plain
    if plain in PAGES:
        return PAGES[plain]
    own = _OWN.fullmatch(plain)
    if own is None:
        papers = ", ".join(_PAPERS)
        raise TocError(
            f'"{name}" is not a page that can be drawn on.',
            hint=(
                f'Choose one of {papers}, which lie and can be upright ("A4 portrait"), a slide (16:9), or a size '
                '("300x200 mm").'
            ),
        )
    width, height = float(own[1]), float(own[2])
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height)):
        raise TocError(
            f'A page of "{name}" cannot be drawn on.', hint=f"Its sides can be {_SIDES[0]:g} to {_SIDES[1]:g} mm."
        )
    return Page(f"{width:g}x{height:g} mm", round(width * _POINTS_PER_MM, 2), round(height * _POINTS_PER_MM, 2))


def larger_pages(page: Page) -> tuple[Page, ...]:
    """The papers on which a page would find room, lying or upright as it is, from the smallest to the largest.

    A slide is always one size, however large it is shown.
    """
    if page.name == "16:9":
        return ()
    upright = page.height > page.width
    papers = (PAGES[f"{name} PORTRAIT"] if upright else paper for name, paper in _PAPERS.items())
    return tuple(paper for paper in papers if paper.width > page.width and paper.height >= page.height)


def quoted_page(page: Page) -> str:
    """The name of a page as it is written on a command line: in quotation marks where it has a blank."""
    return f'"{page.name}"' if " " in page.name else page.name
