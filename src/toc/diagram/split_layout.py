"""The pages of a theory on a paper: which split suits it, and how large their words are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from toc.diagram.advice_words import ADVICE
from toc.diagram.fit import READABLE, PageTooSmallError, first_paper, fit_page
from toc.diagram.layout import lay_out
from toc.diagram.pages import page_named
from toc.diagram.picture import Page, Picture
from toc.diagram.plan import draft_view
from toc.diagram.splits import Split, SplitKind
from toc.diagram.view import View

__all__ = ["Splits", "best_split", "lay_out_views", "paper_for_split", "readable_views", "split_views", "words_on"]

Splits = Callable[[SplitKind], Split | None]
"""What gives the split of a theory of a kind, None where it has nothing to split by."""
_ORDER: tuple[SplitKind, ...] = ("strand", "detail", "outcome")
"""Which kind of split to propose first: strands are what people divide the work by."""
_A4 = page_named("A4")
_LEGIBLE = 6.0
"""Below this size, in points, the words of an overview are not worth its arrows."""
_MOST_ON_A4 = 60
"""Words of an overview with more boxes on this area are small, and not worked out where there is a plainer one."""


def split_views(split: Split, page: str) -> tuple[View, ...]:
    """Return all pages: of the overviews the first that can be read on a paper, or that in the largest words."""
    overview, _ = _overview(split, page_named(page))
    return (overview or split.spares[-1], *split.parts)


def readable_views(view: View, splits: Splits, page: str) -> tuple[View, ...]:
    """Return the figure itself where it can be read on a paper, or no split is better; else the best split."""
    size = words_of(view, page_named(page))
    best = best_split(splits, page, above=size) if size < READABLE else None
    return split_views(best[0], page) if best else (view,)


def lay_out_views(views: Sequence[View], page: str) -> tuple[Picture, ...]:
    """Lay out the pages of a figure.

    Raises `PageTooSmallError` for the first that does not fit on the paper, with one on which all of them do.
    """
    if len(views) == 1:
        return (lay_out(views[0], page),)
    try:
        return tuple(_numbered(view, page, number, len(views)) for number, view in enumerate(views, 1))
    except PageTooSmallError as error:
        larger = first_paper(map(draft_view, views), page_named(page))
        hint = ADVICE["all_fit"].format(page=larger.name) if larger else error.hint
        raise PageTooSmallError(error.message, hint=hint) from None


def paper_for_split(splits: Splits, page: str) -> tuple[SplitKind, Page] | None:
    """Return the smallest larger paper on which the pages of a split fit, and its kind; None where none does."""
    found: list[tuple[float, SplitKind, Page]] = []
    for kind in _ORDER:
        split = splits(kind)
        views = (split.spares[-1], *split.parts) if split else ()
        larger = first_paper(map(draft_view, views), page_named(page)) if views else None
        if larger:
            found.append((larger.width * larger.height, kind, larger))
    return min(found, key=lambda one: one[0])[1:] if found else None


def best_split(splits: Splits, page: str, *, above: float = 0.0) -> tuple[Split, float] | None:
    """Return the first kind of split all of whose pages can be read, else that in the largest words.

    With it comes the size of its smallest words, in points. None where there is nothing to split by, or no split
    fits on the paper in words larger than `above`.
    """
    best: tuple[Split, float] | None = None
    for kind in _ORDER:
        split = splits(kind)
        size = _split_words(split, page_named(page), best[1] if best else above) if split else 0.0
        if split is None or not size:
            continue
        best = split, size
        if size >= READABLE:
            break
    return best


def words_on(views: Iterable[View], pages: Sequence[Page]) -> tuple[Page, float] | None:
    """Return the first of these papers on which all the views can be read, and their smallest words there."""
    drafts = [draft_view(view) for view in views]
    for page in pages:
        try:
            size = min(fit_page(draft, page).measures.size for draft in drafts)
        except PageTooSmallError:
            continue
        if size >= READABLE:
            return page, size
    return None


def _split_words(split: Split, page: Page, above: float) -> float:
    """Return the size of the smallest words of a split; 0 as soon as one page is not in words larger than `above`.

    The fullest pages come first, since they decide.
    """
    smallest = READABLE * 10
    for view in sorted(split.parts, key=lambda view: -len(view.boxes)):
        smallest = min(smallest, words_of(view, page))
        if smallest <= above:
            return 0.0
    smallest = min(smallest, _overview(split, page)[1])
    return smallest if smallest > above else 0.0


@lru_cache(maxsize=128)
def words_of(view: View, page: Page) -> float:
    """Return the size of the words of a view on a paper, 0 where it does not fit.

    It is kept for a while, since a page is asked for where a split is chosen, proposed and drawn.
    """
    try:
        return fit_page(draft_view(view), page).measures.size
    except PageTooSmallError:
        return 0.0


def _overview(split: Split, page: Page) -> tuple[View | None, float]:
    """Return the overview to draw and the size of its words; None and 0 where none fits."""
    most = _MOST_ON_A4 * page.width * page.height / (_A4.width * _A4.height)
    *fuller, last = split.overviews
    best = _largest((*(view for view in fuller if len(view.boxes) <= most), last), page)
    enough = 0.0 if split.kind == "detail" else _LEGIBLE
    for spare in split.spares:
        if best[0] and best[1] >= enough:
            break
        best = max(best, (spare, words_of(spare, page)), key=lambda found: found[1])
    return best if best[1] else (None, 0.0)


def _largest(views: Iterable[View], page: Page) -> tuple[View | None, float]:
    """Return the first of these views that can be read, else that in the largest words, and their size."""
    best: tuple[View | None, float] = (None, 0.0)
    for view in views:
        size = words_of(view, page)
        if size > best[1]:
            best = view, size
        if size >= READABLE:
            break
    return best


def _numbered(view: View, page: str, number: int, count: int) -> Picture:
    try:
        return lay_out(view, page)
    except PageTooSmallError as error:
        where = ADVICE["page_of"].format(number=number, count=count, message=error.message)
        raise PageTooSmallError(where, hint=error.hint) from None
