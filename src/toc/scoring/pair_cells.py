"""`PairCells`: pairs of readings as counts, whatever counted them. Nothing in it belongs to one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar

from toc.scoring.change import Change
from toc.scoring.indicator_groups import Group

__all__ = ["Course", "PairCells", "Part", "Seen", "Series", "TwoInformants"]

_V = TypeVar("_V")


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


class TwoInformants(NamedTuple):
    """What two informants say became of a person on an indicator; `one` comes before `other` in the alphabet."""

    indicator: str
    one: str
    other: str
    of_one: Change
    of_other: Change


_K = TypeVar("_K", Series, Part)


@dataclass(frozen=True, slots=True, repr=False)
class PairCells:
    """Pairs of readings (a person, an indicator and an informant), counted.

    `changes` holds how many pairs went from which first score to which latest; `once` counts the series without
    two readings to compare; both hold all indicators of the data, whether their scale has a good end or not.
    `courses` counts people by what became of their pairs, within each group of indicators; only pairs on scales
    with a good end. People who have series on such a scale in the group and no pair are `Course(0, 0, 0)`.
    `seen` counts people by site and, where something is split, by the parts in which they have a series.
    `informants` counts people by what two informants say of them, each pair of informants once; only where both
    have a pair, and only pairs on scales with a good end.

    Where something is split, the part of a series is what its first reading (the initial one, where there is one)
    says, "" where it says nothing; one person may stand in several parts.
    """

    changes: Mapping[Series, Mapping[tuple[float, float], int]]
    once: Mapping[Series, int]
    courses: Mapping[Group, Mapping[Part, Mapping[Course, int]]]
    seen: Mapping[Part, Seen]
    informants: Mapping[TwoInformants, int] = field(default_factory=dict)

    @property
    def sites(self) -> tuple[str, ...]:
        """The sites that anything was counted at, in the order of their names; ("",) where none was named."""
        named = {series.site for series in (*self.changes, *self.once)}
        return tuple(sorted(named | {part.site for part in self.seen}))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that series fall into, in the order of their names; ("",) where nothing was split."""
        return tuple(sorted({series.part for series in (*self.changes, *self.once)}))

    def by_site(self) -> dict[str, PairCells]:
        """Return what was counted at each site, in the order of their names, in one walk through everything.

        What two informants say is not among it.
        """
        return self._apart("site")

    def by_part(self) -> dict[str, PairCells]:
        """Return what was counted in each part, in the order of their names, in one walk through everything.

        What two informants say is not among it.
        """
        return self._apart("part")

    def _apart(self, level: Literal["site", "part"]) -> dict[str, PairCells]:
        changes, once, seen = (_apart(counted, level) for counted in (self.changes, self.once, self.seen))
        courses: dict[str, dict[Group, Mapping[Part, Mapping[Course, int]]]] = defaultdict(dict)
        for group, people in self.courses.items():
            for name, own in _apart(people, level).items():
                courses[name][group] = own
        names = sorted({*changes, *once, *seen, *courses})
        return {
            name: PairCells(changes.get(name, {}), once.get(name, {}), courses.get(name, {}), seen.get(name, {}))
            for name in names
        }

    def __repr__(self) -> str:
        return f"PairCells({sum(map(len, self.changes.values()))} cells)"


def _apart(counted: Mapping[_K, _V], level: Literal["site", "part"]) -> dict[str, dict[_K, _V]]:
    found: dict[str, dict[_K, _V]] = defaultdict(dict)
    for place, value in counted.items():
        found[place.site if level == "site" else place.part][place] = value
    return found
