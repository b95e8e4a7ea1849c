"""`Tally`: how many pairs improved, stayed and worsened, and whose they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from toc.data import Counts, Readings
from toc.model import Scale, TheoryOfChange
from toc.scoring.change import Pair, change_of, pairs_by_indicator, step_of
from toc.scoring.change_rule import USUAL, ChangeRule

__all__ = ["Tally", "combined", "tallies_of_counts", "tallies_of_readings"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs (a person and an indicator, first against latest) by what became of them.

    `one_reading` counts series without two readings to compare, `already_best` the pairs that began at the
    good end of the scale, or too near to it for a change that counts. `people` holds `(site, person)` with
    `(improved, pairs)`. These three are None for published counts, which do not tell.
    """

    improved: int
    no_change: int
    worsened: int
    one_reading: int | None = None
    already_best: int | None = None
    people: Mapping[tuple[str, str], tuple[int, int]] | None = None

    @property
    def n(self) -> int:
        """How many pairs there are."""
        return self.improved + self.no_change + self.worsened

    def __repr__(self) -> str:
        return f"Tally({self.improved} improved, {self.no_change} no change, {self.worsened} worsened)"


def tallies_of_counts(counts: Counts) -> dict[str, Tally]:
    """Add up published counts under each indicator."""
    tallies: dict[str, Tally] = {}
    for row in counts.rows:
        earlier = tallies.get(row.indicator, Tally(0, 0, 0))
        tallies[row.indicator] = combined((earlier, Tally(*row.numbers)))
    return tallies


def tallies_of_readings(readings: Readings, theory: TheoryOfChange, rule: ChangeRule = USUAL) -> dict[str, Tally]:
    """Tally the change of every pair under each indicator whose scale has a good end."""
    tallies = {}
    for key, pairs in pairs_by_indicator(readings.rows, final_only=rule.final_only).items():
        name = theory.indicators[key].scale or ""
        scale = theory.scales.get(name)
        if scale is not None and scale.better is not None:
            tallies[key] = _tally(pairs, scale, partial(rule.counts, name))
    return tallies


def combined(tallies: Iterable[Tally]) -> Tally:
    """Add tallies up; what one of them does not know, the sum does not know."""
    listed = list(tallies)
    return Tally(
        sum(tally.improved for tally in listed),
        sum(tally.no_change for tally in listed),
        sum(tally.worsened for tally in listed),
        _sum(tally.one_reading for tally in listed),
        _sum(tally.already_best for tally in listed),
        _merged([tally.people for tally in listed]),
    )


def _tally(pairs: Iterable[Pair], scale: Scale, counts: Callable[[float], bool]) -> Tally:
    changes: Counter[str] = Counter()
    people: dict[tuple[str, str], tuple[int, int]] = {}
    best = scale.highest if scale.better and scale.better.value == "higher" else scale.lowest
    for pair in pairs:
        if pair.latest is None:
            changes["one_reading"] += 1
            continue
        change = change_of(scale, pair.first, pair.latest, counts) or "no_change"
        changes[change] += 1
        changes["already_best"] += not counts(step_of(scale, pair.first, best) or 0)
        improved, count = people.get(pair.person, (0, 0))
        people[pair.person] = (improved + (change == "improved"), count + 1)
    three = (changes["improved"], changes["no_change"], changes["worsened"])
    return Tally(*three, changes["one_reading"], changes["already_best"], people)


def _sum(numbers: Iterable[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _merged(
    parts: Iterable[Mapping[tuple[str, str], tuple[int, int]] | None],
) -> dict[tuple[str, str], tuple[int, int]] | None:
    people: dict[tuple[str, str], tuple[int, int]] = {}
    for part in parts:
        if part is None:
            return None
        for person, (improved, count) in part.items():
            k, n = people.get(person, (0, 0))
            people[person] = (k + improved, n + count)
    return people
