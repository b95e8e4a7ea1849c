"""`Tally`: how many pairs improved, stayed and worsened, and of how many people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from toc.data import Counts
from toc.model import Scale, TheoryOfChange
from toc.scoring.change import change_of, step_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells, Series

__all__ = ["Tally", "tallies_of_counts", "tallies_of_readings"]


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
    parts = _by_indicator(cells, theory, rule)
    return {
        group: _tally([parts[member] for member in members if member in parts], _courses(cells, group))
        for group, members in groups.items()
        if not members.isdisjoint(parts)
    }


def _by_indicator(cells: PairCells, theory: TheoryOfChange, rule: ChangeRule) -> dict[str, Counter[str]]:
    """Count what became of the pairs of each indicator that can be classified, and series without two readings."""
    counted: dict[str, Counter[str]] = {}
    for series in {**cells.changes, **cells.once}:
        name = theory.indicators[series.indicator].scale or ""
        scale = theory.scales.get(name)
        if scale is not None and scale.better is not None:
            counts = counted.setdefault(series.indicator, Counter())
            counts["one_reading"] += cells.once.get(series, 0)
            for became, pairs in _became(cells, series, (name, scale), rule):
                counts[became] += pairs
    return counted


def _became(
    cells: PairCells, series: Series, named: tuple[str, Scale], rule: ChangeRule
) -> Iterator[tuple[str, int]]:
    name, scale = named
    best = scale.highest if scale.better and scale.better.value == "higher" else scale.lowest
    for (first, latest), pairs in cells.changes.get(series, {}).items():
        yield change_of(scale, first, latest, lambda step: rule.counts(name, step)) or "no_change", pairs
        if not rule.counts(name, step_of(scale, first, best) or 0):
            yield "already_best", pairs


def _courses(cells: PairCells, group: Group) -> Counter[Course]:
    """Count the people of all sites together: a person belongs to one site."""
    courses: Counter[Course] = Counter()
    for people in cells.courses.get(group, {}).values():
        courses.update(people)
    return courses


def _tally(parts: Collection[Counter[str]], courses: Counter[Course]) -> Tally:
    counts = _added(parts)
    three = (counts["improved"], counts["no_change"], counts["worsened"])
    return Tally(*three, counts["one_reading"], counts["already_best"], courses)


def _added(parts: Iterable[Counter[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return counts
