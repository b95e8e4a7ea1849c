"""What to tell of a figure in small words: the papers and splits on which it can be read, worked out."""

from __future__ import annotations

from collections.abc import Sequence

from toc.diagram.figure_words import figure_words
from toc.diagram.fit import READABLE, advise_signs
from toc.diagram.pages import larger_pages
from toc.diagram.picture import Picture
from toc.diagram.split_layout import Splits, best_split, words_on
from toc.diagram.view import View

__all__ = ["advise_sizes", "split_hint"]


def advise_sizes(views: Sequence[View], pictures: Sequence[Picture], splits: Splits | None) -> str:
    """Say how small the words of these pages are and where they are larger; empty where all can be read.

    `splits` are None where the figure is split already or cannot be. Signs that the font lacks are told too. All
    sizes are those that the figures have.
    """
    signs = dict.fromkeys(advise_signs(view) for view in views)
    return " ".join(filter(None, (_small(views, pictures, splits), *signs)))


def split_hint(splits: Splits, page: str, language: str, *, above: float = 0.0) -> str:
    """Return the way to split a figure into words larger than `above` on this paper; "" where there is none."""
    found = best_split(splits, page, above=above)
    if found is None:
        return ""
    split, size = found
    count = 1 + len(split.parts)
    return figure_words(language)["way_split"].format(kind=split.kind, count=count, size=size)


def _small(views: Sequence[View], pictures: Sequence[Picture], splits: Splits | None) -> str:
    size, page = min(picture.font_size for picture in pictures), pictures[0].page
    if size >= READABLE:
        return ""
    words = figure_words(views[0].language)
    number = 1 + next(place for place, picture in enumerate(pictures) if picture.font_size == size)
    small = words["small" if len(pictures) == 1 else "small_page"]
    told = small.format(size=size, page=page.name, number=number, count=len(pictures))
    larger = words_on(views, larger_pages(page))
    ways = [words["way_page"].format(page=_quoted(larger[0].name), size=larger[1])] if larger else []
    if splits:
        ways += filter(None, [split_hint(splits, page.name, views[0].language, above=size)])
    return f"{told} {words['choose'].format(ways=words['or'].join(ways)) if ways else words['split']}"


def _quoted(page: str) -> str:
    return f'"{page}"' if " " in page else page
