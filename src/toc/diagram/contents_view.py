"""A view that lists the pages of a figure: the overview where nothing larger fits on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from toc.diagram.figure_words import figure_words
from toc.diagram.page_references import FIRST, told_pages
from toc.diagram.view import Column, View, ViewBox

__all__ = ["contents_view", "page_box"]

_HEIGHTS = ((60, 10), (200, 20))
_HIGHEST = 50
"""How many pages one column lists, where there are up to so many pages: 2 to 9, 10 to 19 and so on.

Numbers in a column have the same number of digits, so that the order of the labels is that of the pages.
"""


def contents_view(view: View, titles: Sequence[str]) -> View:
    """Return a view of as many boxes as there are pages after the first, in columns; `view` gives all else."""
    height = next((height for most, height in _HEIGHTS if len(titles) <= most), _HIGHEST)
    pages = list(enumerate(titles, FIRST))
    heading = figure_words(view.language)["pages"]
    columns: list[Column] = []
    boxes: list[ViewBox] = []
    for _, group in groupby(pages, key=lambda page: (len(str(page[0])), page[0] // height)):
        listed = list(group)
        told = told_pages([number for number, _ in listed])
        columns.append(Column(f"pages-{listed[0][0]}", heading.format(pages=told)))
        boxes += [ViewBox(page_box(number), f"{number} {title}", columns[-1].id) for number, title in listed]
    return replace(
        view,
        columns=tuple(columns),
        boxes=tuple(boxes),
        links=(),
        stage_links=(),
        groups=(),
        strands=(),
        factors=(),
    )


def page_box(number: int) -> str:
    """Return the id of the box that stands for the page of a number."""
    return f"page-{number}"
