"""The counts that a table of scores prints, and how a reader knows them to hang together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toc.scoring.printed_cells import COUNTED, COVERAGE, Printed, cell_of, of_people, of_sum, rank_of
from toc.scoring.printed_groups import group_cells, group_relations
from toc.scoring.scores import Scores
from toc.scoring.suppression import CountTable, Relation

__all__ = ["printed_counts"]


def printed_counts(scores: Scores) -> CountTable:
    """Return every count that these scores print, of indicators, outcomes, groups, the total and coverage.

    Known of them: improved, no change and worsened make n; the indicators of an outcome, and all indicators,
    add up, but for people, of whom a sum has at least as many as each of its indicators and at most as many as
    all; nobody who began at the best improved; people have one pair each of an indicator where that is so. Of
    groups, see `group_relations`.
    """
    rows = list(_rows(scores))
    counts = {
        cell_of(level, row, column): count
        for level, row in rows
        for column in COUNTED
        if (count := getattr(row, column)) is not None
    }
    if (seen := scores.coverage) is not None:
        counts |= dict(zip(COVERAGE, (seen.one_reading, seen.with_two, seen.people), strict=True))
    counts |= group_cells(scores)
    of_groups = group_relations(scores)
    relations = (*_within_rows(rows), *_between_rows(scores), *_of_coverage(scores), *of_groups)
    known = (relation for relation in relations if all(cell in counts for cell in relation.cells))
    return CountTable(counts, tuple(known), {cell: rank_of(cell) for cell in counts})


def _rows(scores: Scores) -> Iterator[Printed]:
    yield from (("indicator", row) for row in scores.indicators if row.measured)
    yield from (("outcome", row) for row in scores.outcomes if row.measured)
    if scores.total.measured:
        yield "total", scores.total


def _within_rows(rows: Iterable[Printed]) -> Iterator[Relation]:
    for level, row in rows:
        of = {column: (cell_of(level, row, column),) for column in COUNTED}
        not_improved = of["no_change"] + of["worsened"]
        yield Relation(of["n"], of["improved"] + not_improved)
        yield Relation(of["already_best"], not_improved, at_most=True)
        yield Relation(of["people"], of["n"], at_most=level != "indicator" or row.people != row.n)


def _between_rows(scores: Scores) -> Iterator[Relation]:
    indicators = [row for row in scores.indicators if row.measured]
    for outcome in scores.outcomes:
        if outcome.measured:
            parts = [row for row in indicators if outcome.id in row.outcomes]
            yield from of_sum("outcome", outcome, parts)
            yield of_people(cell_of("outcome", outcome, "people"), [cell_of("total", scores.total, "people")])
    yield from of_sum("total", scores.total, indicators)


def _of_coverage(scores: Scores) -> Iterator[Relation]:
    one_reading, with_two, people = ((cell,) for cell in COVERAGE)
    yield Relation(people, one_reading + with_two)
    seen = scores.coverage
    total = (cell_of("total", scores.total, "people"),)
    yield Relation(total, with_two, at_most=seen is None or scores.total.people != seen.with_two)
    for row in scores.indicators:
        pairs, single = (cell_of("indicator", row, "n"),), (cell_of("indicator", row, "one_reading"),)
        if seen is None or row.n is None or row.n > seen.with_two:
            continue
        if row.people is None or row.people == row.n:
            yield Relation(pairs, with_two, at_most=True)
            yield Relation(pairs + single, people, at_most=True)
