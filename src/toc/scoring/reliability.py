"""`Reliability`: how exactly a scale measures, and from what step on a change is more than its error."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt

from toc.errors import TocError

__all__ = ["Reliability"]

_Z = 1.96
"""As printed by Jacobson and Truax 1991."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """The standard deviation `s` of a scale, in its points, and its reliability `r`, from 0 to below 1.

    Both come from a study of the scale; they cannot be seen from the readings that are scored. Raises `TocError`
    where `s` is not above 0 or `r` lies outside.
    """

    s: float
    r: float

    def __post_init__(self) -> None:
        if not (isfinite(self.s) and self.s > 0 and 0 <= self.r < 1):
            raise TocError(
                "Reliable change needs the scale's standard deviation, above 0, and its reliability, from 0 to "
                "below 1.",
                hint="Both stand in the manual of the scale or in a study of it.",
            )

    @property
    def standard_error(self) -> float:
        """The standard error of measurement, in points: s times the root of 1 - r."""
        return self.s * sqrt(1 - self.r)

    @property
    def difference_error(self) -> float:
        """The standard error of the difference between two readings of one person, in points."""
        return sqrt(2) * self.standard_error

    @property
    def cut_off(self) -> float:
        """The step, in points, above which a change is reliable: 1.96 standard errors of a difference."""
        return _Z * self.difference_error

    def index(self, first: float, latest: float) -> float:
        """Return the reliable change index of two readings (Jacobson and Truax 1991)."""
        return (latest - first) / self.difference_error
