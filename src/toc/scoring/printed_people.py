"""The counts of people that scores by a rule by person print, and how a reader knows them to hang together.

Of every outcome, of all indicators and of sites three classes of people are looked at: `improved`, the `others`
who have pairs, and those with `one_reading` only. In all, a person is in the first of the classes that they are in
of any outcome, in an order that depends on the rule: under `person_any` whoever improved in one outcome improved,
under `person_all` whoever did not improve in one did not. So people can be put together to any counts for which
these sums hold, and to no others:

- in a class and those before it, an outcome has no more people than there are in all;
- in a class, there are in all no more people than in the outcomes together, if these hold every indicator.

Under `person_net` other counts could be put together as well. Where the sums hold of the true counts they are
taken for known, as if the reader knew more than can be known; an outcome of which they do not hold is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toc.errors import TocError
from toc.scoring.coverage import PeopleCoverage
from toc.scoring.group_scores import GroupScore
from toc.scoring.outcome_scores import Score
from toc.scoring.printed_cells import COVERAGE, SITE_SEEN, Printed, cell_of, rank_of
from toc.scoring.scores import Scores
from toc.scoring.splits import SITE
from toc.scoring.suppression import Cell, CountTable, Relation

__all__ = ["PEOPLE_COUNTED", "printable_people", "printed_people"]

PEOPLE_COUNTED = ("others", "one_reading", "improved", "n")
_FIRST = {
    "person_any": ("improved", "others", "one_reading"),
    "person_net": ("improved", "others", "one_reading"),
    "person_all": ("others", "improved", "one_reading"),
}


def printable_people(scores: Scores) -> Scores:
    """Return scores with those rows of which it is known what they tell of each other.

    These are all indicators, outcomes that share no indicator with another, and both of every site that was asked
    for; an outcome in which a site has more people of a class than in all stays out.
    """
    members = {
        row.id: {each.id for each in scores.indicators if each.measured and row.id in each.outcomes}
        for row in scores.outcomes
        if row.measured
    }
    sharing = {one for one in members for other in members if one != other and members[one] & members[other]}
    wholes = [scores.total, *(row for row in _sites(scores) if row.of == "all")]
    unfit = {
        row.of if isinstance(row, GroupScore) else row.id
        for whole in wholes
        for row in _outcomes_in(scores, whole)
        if not _fits(scores, row, whole)
    }
    kept = members.keys() - sharing - unfit
    return replace(
        scores,
        indicators=(),
        outcomes=tuple(row for row in scores.outcomes if row.id in kept),
        groups=tuple(row for row in _sites(scores) if row.of in {"all", *kept}),
    )


def printed_people(scores: Scores, every: Scores) -> CountTable:
    """Return every count of people that printable `scores` print; `every` are the scores before.

    Raises `TocError` where sites do not add up, as where some readings name none.
    """
    rows = list(_rows(scores))
    counts = {
        cell_of(level, row, column): _counts(row)[column] for level, row in rows for column in PEOPLE_COUNTED
    }
    covered = {outcome.id for outcome in scores.outcomes}
    whole = all(covered.intersection(each.outcomes) for each in every.indicators if each.measured)
    relations = [*_within_rows(rows), *_between_rows(scores, covers=whole), *_sums_of_sites(scores)]
    for row in (scores.total, *(row for row in scores.groups if row.of == "all")):
        seen = row.coverage if isinstance(row, GroupScore) else scores.coverage
        if seen is not None:
            cells = _seen(row)
            counts |= dict(zip(cells, (seen.one_reading, seen.with_two, seen.people), strict=True))
            relations += _of_coverage(row, seen)
    relations += _coverage_of_sites(scores, counts)
    known = tuple(relation for relation in relations if all(cell in counts for cell in relation.cells))
    table = CountTable(counts, known, {cell: rank_of(cell) for cell in counts})
    if not table.holds():
        raise TocError(
            "What these counts of people tell of each other is not known here, so they are not for publication.",
            hint="Name the site of every reading, or publish without sites.",
        )
    return table


def _sites(scores: Scores) -> list[GroupScore]:
    return [row for row in scores.shown_groups if row.by == SITE]


def _rows(scores: Scores) -> Iterator[Printed]:
    if scores.total.measured:
        yield "total", scores.total
    yield from (("outcome", row) for row in scores.outcomes)
    yield from (("site", row) for row in scores.groups)


def _counts(row: Score) -> dict[str, int]:
    n, improved = row.n or 0, row.improved or 0
    return {"n": n, "improved": improved, "others": n - improved, "one_reading": row.one_reading or 0}


def _outcomes_in(scores: Scores, whole: Score) -> list[Score]:
    """Return the rows of outcomes of which a row about all indicators is the whole."""
    if isinstance(whole, GroupScore):
        return [row for row in _sites(scores) if row.id == whole.id and row.of != "all"]
    return [row for row in scores.outcomes if row.measured]


def _fits(scores: Scores, row: Score, whole: Score) -> bool:
    of_row, of_whole = _counts(row), _counts(whole)
    return all(
        sum(of_row[column] for column in first) <= sum(of_whole[column] for column in first)
        for first in _in_turn(scores)
    )


def _in_turn(scores: Scores) -> Iterator[tuple[str, ...]]:
    order = _FIRST[scores.rule or ""]
    yield from (order[: number + 1] for number in range(len(order)))


def _within_rows(rows: Sequence[Printed]) -> Iterator[Relation]:
    for level, row in rows:
        n, improved, others = (cell_of(level, row, column) for column in ("n", "improved", "others"))
        yield Relation((n,), (improved, others))


def _between_rows(scores: Scores, *, covers: bool) -> Iterator[Relation]:
    yield from _of_whole(
        scores, "total", scores.total, [("outcome", row) for row in scores.outcomes], covers=covers
    )
    for whole in scores.groups:
        if whole.of == "all":
            parts = [("site", row) for row in scores.groups if row.id == whole.id and row.of != "all"]
            yield from _of_whole(scores, "site", whole, parts, covers=covers)


def _of_whole(
    scores: Scores, level: str, whole: Score, parts: Sequence[tuple[str, Score]], *, covers: bool
) -> Iterator[Relation]:
    for first in _in_turn(scores):
        of_whole = tuple(cell_of(level, whole, column) for column in first)
        for of, part in parts:
            yield Relation(tuple(cell_of(of, part, column) for column in first), of_whole, at_most=True)
        if covers:
            last = first[-1]
            yield Relation(of_whole[-1:], tuple(cell_of(of, part, last) for of, part in parts), at_most=True)


def _sums_of_sites(scores: Scores) -> Iterator[Relation]:
    """Yield that people of sites add up: everybody belongs to one."""
    if not scores.groups:
        return
    for level, whole in (("total", scores.total), *(("outcome", row) for row in scores.outcomes)):
        parts = [row for row in scores.groups if row.of == whole.id]
        for column in PEOPLE_COUNTED:
            yield Relation((cell_of(level, whole, column),), tuple(cell_of("site", row, column) for row in parts))


def _of_coverage(row: Score, seen: PeopleCoverage) -> Iterator[Relation]:
    """Yield that people with pairs have two assessments, and that those with readings are among all people."""
    level = "site" if isinstance(row, GroupScore) else "total"
    one_reading, with_two, people = _seen(row)
    n, single = cell_of(level, row, "n"), cell_of(level, row, "one_reading")
    counts = _counts(row)
    yield Relation((people,), (one_reading, with_two))
    yield Relation((n,), (with_two,), at_most=counts["n"] != seen.with_two)
    yield Relation((n, single), (people,), at_most=counts["n"] + counts["one_reading"] != seen.people)


def _coverage_of_sites(scores: Scores, counts: dict[Cell, int]) -> Iterator[Relation]:
    sites = [row for row in scores.groups if row.coverage is not None]
    for number, whole in enumerate(COVERAGE):
        parts = tuple(_seen(row)[number] for row in sites)
        if parts and whole in counts:
            yield Relation(parts, (whole,), at_most=sum(counts[part] for part in parts) != counts[whole])


def _seen(row: Score) -> tuple[Cell, ...]:
    if isinstance(row, GroupScore):
        return tuple(("site coverage", row.id, column) for column in SITE_SEEN)
    return COVERAGE
