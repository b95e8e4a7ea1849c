"""The cells of counts that a table of scores prints, and the sums that any of its rows may be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from toc.scoring.group_scores import GroupScore
from toc.scoring.outcome_scores import IndicatorScore, Score
from toc.scoring.suppression import Cell, Relation

__all__ = ["ADDED_UP", "COUNTED", "COVERAGE", "SITE_SEEN", "Printed", "cell_of", "of_people", "of_sum", "rank_of"]

Printed = tuple[str, Score]
"""A row that is printed, with its level: "indicator", "outcome", "total", "group", "site" or "part"."""

COUNTED = ("no_change", "worsened", "already_best", "one_reading", "people", "improved", "n")
"""The counts of a row, those that a reader would miss most last."""

SITE_SEEN = ("one_reading", "with_two", "people")
COVERAGE = (("coverage", "", "one_reading"), ("coverage", "", "with_two"), ("coverage", "", "people"))

ADDED_UP = ("improved", "no_change", "worsened", "n", "already_best", "one_reading")
"""The counts of a row that are sums where the row is one; people may stand in several parts of it."""

_MISSED_LEAST_FIRST = ("part", "site", "group", "indicator", "outcome", "total", "site coverage", "coverage")


def cell_of(level: str, row: Score, column: str) -> Cell:
    """Return the cell of a count in a row of this level."""
    return (level, f"{row.by} {row.key}" if isinstance(row, GroupScore) else row.id, column)


def rank_of(cell: Cell) -> int:
    """Return how much a reader would miss a count: the more, the higher."""
    level, _, column = cell
    order = COUNTED.index(column) if column in COUNTED else 0  # "others" are missed least
    return 10 * _MISSED_LEAST_FIRST.index(level) + order


def of_sum(level: str, row: Score, parts: Collection[IndicatorScore]) -> Iterator[Relation]:
    """Yield what a reader knows of a row that is the sum of indicators.

    A sum has at least as many people as each of them, and at most as many as all.
    """
    for column in ADDED_UP:
        yield Relation((cell_of(level, row, column),), tuple(cell_of("indicator", part, column) for part in parts))
    people = cell_of(level, row, "people")
    each = [cell_of("indicator", part, "people") for part in parts]
    yield of_people(people, each)
    yield from (of_people(one, [people]) for one in each)
    if all(part.people == part.n for part in parts):
        yield of_people(cell_of(level, row, "n"), [people] * len(parts))


def of_people(fewer: Cell, more: Iterable[Cell]) -> Relation:
    """Return that one count is at most the sum of others."""
    return Relation((fewer,), tuple(more), at_most=True)
