"""`Interval`: how far a share could be from the one observed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from toc.scoring.pair_cells import Course

__all__ = ["Interval", "clustered_wilson", "missing_data_bounds", "wilson"]

_Z = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends of a share, as fractions from 0 to 1."""

    low: float
    high: float


def wilson(improved: float, n: float) -> Interval | None:
    """Return the 95 % score interval of Wilson (1927), as in Newcombe 1998, method 3; None where n is 0."""
    if n <= 0:
        return None
    share = improved / n
    middle = share + _Z * _Z / (2 * n)
    half = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    whole = 1 + _Z * _Z / n
    low = 0.0 if improved == 0 else (middle - half) / whole
    return Interval(low, 1.0 if improved == n else (middle + half) / whole)


def clustered_wilson(people: Mapping[Course, int]) -> Interval | None:
    """Return the Wilson interval of a share whose pairs come in clusters: how many people went each course.

    The number of pairs is divided by the design effect of the ratio estimate (never below 1), as in Korn and
    Graubard 1998 and, with Wilson's interval, Dean and Pagano 2015. Where everybody improved or nobody did,
    the design effect cannot be estimated and each person counts as one pair. None with fewer than two people;
    those without a pair take no part.
    """
    people = {course: count for course, count in people.items() if course.pairs}
    improved = sum(course.improved * count for course, count in people.items())
    n = sum(course.pairs * count for course, count in people.items())
    persons = sum(people.values())
    if persons < 2:
        return None
    share = improved / n
    simple = share * (1 - share) / (n - 1)
    if simple == 0:
        return wilson(share * persons, persons)
    # fsum, since the order of the people must not change the last digit.
    spread = fsum(count * (course.improved - share * course.pairs) ** 2 for course, count in people.items())
    clustered = spread / n**2 * persons / (persons - 1)
    effective = n / max(1.0, clustered / simple)
    return wilson(share * effective, effective)


def missing_data_bounds(improved: int, n: int, unseen: int) -> Interval | None:
    """Return the share if none and if all of the `unseen` pairs had improved; None where there are no pairs."""
    total = n + unseen
    return Interval(improved / total, (improved + unseen) / total) if total else None
