"""Figures of many pages in one self-contained page for a browser, with a list of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.diagram.figure_words import figure_words
from toc.diagram.html_page import COMMAND, STYLE, escaped, head_lines, pathway_lines
from toc.diagram.page_links import page_links
from toc.diagram.picture import Picture

__all__ = ["write_html_pages"]


def write_html_pages(pictures: Sequence[Picture], svgs: Sequence[str | None]) -> str:
    """A page with a list of the figures, each with a link to it, then each figure with its pathways in words.

    Where a box or a whole names another page there is a link to that, in the drawing and in the words.
    As a page of one figure it needs no script and loads nothing. Printed, it is the figures alone, each on a page
    of its size; where `svgs` holds None, how to get the drawings, and the pathways.
    """
    return "\n".join(_page(pictures, svgs)) + "\n"


def _page(pictures: Sequence[Picture], svgs: Sequence[str | None]) -> Iterator[str]:
    first = pictures[0]
    words = figure_words(first.language)
    yield from head_lines(first, _style(first, is_drawn=None not in svgs))
    yield f'<nav class="screen"><h1>{escaped(first.title)}</h1><ol>'
    for number, picture in enumerate(pictures, 1):
        yield f'<li><a href="#page-{number}">{escaped(picture.subtitle)}</a></li>'
    yield "</ol></nav>"
    if None in svgs:
        yield f"<p>{escaped(words['no_drawing'].format(command=COMMAND))}</p>"
    for number, (picture, svg) in enumerate(zip(pictures, svgs, strict=True), 1):
        yield f'<section id="page-{number}" aria-labelledby="head-{number}">'
        yield f'<h2 class="screen" id="head-{number}">{escaped(picture.subtitle)}</h2>'
        if svg is not None:
            yield f"<figure>{_linked(svg, picture)}</figure>"
        is_open = "" if svg is not None else " open"
        kind = ' class="screen"' if svg is not None else ""
        yield f"<details{kind}{is_open}><summary>{escaped(words['in_words'])}</summary>"
        yield from pathway_lines(picture, is_linked=True, is_drawn=svg is not None)
        yield "</details></section>"
    yield "</main></body></html>"


def _linked(svg: str, picture: Picture) -> str:
    """Return the drawing with links over the words that name another page."""
    words = figure_words(picture.language)["see_page"]
    places = "".join(
        f'<a href="#page-{one.number}" aria-label="{escaped(words.format(pages=one.number))}">'
        f'<rect x="{one.left:.1f}" y="{one.top:.1f}" width="{one.width:.1f}" height="{one.height:.1f}"'
        ' fill="transparent"/></a>'
        for one in page_links(picture)
    )
    return f"{svg.rstrip().removesuffix('</svg>')}{places}</svg>"


def _style(picture: Picture, *, is_drawn: bool) -> str:
    page = picture.page
    style = STYLE.replace("WIDTH", f"{page.width:g}").replace("HEIGHT", f"{page.height - 1:g}")
    if is_drawn:
        style += f"@page {{ size: {page.width:g}pt {page.height:g}pt; margin: 0; }}\n"
        style += "@media print { section + section { break-before: page; } }\n"
    return style
