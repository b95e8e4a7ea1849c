"""Scores, tables of counts, funnels and schedules as they can be shown to others."""

from __future__ import annotations

from typing import TypeVar

from toc.errors import TocError
from toc.scoring.people_funnel import Funnel
from toc.scoring.publication import USUAL_THRESHOLD
from toc.scoring.published_besides import published_besides
from toc.scoring.published_funnel import published_funnel
from toc.scoring.published_rows import schedule_without_rows, scores_without_rows
from toc.scoring.published_schedule import published_schedule
from toc.scoring.published_scores import published_scores
from toc.scoring.published_tabulation import published_tabulation
from toc.scoring.reading_schedule import Schedule
from toc.scoring.scores import Scores
from toc.scoring.tabulation import Tabulation

__all__ = ["for_publication"]

P = TypeVar("P", Scores, Tabulation, Funnel, Schedule)


def for_publication(numbers: P, *, threshold: int = USUAL_THRESHOLD, show_zeros: bool = False) -> P:
    """Return numbers without counts below `threshold`, and without what would give them away.

    They are scores, a table, a funnel or a schedule. Also hidden are other counts by which one could be worked
    out, or be told to within less than `threshold`, from the sums that are shown; every share, interval and
    caution of a hidden count; in scores, all intervals by person, and all counts of a row about fewer than
    `threshold` people. A count of 0 is small too, unless `show_zeros`: it says of everybody else in its row what
    did not become of them. Which of the hidden counts are small is not told. By a rule by person only people
    improved, n and those seen once are shown, of outcomes, all and sites; a mean of shares where every share in
    it is.

    Only what stands in this one table is looked at: scores of a site and of the whole service, or of two dates,
    can still be subtracted from each other. Beside the scores stand sign tests and sites compared of which
    no count is hidden, and targets without mean scores. Rows with which something is wrong are not listed, and few
    of them not counted. Raises `TocError` for a threshold under 2, where sites are compared and not shown, where
    the totals of a table leave its empty cells open, or where scipy is missing.
    """
    if not isinstance(numbers, Scores | Tabulation | Funnel | Schedule):
        hint = "Make them first: toc.score(theory, data)."
        raise TocError("toc.for_publication wants scores, a table of counts, a funnel or a schedule.", hint=hint)
    if isinstance(threshold, bool) or not isinstance(threshold, int) or threshold < 2:
        raise TocError("The threshold must be a whole number of 2 or more.", hint="Leave it out for 5.")
    if numbers.publication is not None:
        raise TocError("These numbers are for publication already.", hint="Begin with those that are not.")
    if isinstance(numbers, Tabulation):
        return published_tabulation(numbers, threshold, hide_zeros=not show_zeros)
    if isinstance(numbers, Funnel):
        return published_funnel(numbers, threshold, hide_zeros=not show_zeros)
    if isinstance(numbers, Schedule):
        schedule = published_schedule(numbers, threshold, hide_zeros=not show_zeros)
        return schedule_without_rows(schedule, threshold, hide_zeros=not show_zeros)
    scores = published_besides(published_scores(numbers, threshold, hide_zeros=not show_zeros))
    return scores_without_rows(scores, threshold, hide_zeros=not show_zeros)
