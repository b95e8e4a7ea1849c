"""`PairCells` of readings that are held in memory, counted without any library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from toc.data import Reading, Readings, series_of
from toc.model import TheoryOfChange
from toc.scoring.change import Pair, change_of, pair_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells, Part, Seen, Series

__all__ = ["counted_pairs"]

_Person = tuple[str, str]


def counted_pairs(
    readings: Readings, theory: TheoryOfChange, rule: ChangeRule, groups: Mapping[Group, frozenset[str]]
) -> PairCells:
    """Pair the readings of every series under a rule, and count the pairs and the people behind them.

    One pair per person, indicator and informant. `groups` name the indicators within which people are counted.
    """
    pairs = _pairs(readings.rows, rule)
    changes: dict[Series, Counter[tuple[float, float]]] = defaultdict(Counter)
    once: Counter[Series] = Counter()
    for indicator, pair in pairs:
        series = Series(pair.person[0], indicator, "")
        if pair.latest is None:
            once[series] += 1
        else:
            changes[series][pair.first, pair.latest] += 1
    return PairCells(changes, once, _courses(pairs, theory, rule, groups), _seen(readings, pairs))


def _pairs(rows: Iterable[Reading], rule: ChangeRule) -> list[tuple[str, Pair]]:
    return [
        (indicator, pair_of(series, final_only=rule.final_only))
        for (_, _, indicator, _), series in series_of(rows).items()
    ]


def _courses(
    pairs: Iterable[tuple[str, Pair]],
    theory: TheoryOfChange,
    rule: ChangeRule,
    groups: Mapping[Group, frozenset[str]],
) -> dict[Group, dict[Part, Counter[Course]]]:
    of_indicator: dict[str, list[Group]] = defaultdict(list)
    for group, members in groups.items():
        for member in members:
            of_indicator[member].append(group)
    people: dict[Group, dict[_Person, Course]] = defaultdict(dict)
    for indicator, pair in pairs:
        change = _change(theory, indicator, pair, rule)
        if change is None:
            continue
        for group in of_indicator[indicator]:
            before = people[group].get(pair.person, Course(0, 0, 0))
            people[group][pair.person] = Course(
                before.pairs + 1,
                before.improved + (change == "improved"),
                before.worsened + (change == "worsened"),
            )
    return {group: _counted(courses) for group, courses in people.items()}


def _change(theory: TheoryOfChange, indicator: str, pair: Pair, rule: ChangeRule) -> str | None:
    scale = theory.indicators[indicator].scale or ""
    if pair.latest is None:
        return None
    return change_of(theory.scales.get(scale), pair.first, pair.latest, lambda step: rule.counts(scale, step))


def _counted(courses: Mapping[_Person, Course]) -> dict[Part, Counter[Course]]:
    parts: dict[Part, Counter[Course]] = defaultdict(Counter)
    for (site, _), course in courses.items():
        parts[Part(site, "")][course] += 1
    return parts


def _seen(readings: Readings, pairs: Iterable[tuple[str, Pair]]) -> dict[Part, Seen]:
    named = Counter(site for site, _ in readings.people)
    complete = Counter(site for site, _ in {pair.person for _, pair in pairs if pair.latest is not None})
    return {Part(site, ""): Seen(people, complete[site]) for site, people in named.items()}
