"""`PairCells` of a `ReadingsTable`, counted by whatever library holds it, by way of narwhals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import narwhals as nw

from toc.data import ReadingsTable
from toc.data.frames.native_frames import fetched
from toc.model import TheoryOfChange
from toc.scoring.change import Change, change_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells, Part, Seen, Series
from toc.scoring.table_cells.course_words import Slot, slots_of

__all__ = ["table_cells"]


class _Cell(NamedTuple):
    """Series of one site and indicator from one score to another, by their codes; -1 where there is none."""

    site: int
    indicator: int
    first: int
    latest: int


@dataclass(frozen=True, slots=True, repr=False)
class _Pairs:
    """`frame` has `person`, `site`, `indicator`, `informant`, `first` and `latest` of each series, as codes."""

    table: ReadingsTable
    frame: Any
    cells: Mapping[_Cell, int]

    def indicator(self, code: int) -> str:
        return self.table.model_indicators[code]

    def site(self, code: int) -> str:
        return self.table.sites[code]


def table_cells(
    table: ReadingsTable, theory: TheoryOfChange, rule: ChangeRule, groups: Mapping[Group, frozenset[str]]
) -> PairCells:
    """Pair the series of a table under a rule, and count the pairs and the people behind them.

    The same as `counted_pairs` of readings in memory.
    """
    pairs = _pairs(table, rule)
    changes: dict[Series, Counter[tuple[float, float]]] = defaultdict(Counter)
    once: Counter[Series] = Counter()
    for cell, number in pairs.cells.items():
        series = Series(pairs.site(cell.site), pairs.indicator(cell.indicator), "")
        if cell.latest < 0:
            once[series] += number
        else:
            changes[series][table.scores[cell.first], table.scores[cell.latest]] += number
    return PairCells(changes, once, _courses(pairs, theory, rule, groups), _seen(pairs))


def _pairs(table: ReadingsTable, rule: ChangeRule) -> _Pairs:
    """Take first and latest scores from the series; the first of a series without a latest is of no account."""
    packing, series = table.packing, table.series
    latest = nw.col("final" if rule.final_only else "latest")
    paired = (nw.col("first") >= 0) & (latest >= 0)
    frame = table.kept.stored(
        series.select(
            "person",
            packing.site().alias("site"),
            packing.indicator().alias("indicator"),
            packing.informant().alias("informant"),
            nw.when(paired).then(nw.col("first") % packing.scores).otherwise(nw.lit(-1)).alias("first"),
            nw.when(paired).then(latest % packing.scores).otherwise(nw.lit(-1)).alias("latest"),
        )
    )
    counted = frame.group_by(*_Cell._fields).agg(nw.len().alias("number")).select(*_Cell._fields, "number")
    return _Pairs(table, frame, {_Cell(*codes): number for *codes, number in fetched(counted)})


def _seen(pairs: _Pairs) -> dict[Part, Seen]:
    complete = pairs.frame.filter(nw.col("latest") >= 0).select("site", "person").unique()
    counted = complete.group_by("site").agg(nw.len().alias("people")).select("site", "people")
    twice = {pairs.site(site): people for site, people in fetched(counted)}
    return {Part(site, ""): Seen(people, twice.get(site, 0)) for site, people in pairs.table.people.items()}


def _courses(
    pairs: _Pairs, theory: TheoryOfChange, rule: ChangeRule, groups: Mapping[Group, frozenset[str]]
) -> dict[Group, dict[Part, Counter[Course]]]:
    """Give each series a number in which all groups of its indicator have their counts, and add up by person.

    The numbers differ only by indicator, first and latest score, so they are joined rather than worked out.
    """
    classified = [key for key in pairs.table.indicators if _has_good_end(theory, key)]
    slots = list(slots_of(groups, classified, len(pairs.table.informants)))
    if not slots:
        return {}
    words = [f"word_{at}" for at in range(slots[-1].word + 1)]
    keys = ("indicator", "first", "latest")
    weights = _weights(pairs, theory, rule, slots)
    joined = pairs.frame.join(pairs.table.kept.table(weights, [int] * len(weights)), on=list(keys), how="inner")
    added = joined.group_by("site", "person").agg(*(nw.col(word).sum() for word in words))
    people = pairs.table.kept.stored(added.with_columns(nw.col(*words).cast(nw.Int64)))
    counts = {
        word: pairs.table.kept.stored(people.group_by("site", word).agg(nw.len().alias("people")))
        for word in words
    }
    return {slot.group: _of_group(pairs, counts[words[slot.word]], words[slot.word], slot) for slot in slots}


def _of_group(pairs: _Pairs, counts: Any, word: str, slot: Slot) -> dict[Part, Counter[Course]]:
    own = counts.select("site", (nw.col(word) // slot.below % slot.base).alias("own"), "people")
    parts: dict[Part, Counter[Course]] = defaultdict(Counter)
    added = own.group_by("site", "own").agg(nw.col("people").sum()).select("site", "own", "people")
    for site, number, people in fetched(added):
        course = slot.course(number)
        if course is not None:
            parts[Part(pairs.site(site), "")][course] += people
    return parts


def _weights(
    pairs: _Pairs, theory: TheoryOfChange, rule: ChangeRule, slots: Sequence[Slot]
) -> dict[str, list[int]]:
    """Return the columns of a table with the words of each indicator, first and latest score."""
    of_indicator: dict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        for member in slot.members:
            of_indicator[member].append(slot)
    rows = []
    for codes in sorted({cell[1:] for cell in pairs.cells}):
        indicator = pairs.indicator(codes[0])
        change = _change(pairs.table, theory, rule, codes)
        words = [0] * (slots[-1].word + 1)
        for slot in of_indicator[indicator]:
            words[slot.word] += slot.weight(change)
        if any(words):
            rows.append((*codes, *words))
    names = ("indicator", "first", "latest", *(f"word_{at}" for at in range(slots[-1].word + 1)))
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


def _change(
    table: ReadingsTable, theory: TheoryOfChange, rule: ChangeRule, codes: tuple[int, ...]
) -> Change | None:
    indicator, first, latest = codes
    if latest < 0:
        return None
    name = theory.indicators[table.model_indicators[indicator]].scale or ""
    scale = theory.scales.get(name)
    return change_of(scale, table.scores[first], table.scores[latest], lambda step: rule.counts(name, step))


def _has_good_end(theory: TheoryOfChange, indicator: str) -> bool:
    scale = theory.scales.get(theory.indicators[indicator].scale or "")
    return scale is not None and scale.better is not None
