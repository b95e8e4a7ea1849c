"""`PairCells` of a `ReadingsTable`, counted by whatever library holds it, by way of narwhals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True, repr=False)
class _Moves:
    """What each series did, in numbers: its indicator, first and latest score are one number, its `move`.

    `frame` has `person`, `site` and `move` of each series, `counts` how many series each site and move has.
    """

    table: ReadingsTable
    frame: Any
    counts: Mapping[tuple[int, int], int]

    def read(self, move: int) -> tuple[str, float | None, float | None]:
        """Return the indicator, first and latest score; both None for a series without a latest one."""
        rest, latest = divmod(move, len(self.table.scores) + 1)
        indicator, first = divmod(rest, len(self.table.scores) + 1)
        name = self.table.model_indicators[indicator]
        return (name, self.table.scores[first - 1], self.table.scores[latest - 1]) if first else (name, None, None)


def table_cells(
    table: ReadingsTable, theory: TheoryOfChange, rule: ChangeRule, groups: Mapping[Group, frozenset[str]]
) -> PairCells:
    """Pair the series of a table under a rule, and count the pairs and the people behind them.

    The same as `counted_pairs` of readings in memory.
    """
    moves = _moves(table, rule)
    read = {move: moves.read(move) for _, move in moves.counts}
    changes: dict[Series, Counter[tuple[float, float]]] = defaultdict(Counter)
    once: Counter[Series] = Counter()
    for (site, move), number in moves.counts.items():
        indicator, first, latest = read[move]
        series = Series(table.sites[site], indicator, "")
        if first is None or latest is None:
            once[series] += number
        else:
            changes[series][first, latest] += number
    classified = {key for key in table.indicators if _has_good_end(theory, key)}
    alone = len(table.informants) == 1
    slots = tuple(slots_of(groups, classified, len(table.informants), several_only=alone))
    became = {move: _change(theory, rule, *told) for move, told in read.items() if told[0] in classified}
    people = _people(moves, slots, became)
    courses = {slot.group: _of_group(moves, people, slot) for slot in slots}
    if alone:
        courses |= _of_single(moves, groups, became)
    return PairCells(changes, once, courses, _seen(moves, people))


def _moves(table: ReadingsTable, rule: ChangeRule) -> _Moves:
    packing, base = table.packing, len(table.scores) + 1
    latest = nw.col("final" if rule.final_only else "latest")
    first, last = nw.col("first") % packing.scores + 1, latest % packing.scores + 1
    paired = (nw.col("first") >= 0) & (latest >= 0)
    indicator = packing.indicator() * (base * base)
    move = nw.when(paired).then(indicator + first * base + last).otherwise(indicator)
    frame = table.kept.stored(table.series.select("person", packing.site().alias("site"), move.alias("move")))
    counted = frame.group_by("site", "move").agg(nw.len().alias("number")).select("site", "move", "number")
    return _Moves(table, frame, {(site, move): number for site, move, number in fetched(counted)})


def _people(moves: _Moves, slots: Sequence[Slot], became: Mapping[int, Change | None]) -> Any:
    """Return `site`, `twice` (1 where anything can be compared, else 0) and the words of `slots` of each person.

    The words of a series differ only by its move, so they are joined rather than worked out, and added up.
    """
    words = [f"word_{at}" for at in range(slots[-1].word + 1 if slots else 0)]
    base = len(moves.table.scores) + 1
    known = sorted({move for _, move in moves.counts})
    rows = [(move, int(move % base > 0), *_words(moves, slots, move, became)) for move in known]
    names = ("move", "twice", *words)
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    joined = moves.frame.join(moves.table.kept.table(columns, [int] * len(names)), on="move", how="inner")
    added = joined.group_by("site", "person").agg(nw.col("twice").max(), *(nw.col(word).sum() for word in words))
    whole = added.with_columns(nw.col("twice", *words).cast(nw.Int64)).select("site", "twice", *words)
    return moves.table.kept.stored(whole)


def _words(moves: _Moves, slots: Sequence[Slot], move: int, became: Mapping[int, Change | None]) -> Sequence[int]:
    words = [0] * (slots[-1].word + 1 if slots else 0)
    if move in became:
        indicator = moves.read(move)[0]
        for slot in slots:
            if indicator in slot.members:
                words[slot.word] += slot.weight(became[move])
    return words


def _of_group(moves: _Moves, people: Any, slot: Slot) -> dict[Part, Counter[Course]]:
    own = people.select("site", (nw.col(f"word_{slot.word}") // slot.below % slot.base).alias("own"))
    counted = own.group_by("site", "own").agg(nw.len().alias("people")).select("site", "own", "people")
    parts: dict[Part, Counter[Course]] = defaultdict(Counter)
    for site, number, seen in fetched(counted):
        course = slot.course(number)
        if course is not None:
            parts[Part(moves.table.sites[site], "")][course] += seen
    return parts


def _of_single(
    moves: _Moves, groups: Mapping[Group, frozenset[str]], became: Mapping[int, Change | None]
) -> dict[Group, dict[Part, Counter[Course]]]:
    """Count people by indicator where each has one informant: there a series is a person."""
    by_indicator: dict[str, dict[Part, Counter[Course]]] = defaultdict(lambda: defaultdict(Counter))
    courses = {
        move: Course(int(change is not None), int(change == "improved"), int(change == "worsened"))
        for move, change in became.items()
    }
    indicators = {move: moves.read(move)[0] for move in became}
    for (site, move), number in moves.counts.items():
        if move in became:
            by_indicator[indicators[move]][Part(moves.table.sites[site], "")][courses[move]] += number
    single = {group: next(iter(members)) for group, members in groups.items() if len(members) == 1}
    return {group: by_indicator[member] for group, member in single.items() if member in by_indicator}


def _seen(moves: _Moves, people: Any) -> dict[Part, Seen]:
    counted = people.group_by("site").agg(nw.len().alias("people"), nw.col("twice").sum())
    seen = {site: (total, twice) for site, total, twice in fetched(counted.select("site", "people", "twice"))}
    by_name = {moves.table.sites[site]: (total, int(twice)) for site, (total, twice) in seen.items()}
    named = moves.table.people or {site: total for site, (total, _) in by_name.items()}
    return {Part(site, ""): Seen(total, by_name.get(site, (0, 0))[1]) for site, total in named.items()}


def _change(
    theory: TheoryOfChange, rule: ChangeRule, indicator: str, first: float | None, latest: float | None
) -> Change | None:
    if first is None or latest is None:
        return None
    name = theory.indicators[indicator].scale or ""
    return change_of(theory.scales.get(name), first, latest, lambda step: rule.counts(name, step))


def _has_good_end(theory: TheoryOfChange, indicator: str) -> bool:
    scale = theory.scales.get(theory.indicators[indicator].scale or "")
    return scale is not None and scale.better is not None
