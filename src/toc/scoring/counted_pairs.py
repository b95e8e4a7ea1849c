"""`PairCells` of readings that are held in memory, counted without any library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from toc.data import Reading, Readings, series_of
from toc.model import TheoryOfChange
from toc.scoring.change import Change, Pair, change_of, in_order, pair_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells, Part, Seen, Series, TwoInformants

__all__ = ["counted_pairs"]

_Person = tuple[str, str]
_NOT_SEEN_TWICE = Course(0, 0, 0)


class _Counted(NamedTuple):
    """A series: `change` is None without two readings, or on a scale of which nobody said which end is good."""

    indicator: str
    informant: str
    part: str
    pair: Pair
    has_good_end: bool
    change: Change | None


def counted_pairs(
    readings: Readings,
    theory: TheoryOfChange,
    rule: ChangeRule,
    groups: Mapping[Group, frozenset[str]],
    split: str = "",
) -> PairCells:
    """Pair the readings of every series under a rule, and count the pairs and the people behind them.

    One pair per person, indicator and informant. `groups` name the indicators within which people are counted;
    `split` is "informant" or another column of the readings by which everything is counted apart ("": none).
    """
    counted = [_counted(series, theory, rule, split) for series in series_of(readings.rows).values()]
    changes: dict[Series, Counter[tuple[float, float]]] = defaultdict(Counter)
    once: Counter[Series] = Counter()
    for each in counted:
        series = Series(each.pair.person[0], each.indicator, each.part)
        if each.pair.latest is None:
            once[series] += 1
        else:
            changes[series][each.pair.first, each.pair.latest] += 1
    seen = _seen_in_parts(counted) if split else _seen(readings, counted)
    return PairCells(changes, once, _courses(counted, groups), seen, _informants(counted))


def _counted(series: Sequence[Reading], theory: TheoryOfChange, rule: ChangeRule, split: str) -> _Counted:
    first = in_order(series)[0]
    pair = pair_of(series, final_only=rule.final_only, window=rule.window)
    name = theory.indicators[first.indicator].scale or ""
    scale = theory.scales.get(name)
    change = None
    if pair.latest is not None:
        change = change_of(scale, pair.first, pair.latest, lambda step: rule.counts(name, step))
    has_good_end = scale is not None and scale.better is not None
    return _Counted(first.indicator, first.informant, _part(first, split), pair, has_good_end, change)


def _part(first: Reading, split: str) -> str:
    return first.informant if split == "informant" else first.other.get(split, "")


def _courses(
    counted: Iterable[_Counted], groups: Mapping[Group, frozenset[str]]
) -> dict[Group, dict[Part, Counter[Course]]]:
    of_indicator: dict[str, list[Group]] = defaultdict(list)
    for group, members in groups.items():
        for member in members:
            of_indicator[member].append(group)
    people: dict[Group, dict[tuple[_Person, str], Course]] = defaultdict(dict)
    for each in counted:
        if each.has_good_end:
            for group in of_indicator[each.indicator]:
                key = each.pair.person, each.part
                people[group][key] = _with(people[group].get(key, _NOT_SEEN_TWICE), each.change)
    return {group: _by_part(courses) for group, courses in people.items()}


def _with(before: Course, change: Change | None) -> Course:
    if change is None:
        return before
    improved, worsened = change == "improved", change == "worsened"
    return Course(before.pairs + 1, before.improved + improved, before.worsened + worsened)


def _by_part(courses: Mapping[tuple[_Person, str], Course]) -> dict[Part, Counter[Course]]:
    parts: dict[Part, Counter[Course]] = defaultdict(Counter)
    for ((site, _), part), course in courses.items():
        parts[Part(site, part)][course] += 1
    return parts


def _seen(readings: Readings, counted: Iterable[_Counted]) -> dict[Part, Seen]:
    named = Counter(site for site, _ in readings.people)
    complete = Counter(site for site, _ in {each.pair.person for each in counted if each.pair.latest is not None})
    return {Part(site, ""): Seen(people, complete[site]) for site, people in named.items()}


def _seen_in_parts(counted: Sequence[_Counted]) -> dict[Part, Seen]:
    named = Counter(Part(site, part) for (site, _), part in {(each.pair.person, each.part) for each in counted})
    twice = {(each.pair.person, each.part) for each in counted if each.pair.latest is not None}
    complete = Counter(Part(site, part) for (site, _), part in twice)
    return {part: Seen(people, complete[part]) for part, people in named.items()}


def _informants(counted: Iterable[_Counted]) -> Counter[TwoInformants]:
    told: dict[tuple[_Person, str], dict[str, Change]] = defaultdict(dict)
    for each in counted:
        if each.change is not None:
            told[each.pair.person, each.indicator][each.informant] = each.change
    return Counter(both for (_, indicator), changes in told.items() for both in _both(indicator, changes))


def _both(indicator: str, changes: Mapping[str, Change]) -> Iterator[TwoInformants]:
    for one, other in combinations(sorted(changes), 2):
        yield TwoInformants(indicator, one, other, changes[one], changes[other])
