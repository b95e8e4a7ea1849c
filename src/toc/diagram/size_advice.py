"""What to tell of a figure in small words: the papers and splits on which it can be read, worked out."""

from __future__ import annotations

from collections.abc import Sequence

from toc.diagram.advice_words import ADVICE
from toc.diagram.fit import READABLE, advise_signs
from toc.diagram.pages import larger_pages, quoted_page
from toc.diagram.picture import Picture
from toc.diagram.split_layout import Splits, best_split, paper_for_split, words_on
from toc.diagram.view import View

__all__ = ["advise_sizes", "refusal_hint"]


def advise_sizes(views: Sequence[View], pictures: Sequence[Picture], splits: Splits | None) -> str:
    """Say how small the words of these pages are and where they are larger; empty where all can be read.

    `splits` are None where the figure is split already or cannot be. Signs that the font lacks are told too. All
    sizes are those that the figures have.
    """
    signs = dict.fromkeys(advise_signs(view) for view in views)
    return " ".join(filter(None, (_small(views, pictures, splits), *signs)))


def refusal_hint(hint: str, splits: Splits | None, page: str, *, is_split: bool) -> str:
    """Return what to do about a figure that does not fit on a paper, after the `hint` on a larger one.

    `splits` are None where it cannot be split; where it `is_split` already, no split fits on this paper.
    """
    if splits is None:
        return hint if hint == ADVICE["part"] else f"{hint} {ADVICE['or_part']}"
    if way := "" if is_split else _split_way(splits, page):
        return f"{hint} {ADVICE['choose'].format(ways=way)}"
    found = paper_for_split(splits, page)
    if found is None or hint == ADVICE["fits"].format(page=found[1].name):
        return hint
    return f"{hint} {ADVICE['split_fits'].format(kind=found[0], page=found[1].name)}"


def _split_way(splits: Splits, page: str, *, above: float = 0.0) -> str:
    """Return the way to split a figure into words larger than `above` on this paper; "" where there is none."""
    found = best_split(splits, page, above=above)
    if found is None:
        return ""
    split, size = found
    return ADVICE["way_split"].format(kind=split.kind, count=1 + len(split.parts), size=size)


def _small(views: Sequence[View], pictures: Sequence[Picture], splits: Splits | None) -> str:
    size, page = min(picture.font_size for picture in pictures), pictures[0].page
    if size >= READABLE:
        return ""
    number = 1 + next(place for place, picture in enumerate(pictures) if picture.font_size == size)
    small = ADVICE["small" if len(pictures) == 1 else "small_page"]
    told = small.format(size=size, page=page.name, number=number, count=len(pictures))
    larger = words_on(views, larger_pages(page))
    ways = [ADVICE["way_page"].format(page=quoted_page(larger[0]), size=larger[1])] if larger else []
    if splits:
        ways += filter(None, [_split_way(splits, page.name, above=size)])
    return f"{told} {ADVICE['choose'].format(ways=ADVICE['or'].join(ways)) if ways else ADVICE['part']}"
