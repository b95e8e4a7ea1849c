"""Whether the boxes hold their indicators in words or by number."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.fit import READABLE, fit_page
from toc.diagram.indicator_key import has_indicators
from toc.diagram.picture import Page
from toc.diagram.plan import Draft, Plan
from toc.errors import TocError

__all__ = ["fit_tags"]


def fit_tags(draft: Draft, page: Page) -> tuple[Draft, Plan]:
    """Plan a view on a page, with its indicators in words where these are easy to read there, else by number.

    Raises TocError where it does not fit at all.
    """
    if has_indicators(draft.view):
        worded = replace(draft, view=replace(draft.view, tags_in_words=True))
        try:
            plan = fit_page(worded, page)
        except TocError:
            return draft, fit_page(draft, page)
        if plan.measures.size >= READABLE:
            return worded, plan
    return draft, fit_page(draft, page)
