"""`Tally`: how many pairs improved, stayed and worsened, and of how many people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from toc.data import Counts
from toc.model import Scale, TheoryOfChange
from toc.scoring.change import CHANGES, change_of, step_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells

__all__ = ["Tally", "tallies_apart", "tallies_of_counts", "tallies_of_readings"]

_Judge = Callable[[tuple[float, float]], tuple[int, ...]]

_ONE_READING, _ALREADY_BEST, _PLACES = 3, 4, 5
"""Where a `Tally` has its counts, and how many there are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs (a person and an indicator, first against latest) by what became of them.

    `one_reading` counts series without two readings to compare, `already_best` the pairs that began at the
    good end of the scale, or too near to it for a change that counts. `courses` counts the people by what became
    of their pairs, also those without any. These three are None for published counts, which do not tell.
    """

    improved: int
    no_change: int
    worsened: int
    one_reading: int | None = None
    already_best: int | None = None
    courses: Mapping[Course, int] | None = None

    @property
    def n(self) -> int:
        """How many pairs there are."""
        return self.improved + self.no_change + self.worsened

    @property
    def people(self) -> int | None:
        """How many people the pairs belong to; None where that is not known."""
        if self.courses is None:
            return None
        return sum(people for course, people in self.courses.items() if course.pairs)


def tallies_of_counts(counts: Counts, groups: Mapping[Group, frozenset[str]]) -> dict[Group, Tally]:
    """Add published counts up in every group of which an indicator is among them."""
    tallies = {}
    for group, members in groups.items():
        rows = [row.numbers for row in counts.rows if row.indicator in members]
        if rows:
            improved, no_change, worsened = map(sum, zip(*rows, strict=True))
            tallies[group] = Tally(improved, no_change, worsened)
    return tallies


def tallies_of_readings(
    cells: PairCells, theory: TheoryOfChange, rule: ChangeRule, groups: Mapping[Group, frozenset[str]]
) -> dict[Group, Tally]:
    """Tally the pairs of every group that has an indicator with readings on a scale with a good end."""
    return _tallies(cells, _judges(theory, rule), groups)


def tallies_apart(
    apart: Mapping[str, PairCells],
    theory: TheoryOfChange,
    rule: ChangeRule,
    groups: Mapping[Group, frozenset[str]],
) -> dict[str, dict[Group, Tally]]:
    """Tally the same of every site or part by its name, judging two scores once for all of them."""
    judges = _judges(theory, rule)
    return {name: _tallies(cells, judges, groups) for name, cells in apart.items()}


def _judges(theory: TheoryOfChange, rule: ChangeRule) -> dict[str, _Judge]:
    """Return, for each indicator on a scale with a good end, what tells the places that two scores count in."""
    judges: dict[str, _Judge] = {}
    for key, indicator in theory.indicators.items():
        name = indicator.scale or ""
        scale = theory.scales.get(name)
        if scale is not None and scale.better is not None:
            judges[key] = cache(partial(_places, scale, partial(rule.counts, name)))
    return judges


def _places(scale: Scale, counts: Callable[[float], bool], two: tuple[float, float]) -> tuple[int, ...]:
    first, latest = two
    became = CHANGES.index(change_of(scale, first, latest, counts) or "no_change")
    best = scale.highest if scale.better and scale.better.value == "higher" else scale.lowest
    return (became,) if counts(step_of(scale, first, best) or 0) else (became, _ALREADY_BEST)


def _tallies(
    cells: PairCells, judges: Mapping[str, _Judge], groups: Mapping[Group, frozenset[str]]
) -> dict[Group, Tally]:
    counted = _by_indicator(cells, judges)
    found = {
        group: [counted[member] for member in members if member in counted] for group, members in groups.items()
    }
    return {group: _tally(counts, _courses(cells, group)) for group, counts in found.items() if counts}


def _tally(counts: Sequence[list[int]], courses: Mapping[Course, int]) -> Tally:
    improved, no_change, worsened, one_reading, already_best = map(sum, zip(*counts, strict=True))
    return Tally(improved, no_change, worsened, one_reading, already_best, courses)


def _by_indicator(cells: PairCells, judges: Mapping[str, _Judge]) -> dict[str, list[int]]:
    """Count the pairs of each indicator that can be classified, and its series without two readings, by place."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * _PLACES)
    for series, number in cells.once.items():
        if series.indicator in judges:
            counted[series.indicator][_ONE_READING] += number
    for series, pairs in cells.changes.items():
        if series.indicator in judges:
            counts, judge = counted[series.indicator], judges[series.indicator]
            for two, number in pairs.items():
                for place in judge(two):
                    counts[place] += number
    return counted


def _courses(cells: PairCells, group: Group) -> Mapping[Course, int]:
    """Count the people of all sites together: a person belongs to one site."""
    parts = list(cells.courses.get(group, {}).values())
    if len(parts) == 1:
        return parts[0]
    courses: dict[Course, int] = defaultdict(int)
    for part in parts:
        for course, people in part.items():
            courses[course] += people
    return courses
