"""`PairCells` of a `ReadingsTable`, counted by whatever library holds it, by way of narwhals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any

import narwhals as nw

from toc.data import ReadingsTable
from toc.data.frames.native_frames import fetched
from toc.data.frames.whole_parts import remainder, whole_part
from toc.model import TheoryOfChange
from toc.scoring.change import CHANGES
from toc.scoring.change_rule import ChangeRule
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course, PairCells, Part, Seen, Series, TwoInformants
from toc.scoring.table_cells.counting import counting
from toc.scoring.table_cells.course_words import CourseWords, Slot, course_words
from toc.scoring.table_cells.moves import Moves, moves_of

__all__ = ["table_cells"]

_Courses = dict[Group, dict[Part, Counter[Course]]]


def table_cells(
    table: ReadingsTable,
    theory: TheoryOfChange,
    rule: ChangeRule,
    groups: Mapping[Group, frozenset[str]],
    *,
    by_informant: bool = False,
) -> PairCells:
    """Pair the series of a table under a rule, and count the pairs and the people behind them.

    The same as `counted_pairs` of readings in memory; `by_informant` splits by who gave the scores. Raises
    `TocError` where the library that holds the table cannot count it.
    """
    with counting(table):
        return _cells(table, theory, rule, groups, by_informant=by_informant)


def _cells(
    table: ReadingsTable,
    theory: TheoryOfChange,
    rule: ChangeRule,
    groups: Mapping[Group, frozenset[str]],
    *,
    by_informant: bool,
) -> PairCells:
    moves = moves_of(table, theory, rule, by_informant=by_informant)
    changes, once = _of_series(moves)
    several = 1 if by_informant else len(table.codes.informants)
    words = course_words(
        groups, moves.moves.values(), several, partial(_longest, moves), several_only=several == 1
    )
    people = _people(moves, words)
    courses = _of_groups(moves, people, words.slots)
    if several == 1:
        courses |= _of_single(moves, groups)
    named = None if by_informant else table.people
    return PairCells(changes, once, courses, _seen(moves, people, words, named), _informants(moves))


def _of_series(moves: Moves) -> tuple[dict[Series, dict[tuple[float, float], int]], dict[Series, int]]:
    """Return the changes and the series seen once of every site and indicator, as `PairCells` has them."""
    changes: dict[Series, dict[tuple[float, float], int]] = {}
    once: dict[Series, int] = {}
    for part, counts in moves.counts.items():
        site, of_part = moves.parts[part]
        pairs: dict[str, dict[tuple[float, float], int]] = defaultdict(dict)
        for code, number in counts.items():
            move = moves.moves[code]
            if move.two is None:
                once[Series(site, move.indicator, of_part)] = number
            else:
                pairs[move.indicator][move.two] = number
        changes |= {Series(site, indicator, of_part): found for indicator, found in pairs.items()}
    return changes, once


def _longest(moves: Moves) -> int:
    """Count the series of the person with the most of them."""
    each = moves.frame.group_by("person").agg(nw.len().alias("series"))
    return int(fetched(each.select(nw.col("series").max()))[0][0] or 0)


def _people(moves: Moves, words: CourseWords) -> Any:
    """Return `part` and the words of each person.

    The words of a series differ only by its move, so they are joined rather than worked out, and added up: as
    floating numbers, which hold so many bits exactly, while whole ones would add up to wider numbers still. Every
    move has its words; yet the join is a left one, as before an inner one DuckDB adds up once more.
    """
    rows = [(code, *words.weights(move)) for code, move in moves.moves.items()]
    columns = {name: [row[at] for row in rows] for at, name in enumerate(("move", *words.names))}
    weights = moves.table.kept.table(columns, [int, *(float for _ in words.names)])
    weighed = moves.frame.join(weights, on="move", how="left").select("part", "person", *words.names)
    added = weighed.group_by("part", "person").agg(*(nw.col(word).sum() for word in words.names))
    return moves.table.kept.stored(added.select("part", *words.names))


def _of_groups(moves: Moves, people: Any, slots: Sequence[Slot]) -> _Courses:
    """Count people by what became of them in each group, all in one question: each takes a cluster its time."""
    courses: _Courses = {slot.group: defaultdict(Counter) for slot in slots}
    if not slots:
        return courses
    counted = nw.concat([_in_slot(people, slot, at) for at, slot in enumerate(slots)])
    course_in = cache(lambda at, number: slots[at].course(number))
    for at, part, number, seen in fetched(counted):
        course = course_in(at, number)
        if course is not None:
            courses[slots[at].group][moves.parts[part]][course] += seen
    return courses


def _in_slot(people: Any, slot: Slot, at: int) -> Any:
    counts = remainder(whole_part(nw.col(f"word_{slot.word}"), slot.below), slot.base)
    own = people.select("part", counts.cast(nw.Int64).alias("own"))
    counted = own.group_by("part", "own").agg(nw.len().alias("people"))
    return counted.select(nw.lit(at, nw.Int64).alias("slot"), "part", "own", "people")


def _of_single(moves: Moves, groups: Mapping[Group, frozenset[str]]) -> _Courses:
    """Count people by indicator where each has one informant: there a series is a person."""
    courses = {
        code: Course(int(move.change is not None), int(move.change == "improved"), int(move.change == "worsened"))
        for code, move in moves.moves.items()
        if move.classified
    }
    of_indicator: dict[str, dict[Part, Counter[Course]]] = defaultdict(lambda: defaultdict(Counter))
    for part, counts in moves.counts.items():
        place = moves.parts[part]
        for code in counts.keys() & courses.keys():
            of_indicator[moves.moves[code].indicator][place][courses[code]] += counts[code]
    single = {group: next(iter(members)) for group, members in groups.items() if len(members) == 1}
    return {group: of_indicator[member] for group, member in single.items() if member in of_indicator}


def _seen(moves: Moves, people: Any, words: CourseWords, named: Mapping[str, int] | None) -> dict[Part, Seen]:
    """Count people by part; `named` are those of each site where some have no series."""
    compared = remainder(nw.col("word_0"), 1 << words.bits)
    twice = nw.when(compared > 0).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64))
    told = people.select("part", twice.alias("twice"))
    counted = told.group_by("part").agg(nw.len().alias("people"), nw.col("twice").sum())
    seen = {
        moves.parts[part]: Seen(total, int(with_two))
        for part, total, with_two in fetched(counted.select("part", "people", "twice"))
    }
    if named is None:
        return seen
    both = {part.site: each.with_two for part, each in seen.items()}
    return {Part(site, ""): Seen(total, both.get(site, 0)) for site, total in named.items()}


def _informants(moves: Moves) -> Counter[TwoInformants]:
    """Count people by what two informants say became of them on one indicator."""
    table = moves.table
    if not table.several_informants:
        return Counter()
    changed = [(code, CHANGES.index(move.change)) for code, move in moves.moves.items() if move.change]
    columns = {"move": [code for code, _ in changed], "change": [change for _, change in changed]}
    joined = moves.frame.join(table.kept.table(columns, [int, int]), on="move", how="inner").select(
        "person",
        (nw.col("place") // table.packing.informants).alias("place"),
        table.packing.informant().alias("one"),
        "change",
    )
    judged = table.kept.stored(joined)  # Ibis joins no table to itself that is still to be joined
    others = judged.select("person", "place", nw.col("one").alias("other"), nw.col("change").alias("of_other"))
    both = judged.join(others, on=["person", "place"], how="inner").filter(nw.col("one") < nw.col("other"))
    keys = ("indicator", "one", "other", "change", "of_other")
    named = both.with_columns((nw.col("place") % table.packing.indicators).alias("indicator"))
    counts: Counter[TwoInformants] = Counter()
    for *codes, people in fetched(named.group_by(*keys).agg(nw.len().alias("people")).select(*keys, "people")):
        counts[_two(table, *codes)] += people
    return counts


def _two(table: ReadingsTable, indicator: int, one: int, other: int, of_one: int, of_other: int) -> TwoInformants:
    (first, said), (second, also) = sorted(
        [(table.codes.informants[one], CHANGES[of_one]), (table.codes.informants[other], CHANGES[of_other])]
    )
    return TwoInformants(table.codes.indicators[indicator], first, second, said, also)
