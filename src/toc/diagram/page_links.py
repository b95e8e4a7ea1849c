"""`PageLink`: a place in a picture that leads to another page of its figure, where its words name that page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

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

    It covers the line that names the page; where a line names several, each has its part of the line, and those
    within a run ("2-5") share its dash. A line from right to left leads to the first that it names. A box
    that lists a page is a link as a whole.
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
    """Return text of a page in which the last numbers, which name these pages, lead to them.

    A run ("2-4") is written out, so that each of its pages has a link.
    """
    wanted = len(_NUMBER.findall(told_pages(numbers)))
    found = list(_NUMBER.finditer(text))[-wanted:]
    for one, after in reversed(list(zip_longest(found, found[1:]))):
        between = _between(int(one[0]), int(after[0]) if after else None, numbers)
        linked = ", ".join(f'<a href="#page-{number}">{number}</a>' for number in (int(one[0]), *between))
        rest = f", {text[after.start() :]}" if between and after else text[one.end() :]
        text = f"{text[: one.start()]}{linked}{rest}"
    return text


def _whole(box: PictureBox, number: int) -> PageLink:
    return PageLink(number, box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def _named(lines: Sequence[TextLine], numbers: Sequence[int], language: str) -> Iterator[PageLink]:
    """Yield the links of the last numbers in these lines, as many as there are in words."""
    wanted = len(_NUMBER.findall(told_pages(numbers)))
    following: int | None = None
    for line in reversed(lines):
        found = list(_NUMBER.finditer(line.text))[-wanted:] if wanted else []
        wanted -= len(found)
        if is_read_from_right(line.text, language):
            yield from _parts_of(line, [(int(one[0]), line.width) for one in found[:1]])
        else:
            yield from _parts_of(line, list(_edges(line, found, numbers, following)))
        following = int(found[0][0]) if found else following


def _edges(
    line: TextLine, found: Sequence[re.Match[str]], numbers: Sequence[int], following: int | None
) -> Iterator[tuple[int, float]]:
    """Yield the pages that a line names and how far the part of each reaches; within a run they share its dash."""
    for one, after in zip_longest(found, found[1:]):
        between = _between(int(one[0]), int(after[0]) if after else following, numbers)
        begin, end = (
            text_width(line.text[:at], line.size, bold=line.bold)
            for at in (one.end(), after.start() if after else len(line.text))
        )
        yield int(one[0]), begin if between or after else line.width
        for at, number in enumerate(between, 1):
            yield number, begin + (end - begin) * at / len(between)


def _between(number: int, following: int | None, numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the pages within a run of which the first and the last are printed."""
    return tuple(one for one in numbers if following is not None and number < one < following)


def _parts_of(line: TextLine, edges: Sequence[tuple[int, float]]) -> Iterator[PageLink]:
    """Divide a line among the pages that it names, each with the words before its number."""
    start = line.x - line.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    top = line.y - _ABOVE * line.size
    left = 0.0
    for number, right in edges:
        yield PageLink(number, start + left, top, right - left, (_ABOVE + _BELOW) * line.size)
        left = right
