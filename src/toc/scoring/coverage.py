"""`PeopleCoverage`: of how many people a change could be seen at all."""

from __future__ import annotations

from dataclasses import dataclass

from toc.data import Counts, Data
from toc.model import TheoryOfChange
from toc.scoring.pair_cells import PairCells

__all__ = ["PeopleCoverage", "coverage_of", "people_seen", "published_coverage"]


@dataclass(frozen=True, slots=True)
class PeopleCoverage:
    """`people` in all, and how many of them have two assessments (`with_two`).

    A census, so it has no interval.
    """

    people: int
    with_two: int

    @property
    def share(self) -> float | None:
        """The share with two assessments, from 0 to 1; None where there are no people."""
        return self.with_two / self.people if self.people else None

    @property
    def one_reading(self) -> int:
        """How many people do not have two assessments."""
        return self.people - self.with_two


def coverage_of(theory: TheoryOfChange, data: Data, cells: PairCells | None) -> PeopleCoverage | None:
    """Count people in the pairs of readings, or take what the model says was published with counts; else None.

    In readings a person has two assessments where two readings of one indicator can be compared; somebody none
    of whose rows can be used counts among the people. A site's
    model that only inherits the figure of its whole service has none of its own.
    """
    if cells is not None:
        return people_seen(cells)
    return published_coverage(theory) if isinstance(data, Counts) else None


def people_seen(cells: PairCells) -> PeopleCoverage:
    """Count the people of all sites that were counted; a person belongs to one site."""
    seen = cells.seen.values()
    return PeopleCoverage(sum(each.people for each in seen), sum(each.with_two for each in seen))


def published_coverage(theory: TheoryOfChange) -> PeopleCoverage | None:
    """Return the coverage that a model gives; None where it gives none of its own."""
    published = theory.coverage
    if published is None or _inherited(theory):
        return None
    return PeopleCoverage(published.people, published.with_two)


def _inherited(theory: TheoryOfChange) -> bool:
    derivation = theory.derivation
    return theory.site is not None and derivation is not None and derivation.base.coverage == theory.coverage
