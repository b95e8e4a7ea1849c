"""The largest font size at which a view fits a page."""

from __future__ import annotations

from collections.abc import Iterable

from toc.diagram.advice_words import ADVICE
from toc.diagram.measures import Measures
from toc.diagram.pages import PAGES, larger_pages, quoted_page
from toc.diagram.picture import Page
from toc.diagram.plan import Draft, Plan, Planner, cuts_words, plan_at
from toc.diagram.text_widths import missing_scripts
from toc.diagram.view import View
from toc.errors import TocError

__all__ = ["READABLE", "PageTooSmallError", "advise", "advise_signs", "first_paper", "fit_page"]

SMALLEST, LARGEST = 4.0, 16.0
STEP = 0.1
READABLE = 8.0
TIGHTER = ((1.0, LARGEST), (0.75, 9.0), (0.55, 8.6), (0.35, 8.3), (0.25, 8.1), (0.1, 6.0))
"""How tightly to set a figure, and up to which size of the words it is worth it."""


class PageTooSmallError(TocError):
    """A figure that does not fit on its page, even in the smallest words."""


def fit_page(draft: Draft, page: Page) -> Plan:
    """Plan the view with words as large as the page allows, 4 to 16 points.

    Raises PageTooSmallError where it does not fit.
    """
    planner = Planner(draft, page)
    best: Plan | None = None
    for spread, limit in TIGHTER:
        if best is not None and best.measures.size >= limit:
            break
        least = SMALLEST if best is None else best.measures.size + STEP
        best = largest_plan(planner, spread, (least, limit)) or best
    if best is None:
        raise PageTooSmallError(
            f"The figure does not fit on {page.name} even with words of {SMALLEST:g} points.",
            hint=way_out(draft, page),
        )
    return best


def largest_plan(planner: Planner, spread: float, sizes: tuple[float, float]) -> Plan | None:
    """Bisect the font size between two, in tenths of a point; None where not even the smaller fits.

    Words are cut in two only where they could not be read otherwise.
    """
    low, high = (round(size / STEP) for size in sizes)
    best: Plan | None = None
    middle = low
    while low <= high:
        plan = planner.plan_at(Measures(middle / 10, spread))
        if plan.fits and (plan.measures.size <= READABLE or not cuts_words(planner.draft, plan)):
            best, low = plan, middle + 1
        elif best is None:
            return None
        else:
            high = middle - 1
        middle = (low + high + 1) // 2
    return best


def way_out(draft: Draft, page: Page) -> str:
    """The smallest larger page on which the view fits (of a slide, the smallest paper), else to show less."""
    other = first_paper((draft,), page)
    return ADVICE["fits"].format(page=other.name) if other else ADVICE["part"]


def first_paper(drafts: Iterable[Draft], page: Page) -> Page | None:
    """The smallest larger page on which all these fit, of a slide the smallest paper; None where none does."""
    tightest, left = Measures(SMALLEST, TIGHTER[-1][0]), list(larger_pages(page) or larger_pages(PAGES["A5"]))
    for draft in drafts:
        while left and not plan_at(draft, left[0], tightest).fits:
            del left[0]
    return left[0] if left else None


def advise(draft: Draft, plan: Plan) -> str:
    """What to tell the reader about the size of the words and signs that the font lacks; empty if all is well."""
    advice = []
    if plan.measures.size < READABLE:
        larger = larger_pages(plan.page)
        advice.append(ADVICE["small"].format(size=plan.measures.size, page=plan.page.name))
        advice.append(ADVICE["larger"].format(page=quoted_page(larger[0])) if larger else ADVICE["part"])
        if not any(box.label for box in draft.view.boxes):
            advice.append(ADVICE["fewer"])
    advice.append(advise_signs(draft.view))
    return " ".join(filter(None, advice))


def advise_signs(view: View) -> str:
    """What to tell the reader about signs that the font lacks and about labels in another language."""
    scripts, signs = missing_scripts("".join(all_words(view)))
    told = [ADVICE["scripts"].format(scripts=", ".join(scripts))] if scripts else []
    told += [ADVICE["glyphs"].format(signs=" ".join(signs[:10]))] if signs else []
    return " ".join([*told, *advise_words(view)])


def advise_words(view: View) -> Iterable[str]:
    """Yield which labels are not in the language of the figure, by their ids; of many the first three."""
    if view.other_words:
        ids, rest = ", ".join(view.other_words[:3]), len(view.other_words) - 3
        ids = ADVICE["and_more"].format(ids=ids, n=rest) if rest > 0 else ids
        yield ADVICE["other_words"].format(count=len(view.other_words), language=view.language, ids=ids)


def all_words(view: View) -> list[str]:
    """Every word that the view brings along."""
    badges = [box.badge for box in view.boxes if box.badge is not None]
    labels = [column.label for column in view.columns] + [strand.label for strand in view.strands]
    labels += [group.label for group in view.groups] + [box.label for box in view.boxes]
    return [view.title, view.subtitle, *view.notes, *labels, *(badge.text + badge.caution for badge in badges)]
