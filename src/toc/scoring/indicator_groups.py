"""Groups of indicators whose pairs are added up: of an outcome, a stage, a strand, a population, or of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from toc.model import TheoryOfChange
from toc.scoring.measures import indicators_of, outcomes_of

__all__ = ["EVERYTHING", "LEVELS", "Group", "Level", "indicator_groups"]

LEVELS = ("stage", "strand", "population")
"""What indicators can be rolled up by; a model says which of them belong together."""

Level = Literal["indicator", "outcome", "stage", "strand", "population", "all"]


class Group(NamedTuple):
    """Indicators that are added up: all that belong to the outcome, stage, strand or population of this id.

    The id of a strand is "" for outcomes that all strands share, that of a population "" where none is named.
    """

    level: Level
    id: str


EVERYTHING = Group("all", "all")
"""Every indicator of a theory, each once."""


def indicator_groups(theory: TheoryOfChange) -> Mapping[Group, frozenset[str]]:
    """Return the ids of the indicators in each group; groups without an indicator are left out.

    An indicator belongs to the stages and strands of the outcomes that it measures, and stands once in each
    group, however many of its outcomes are there. An outcome without a strand is shared by all of them.
    """
    groups: dict[Group, set[str]] = {}
    for group, indicator in _members(theory):
        groups.setdefault(group, set()).add(indicator)
    return {group: frozenset(members) for group, members in groups.items()}


def _members(theory: TheoryOfChange) -> Iterator[tuple[Group, str]]:
    for key, indicator in theory.indicators.items():
        yield Group("indicator", key), key
        yield EVERYTHING, key
        for population in indicator.who or (("",) if theory.populations else ()):
            yield Group("population", population), key
    for box in outcomes_of(theory):
        for indicator in indicators_of(theory, box.id):
            yield Group("outcome", box.id), indicator.id
            yield Group("stage", box.stage), indicator.id
            for strand in box.strand or (("",) if theory.strands else ()):
                yield Group("strand", strand), indicator.id
