"""How the counts of stages, strands, populations, sites and parts of people hang together with the others.

For publication three counts of each of them are looked at: `improved`, `n`, and the `others` who did not improve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from toc.scoring.group_scores import GroupScore
from toc.scoring.indicator_groups import LEVELS
from toc.scoring.outcome_scores import Score
from toc.scoring.printed_cells import COVERAGE, SITE_SEEN, cell_of
from toc.scoring.scores import Scores
from toc.scoring.splits import SITE
from toc.scoring.suppression import Cell, Relation

__all__ = ["GROUP_COUNTED", "few_in_groups", "group_cells", "group_relations", "level_of", "publishable_groups"]

GROUP_COUNTED = ("others", "improved", "n")
_ADDED_UP = ("improved", "n")


def publishable_groups(scores: Scores) -> Scores:
    """Return scores with those groups that were asked for, but for parts of outcomes that share an indicator.

    The counts of these hang together through indicators of which no part is printed, so no sum could be audited.
    """
    measured = [row.id for row in scores.outcomes if row.measured]
    of = {outcome: _members(scores, outcome) for outcome in measured}
    sharing = {one for one in measured for other in measured if one != other and of[one] & of[other]}
    kept = tuple(row for row in scores.shown_groups if row.by in LEVELS or row.of not in sharing)
    return replace(scores, groups=kept)


def level_of(row: GroupScore) -> str:
    """Return "group" for a stage, strand or population, "site", or "part"."""
    return "group" if row.by in LEVELS else "site" if row.by == SITE else "part"


def group_cells(scores: Scores) -> dict[Cell, int]:
    """Return the counts of groups, and those of the people at each site."""
    counts: dict[Cell, int] = {}
    for row in scores.groups:
        n, improved = row.n or 0, row.improved or 0
        for column, count in zip(GROUP_COUNTED, (n - improved, improved, n), strict=True):
            counts[cell_of(level_of(row), row, column)] = count
        if (seen := row.coverage) is not None:
            numbers = (seen.one_reading, seen.with_two, seen.people)
            counts |= {_seen(row, column): count for column, count in zip(SITE_SEEN, numbers, strict=True)}
    return counts


def few_in_groups(scores: Scores, threshold: int) -> frozenset[Cell]:
    """Return the counts of groups in which fewer people than `threshold` have pairs, as far as that is known."""
    few = [row for row in scores.groups if row.people is not None and row.people < threshold]
    return frozenset(cell_of(level_of(row), row, column) for row in few for column in GROUP_COUNTED)


def group_relations(scores: Scores) -> Iterator[Relation]:
    """Yield what a reader knows of groups.

    A stage, strand or population is the sum of its indicators. Sites, and the parts of people, add up to the
    whole of what they are parts of. Within one site or part outcomes that share no indicator add up to no more
    than all indicators, and to just as much where every indicator is in one of them. People with two
    assessments at sites add up to all of those; each of them has a pair.
    """
    for row in scores.groups:
        level = level_of(row)
        improved_and_others = (cell_of(level, row, "improved"), cell_of(level, row, "others"))
        yield Relation((cell_of(level, row, "n"),), improved_and_others)
        if level == "group":
            parts = [each for each in scores.indicators if each.id in row.indicators]
            for column in _ADDED_UP:
                of_parts = tuple(cell_of("indicator", part, column) for part in parts)
                yield Relation((cell_of(level, row, column),), of_parts)
    split = [row for row in scores.groups if row.by not in LEVELS]
    for (_, of), rows in groupby(split, key=lambda row: (row.by, row.of)):
        yield from _of_parts(scores, of, list(rows))
    for row in split:
        if row.of == "all":
            yield from _within_part(scores, row, [each for each in split if _same_part(each, row)])
    yield from _of_coverage(scores, [row for row in split if row.coverage is not None])


def _of_parts(scores: Scores, of: str, parts: Sequence[GroupScore]) -> Iterator[Relation]:
    whole: Score = scores.total if of == "all" else next(row for row in scores.outcomes if row.id == of)
    above = "total" if of == "all" else "outcome"
    for column in _ADDED_UP:
        of_parts = tuple(cell_of(level_of(part), part, column) for part in parts)
        yield Relation((cell_of(above, whole, column),), of_parts)


def _within_part(scores: Scores, row: GroupScore, outcomes: Sequence[GroupScore]) -> Iterator[Relation]:
    covered = {member for each in outcomes for member in _members(scores, each.of)}
    everything = covered >= {each.id for each in scores.indicators if each.measured}
    for column in GROUP_COUNTED if outcomes else ():
        whole = (cell_of(level_of(row), row, column),)
        of_each = tuple(cell_of(level_of(row), each, column) for each in outcomes)
        yield Relation(whole, of_each) if everything else Relation(of_each, whole, at_most=True)


def _of_coverage(scores: Scores, sites: Sequence[GroupScore]) -> Iterator[Relation]:
    for row in sites:
        one_reading, with_two, people = (_seen(row, column) for column in SITE_SEEN)
        yield Relation((people,), (one_reading, with_two))
        if scores.coverage and scores.total.people == scores.coverage.with_two:
            yield Relation((with_two,), (cell_of("site", row, "n"),), at_most=True)
    for column, whole in zip(SITE_SEEN, COVERAGE, strict=True):
        if sites:
            yield Relation((whole,), tuple(_seen(row, column) for row in sites))


def _seen(row: GroupScore, column: str) -> Cell:
    return ("site coverage", row.id, column)


def _same_part(row: GroupScore, whole: GroupScore) -> bool:
    return (row.by, row.id) == (whole.by, whole.id) and row.of != "all"


def _members(scores: Scores, outcome: str) -> set[str]:
    return {row.id for row in scores.indicators if row.measured and outcome in row.outcomes}
