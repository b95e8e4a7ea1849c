"""The files of a figure of many pages: one for all of them, or one for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

from toc.diagram import joined_pdf
from toc.diagram.figure_file import figure_bytes, svg_or_none
from toc.diagram.html_pages import write_html_pages
from toc.diagram.page_links import PageLink, page_links
from toc.diagram.picture import Picture
from toc.diagram.plain_text import strip_unprintable

__all__ = ["JOINED", "joined_bytes", "stacked_svg"]

JOINED = ("pdf", "html", "txt")
"""The formats in which one file holds all pages."""
_GAP = 12.0
_SVG = "http://www.w3.org/2000/svg"


def joined_bytes(pictures: Sequence[Picture], form: str, *, day: date | None = None) -> bytes:
    """The one file of all these pages in a format of `JOINED`; raises `TocError` as `figure_bytes` does."""
    if form == "html":
        svgs = [svg_or_none(picture, f"page-{number}-") for number, picture in enumerate(pictures, 1)]
        return write_html_pages(pictures, svgs).encode("utf-8")
    pages = [figure_bytes(picture, form, date=day) for picture in pictures]
    if form == "txt":
        return b"\n\n".join(pages)
    titles = [strip_unprintable(picture.subtitle) for picture in pictures]
    links = [[_upwards(link, picture.page.height) for link in page_links(picture)] for picture in pictures]
    return joined_pdf.joined_pdf(pages, titles, strip_unprintable(pictures[0].title), day, links)


def _upwards(link: PageLink, height: float) -> tuple[int, tuple[float, float, float, float]]:
    """Return a link as a PDF has it: the edges of its place, counted from the bottom left."""
    top = height - link.top
    return link.number, (link.left, top - link.height, link.left + link.width, top)


def stacked_svg(pictures: Sequence[Picture], svgs: Sequence[str]) -> str:
    """One SVG with these of the pages one under another, for a notebook; of one page it is the SVG itself."""
    if len(svgs) == 1:
        return svgs[0]
    top = 0.0
    ET.register_namespace("", _SVG)
    root = ET.Element(f"{{{_SVG}}}svg")
    for picture, svg in zip(pictures, svgs, strict=True):
        page = ET.fromstring(svg)  # noqa: S314  # what this library wrote a moment ago
        page.set("y", f"{top:g}")
        root.append(page)
        top += picture.page.height + _GAP
    width = max(picture.page.width for picture in pictures)
    root.attrib.update(width=f"{width:g}pt", height=f"{top - _GAP:g}pt", viewBox=f"0 0 {width:g} {top - _GAP:g}")
    return ET.tostring(root, encoding="unicode")
