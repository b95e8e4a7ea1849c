"""Groups of indicators whose pairs are added up: of an outcome, a stage, a strand, a population, or of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from toc.model import TheoryOfChange
from toc.scoring.measures import indicators_of, outcomes_of

__all__ = ["EVERYTHING", "Group", "Level", "indicator_groups"]

Level = Literal["indicator", "outcome", "stage", "strand", "population", "all"]


class Group(NamedTuple):
    """Indicators that are added up: all that belong to the outcome, stage, strand or population of this id."""

    level: Level
    id: str


EVERYTHING = Group("all", "all")
"""Every indicator of a theory, each once."""


def indicator_groups(theory: TheoryOfChange) -> Mapping[Group, frozenset[str]]:
    """Return the ids of the indicators in each group; groups without an indicator are left out.

    An indicator belongs to the stages and strands of the outcomes that it measures, and stands once in each
    group, however many of its outcomes are there.
    """
    groups: dict[Group, set[str]] = {}
    for group, indicator in _members(theory):
        groups.setdefault(group, set()).add(indicator)
    return {group: frozenset(members) for group, members in groups.items()}


def _members(theory: TheoryOfChange) -> Iterator[tuple[Group, str]]:
    for key, indicator in theory.indicators.items():
        yield Group("indicator", key), key
        yield EVERYTHING, key
        for population in indicator.who:
            yield Group("population", population), key
    for box in outcomes_of(theory):
        for indicator in indicators_of(theory, box.id):
            yield Group("outcome", box.id), indicator.id
            yield Group("stage", box.stage), indicator.id
            for strand in box.strand:
                yield Group("strand", strand), indicator.id
