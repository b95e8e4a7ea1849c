"""`RollUp`: how the pairs of several indicators become one score, and the figures that each way gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Literal

from toc.scoring.change import Change
from toc.scoring.figures import Figures, caution_of, figures_of
from toc.scoring.pair_cells import Course
from toc.scoring.tallies import Tally

__all__ = ["ROLL_UPS", "UNITS", "RollUp", "Unit", "rolled_up"]

RollUp = Literal["pairs", "mean_of_shares", "person_any", "person_all", "person_net"]
Unit = Literal["pairs", "shares of indicators", "people"]

UNITS: Mapping[RollUp, Unit] = {
    "pairs": "pairs",
    "mean_of_shares": "shares of indicators",
    "person_any": "people",
    "person_all": "people",
    "person_net": "people",
}
"""What a score counts under each rule."""

ROLL_UPS: Mapping[RollUp, str] = {
    "pairs": "the pairs of all its indicators are added",
    "mean_of_shares": (
        "the mean of its indicators' shares, each weighing the same however few its pairs; n counts indicators, "
        "and there is no interval"
    ),
    "person_any": (
        "each person counts once: improved where any of their pairs improved, else worsened where any worsened, "
        "else no change"
    ),
    "person_all": (
        "each person counts once: improved where every one of their pairs improved, worsened where every one "
        "worsened, else no change"
    ),
    "person_net": (
        "each person counts once: improved where more of their pairs improved than worsened, worsened where more "
        "worsened, else no change"
    ),
}
"""Each rule in words."""


def rolled_up(rule: RollUp, tally: Tally | None, members: Collection[Tally]) -> Figures:
    """Work out the figures of a group of indicators; nothing at all where there is none.

    `members` are the tallies of its indicators. Under `mean_of_shares` no class has a count, `n` is how many
    indicators have pairs, and the caution is that of the one with the fewest. Under the rules by person `n`
    counts people, and `one_reading` those who have readings and no pair.
    """
    if tally is None or rule == "pairs":
        return figures_of(tally)
    if rule == "mean_of_shares":
        return _mean(tally, [member for member in members if member.n])
    people = _people(tally.courses or {}, _BECAME[rule])
    return {**figures_of(people), "people": people.n}


def _mean(tally: Tally, members: Collection[Tally]) -> Figures:
    shares = [member.improved / member.n for member in members]
    return Figures(
        n=len(shares),
        share_improved=sum(shares) / len(shares) if shares else None,
        people=tally.people,
        caution=caution_of(min((member.n for member in members), default=0)),
    )


def _people(courses: Mapping[Course, int], became: Callable[[Course], Change]) -> Tally:
    counts: Counter[Change] = Counter()
    for course, people in courses.items():
        if course.pairs:
            counts[became(course)] += people
    return Tally(counts["improved"], counts["no_change"], counts["worsened"], courses.get(Course(0, 0, 0), 0))


def _any(course: Course) -> Change:
    if course.improved:
        return "improved"
    return "worsened" if course.worsened else "no_change"


def _all(course: Course) -> Change:
    if course.improved == course.pairs:
        return "improved"
    return "worsened" if course.worsened == course.pairs else "no_change"


def _net(course: Course) -> Change:
    if course.improved > course.worsened:
        return "improved"
    return "worsened" if course.worsened > course.improved else "no_change"


_BECAME = {"person_any": _any, "person_all": _all, "person_net": _net}
