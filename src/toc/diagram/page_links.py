"""`PageLink`: a place in a picture that leads to another page of its figure, where its words name that page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toc.diagram.page_references import told_pages
from toc.diagram.picture import Picture, PictureBox, TextLine
from toc.diagram.text_widths import text_width
from toc.diagram.writing_direction import is_read_from_right

__all__ = ["PageLink", "link_text", "page_links"]

_NUMBER = re.compile(r"[0-9]+")
_ABOVE, _BELOW = 0.85, 0.3
"""How far a link reaches above and below the baseline of its words, in font sizes."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """The number of a page and a rectangle: its left and top edge, its width and height, in points."""

    number: int
    left: float
    top: float
    width: float
    height: float


def page_links(picture: Picture) -> tuple[PageLink, ...]:
    """Return a link for each page that is named at the end of a box or of the title of an opened whole.

    It covers the line that names the page; where a line names several, each has its part of the line. A box that
    lists a page is a link as a whole.
    """
    boxes = {box.id: box for box in picture.boxes}
    titles = {frame.id: frame.text for frame in picture.frames if frame.kind == "group"}
    links: list[PageLink] = []
    for key, numbers in picture.references:
        box = boxes.get(key)
        if box is not None and not box.asides:
            links.append(_whole(box, numbers[0]))
        else:
            lines = box.text if box is not None else titles.get(key, ())
            links += _named(lines, numbers, picture.language)
    return tuple(links)


def link_text(text: str, numbers: Sequence[int]) -> str:
    """Return text of a page in which the last numbers, which name these pages, lead to them."""
    wanted = len(_NUMBER.findall(told_pages(numbers)))
    found = list(_NUMBER.finditer(text))[-wanted:]
    for one in reversed(found):
        text = f'{text[: one.start()]}<a href="#page-{one[0]}">{one[0]}</a>{text[one.end() :]}'
    return text


def _whole(box: PictureBox, number: int) -> PageLink:
    return PageLink(number, box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def _named(lines: Sequence[TextLine], numbers: Sequence[int], language: str) -> Iterator[PageLink]:
    """Yield the links of the last numbers in these lines, as many as there are in words."""
    wanted = len(_NUMBER.findall(told_pages(numbers)))
    for line in reversed(lines):
        found = list(_NUMBER.finditer(line.text))[-wanted:] if wanted else []
        wanted -= len(found)
        if is_read_from_right(line.text, language):
            found = found[:1]
        yield from _parts_of(line, found)


def _parts_of(line: TextLine, found: Sequence[re.Match[str]]) -> Iterator[PageLink]:
    """Divide a line among the numbers in it, each with the words before it."""
    start = line.x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    ends = [text_width(line.text[: one.end()], line.size, bold=line.bold) for one in found[:-1]]
    edges = [0.0, *ends, line.width]
    for one, left, right in zip(found, edges, edges[1:], strict=False):
        top = line.y - _ABOVE * line.size
        yield PageLink(int(one[0]), start + left, top, right - left, (_ABOVE + _BELOW) * line.size)
