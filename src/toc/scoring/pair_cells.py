"""`PairCells`: pairs of readings as counts, whatever counted them. Nothing in it belongs to one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from toc.scoring.indicator_groups import Group

__all__ = ["Course", "PairCells", "Part", "Seen", "Series"]


class Series(NamedTuple):
    """Where pairs were counted: at a site, on an indicator, in a part of what was split (else "")."""

    site: str
    indicator: str
    part: str


class Part(NamedTuple):
    """The people of a site, or those of them in one part of what was split."""

    site: str
    part: str


class Course(NamedTuple):
    """What became of the pairs of one person: how many there are, how many improved and how many worsened."""

    pairs: int
    improved: int
    worsened: int


class Seen(NamedTuple):
    """How many people were named at all, and how many of them have two readings to compare."""

    people: int
    with_two: int


@dataclass(frozen=True, slots=True, repr=False)
class PairCells:
    """Pairs of readings (a person, an indicator and an informant), counted.

    `changes` holds how many pairs went from which first score to which latest; `once` counts the series without
    two readings to compare; both hold all indicators of the data, whether their scale has a good end or not.
    `courses` counts people by what became of their pairs, within each group of indicators; only people with
    pairs, and only pairs on scales with a good end. `seen` counts people by site and part.
    """

    changes: Mapping[Series, Mapping[tuple[float, float], int]]
    once: Mapping[Series, int]
    courses: Mapping[Group, Mapping[Part, Mapping[Course, int]]]
    seen: Mapping[Part, Seen]

    def __repr__(self) -> str:
        return f"PairCells({sum(map(len, self.changes.values()))} cells)"
