"""Make `readings_synthetic.csv`: invented readings whose changes add up to the report's Table 4, row by row.

The report publishes how many people improved, stayed the same or got worse on each indicator, but no reading
of any person. This script invents readings that give exactly those numbers. True to the report are only: 134
people, 85/32/17 by site (Appendix 2), 51 children and 17 offenders (Appendix 3), 85 people with two
assessments (section 4.2.1), the 18 rows of Table 4 and the period of each site (section 1.5). Everything else
is chance with a fixed seed, so that the file is the same on every machine.

Run `python make_readings_synthetic.py` to write the file beside this script, or name another file.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

HERE = Path(__file__).resolve().parent
COLUMNS = ("person", "site", "indicator", "date", "kind", "score", "source")
LOWEST, HIGHEST = 1, 5
QUARTER = 91


@dataclass(frozen=True, slots=True)
class Site:
    """A site and its people; only `people` and `first_day` are the report's, the split is invented."""

    id: str
    first_day: date
    people: int
    with_two: int
    children: int
    offenders: int


SITES = (
    Site("bristol", date(2012, 8, 1), people=85, with_two=54, children=32, offenders=11),
    Site("isle_of_wight", date(2013, 1, 1), people=32, with_two=20, children=12, offenders=4),
    Site("wales", date(2013, 4, 1), people=17, with_two=11, children=7, offenders=2),
)
LAST_DAY = date(2014, 3, 31)


@dataclass(slots=True)
class Person:
    """An invented person, the days of their assessments, and the indicators they were assessed on."""

    id: str
    site: Site
    population: str
    days: tuple[date, ...]
    closed: bool
    indicators: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of Table 4."""

    indicator: str
    changes: tuple[str, ...]
    who: tuple[str, ...]


class Chance:
    """Chance drawn from `random.random` alone, whose sequence Python promises never to change."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random  # noqa: S311  # invented readings, nothing secret

    def below(self, end: int) -> int:
        """Return a whole number from 0 to `end` - 1."""
        return int(self._draw() * end)

    def between(self, first: int, last: int) -> int:
        """Return a whole number from `first` to `last`."""
        return first + self.below(last - first + 1)

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[self.below(len(values))]

    def mixed(self, values: Sequence[T]) -> list[T]:
        """Return the values in a new order."""
        return [value for _, value in sorted(((self._draw(), i), value) for i, value in enumerate(values))]


def read_table(path: Path) -> list[Row]:
    """Return the rows of Table 4, the largest first."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_row(line) for line in csv.DictReader(file)]
    return sorted(rows, key=lambda row: -len(row.changes))


def _row(line: dict[str, str]) -> Row:
    changes = [change for change in ("improved", "no_change", "worsened") for _ in range(int(line[change]))]
    return Row(line["indicator"], tuple(changes), tuple(line["who"].split(";")))


def make_people(site: Site, chance: Chance) -> list[Person]:
    """Return everyone of a site: who has two assessments is drawn apart from who is a child or an offender."""
    adults = site.people - site.children - site.offenders
    populations = ["children"] * site.children + ["offenders"] * site.offenders + ["parents"] * adults
    followed = [True] * site.with_two + [False] * (site.people - site.with_two)
    drawn = zip(chance.mixed(populations), chance.mixed(followed), strict=True)
    return [
        _person(f"p{number:03d}", site, population, chance, followed=has_two)
        for number, (population, has_two) in enumerate(drawn, start=1)
    ]


def _person(name: str, site: Site, population: str, chance: Chance, *, followed: bool) -> Person:
    period = (LAST_DAY - site.first_day).days
    wanted = chance.one_of((1, 1, 1, 2, 2, 3, 4)) if followed else 0
    follow_ups = min(wanted, period // (QUARTER + 14))
    start = chance.below(period - follow_ups * (QUARTER + 14) + 1)
    days = [site.first_day + timedelta(days=start)]
    for _ in range(follow_ups):
        days.append(days[-1] + timedelta(days=chance.between(QUARTER - 14, QUARTER + 14)))
    return Person(name, site, population, tuple(days), closed=followed and chance.below(2) == 0)


def assign(row: Row, people: list[Person], chance: Chance) -> list[tuple[Person, str]]:
    """Give each change of a row to a person, always to those with the fewest indicators so far."""
    suited = [person for person in chance.mixed(people) if _suits(person, row)]
    suited.sort(key=lambda person: len(person.indicators))
    chosen = suited[: len(row.changes)]
    for person in chosen:
        person.indicators.append(row.indicator)
    return list(zip(chosen, chance.mixed(row.changes), strict=True))


def _suits(person: Person, row: Row) -> bool:
    child = person.population == "children"
    return "children" in row.who if child else "parents" in row.who


def first_and_last(change: str, chance: Chance) -> tuple[int, int]:
    """Return an initial and a latest score that show a change, higher being better."""
    if change == "no_change":
        score = chance.between(LOWEST, HIGHEST)
        return score, score
    low = chance.between(LOWEST, HIGHEST - 1)
    high = chance.between(low + 1, HIGHEST)
    return (low, high) if change == "improved" else (high, low)


def pair_readings(person: Person, indicator: str, change: str, chance: Chance) -> Iterator[tuple[str, ...]]:
    """Yield every reading of one person on one indicator: the first and the last show the change."""
    first, last = first_and_last(change, chance)
    yield _reading(person, indicator, person.days[0], "initial", first)
    for day in person.days[1:-1]:
        yield _reading(person, indicator, day, "follow_up", chance.between(LOWEST, HIGHEST))
    yield _reading(person, indicator, person.days[-1], "final" if person.closed else "follow_up", last)
    if person.closed and chance.below(8) == 0:
        yield _reading(person, indicator, person.days[-1], "follow_up", last)


def single_reading(person: Person, rows: list[Row], chance: Chance) -> tuple[str, ...]:
    """Return the only reading of a person who was never assessed again."""
    row = chance.one_of([row for row in rows if _suits(person, row)])
    return _reading(person, row.indicator, person.days[0], "initial", chance.between(LOWEST, HIGHEST))


def _reading(person: Person, indicator: str, day: date, kind: str, score: int) -> tuple[str, ...]:
    return person.id, person.site.id, indicator, day.isoformat(), kind, str(score), "synthetic"


def make_readings(rows: list[Row], chance: Chance) -> list[tuple[str, ...]]:
    """Return all readings, site by site and person by person, each person's own in no order."""
    people = [person for site in SITES for person in make_people(site, chance)]
    followed = [person for person in people if len(person.days) > 1]
    readings: dict[tuple[str, str], list[tuple[str, ...]]] = {(p.site.id, p.id): [] for p in people}
    for row in rows:
        for person, change in assign(row, followed, chance):
            readings[person.site.id, person.id] += pair_readings(person, row.indicator, change, chance)
    for person in people:
        if len(person.days) == 1:
            readings[person.site.id, person.id].append(single_reading(person, rows, chance))
    return [reading for own in readings.values() for reading in chance.mixed(own)]


def main(path: Path) -> None:
    """Write the readings to a CSV file."""
    readings = make_readings(read_table(HERE / "table4.csv"), Chance(seed=2014))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(readings)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "readings_synthetic.csv")
