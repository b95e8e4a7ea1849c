"""Views as the pages of one figure: each says which page it is, and its boxes where they go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toc.diagram.contents_view import contents_view, page_box
from toc.diagram.figure_words import figure_words
from toc.diagram.framed_boxes import ends_of
from toc.diagram.page_references import FIRST, References, told_pages
from toc.diagram.part import Part
from toc.diagram.view import View

__all__ = ["number_contents", "number_overview", "number_part"]


def number_overview(view: View, parts: Sequence[Part], references: References) -> View:
    """Return an overview as the first page, with a list of the other pages in its footer."""
    words = figure_words(view.language)
    pages = "; ".join(f"{number} {part.title}" for number, part in enumerate(parts, FIRST))
    notes = (words["contents"].format(pages=pages), *view.notes)
    return _numbered(replace(view, notes=notes), words["overview"], 1, 1 + len(parts), references)


def number_contents(view: View, parts: Sequence[Part]) -> View:
    """Return a list of the other pages as the first page."""
    listed = contents_view(view, [part.title for part in parts])
    pages = tuple((page_box(number), (number,)) for number in range(FIRST, FIRST + len(parts)))
    overview = figure_words(view.language)["overview"]
    return replace(_numbered(listed, overview, 1, 1 + len(parts), {}), references=pages)


def number_part(view: View, part: Part, number: int, count: int, references: References) -> View:
    """Return the page of a part, with its guests on white and a note that says so."""
    words = figure_words(view.language)
    guests = [box.id for box in view.boxes if box.id in part.guests]
    boxes = tuple(replace(box, mark="beside") if box.id in part.guests else box for box in view.boxes)
    notes = (words["guests"], *view.notes) if guests else view.notes
    return _numbered(replace(view, boxes=boxes, notes=notes), part.title, number, count, references)


def _numbered(view: View, title: str, number: int, count: int, references: References) -> View:
    words = figure_words(view.language)
    page = words["page_of"].format(number=number, count=count, part=title)
    see = {key: _see(numbers, words) for key, numbers in references.items()}
    drawn = ends_of(view)
    boxes = (replace(box, asides=(*box.asides, see[box.id])) if box.id in see else box for box in view.boxes)
    groups = (replace(one, label=f"{one.label} ({see[one.id]})") if one.id in see else one for one in view.groups)
    return replace(
        view,
        subtitle=". ".join(filter(None, (view.subtitle, page))),
        boxes=tuple(boxes),
        groups=tuple(groups),
        references=tuple((key, tuple(numbers)) for key, numbers in references.items() if key in drawn),
    )


def _see(numbers: Sequence[int], words: Mapping[str, str]) -> str:
    return words["see_page" if len(numbers) == 1 else "see_pages"].format(pages=told_pages(numbers))
