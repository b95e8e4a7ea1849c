"""`CheckedClaim`: a printed number beside the one that the data, the model or its own parts give."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from toc.errors import TocError
from toc.model import PERCENT, Claim, ClaimedChange, Quantity, TheoryOfChange
from toc.scoring.coverage import PeopleCoverage, published_coverage
from toc.scoring.outcome_scores import Score
from toc.scoring.scores import Scores
from toc.scoring.site_models import SiteModels, read_sites

__all__ = ["CheckedClaim", "checked_claims", "decimals_of"]

_FLOAT_NOISE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim and what it was worked out from.

    `numerator` and `denominator` are the numbers behind it; the first is None where nothing is at hand to work
    it out from (no data, or none on its subject), the second where it is no ratio. `same_as` is the claim that
    it is held against, None for all others. `units_differ` marks a percentage of another unit, or a count of
    one.
    """

    claim: Claim
    numerator: int | float | None = None
    denominator: int | float | None = None
    same_as: Claim | None = None
    units_differ: bool = False

    @property
    def computed(self) -> int | float | None:
        """The number in the unit of the claim: per cent from 0 to 100, else a fraction or a count."""
        if self.numerator is None or self.denominator is None:
            return self.numerator
        return (100 if self.claim.unit == PERCENT else 1) * self.numerator / self.denominator

    @property
    def agrees(self) -> bool | None:
        """Whether the printed number is the computed one, rounded to its decimals; None where none is known.

        It agrees within half a unit of its last decimal, and its tolerance. A bound is not rounded: the computed
        number must reach it ("at least") or pass it ("more than"), but for the tolerance.
        """
        claim, computed = self.claim, self.computed
        if computed is None:
            return None
        if self.units_differ:
            return False
        if claim.qualifier == "at_least":
            return computed >= claim.printed - claim.tolerance
        if claim.qualifier == "more_than":
            return computed > claim.printed - claim.tolerance
        coarser = min(decimals_of(one.printed) for one in (claim, self.same_as or claim))
        return abs(computed - claim.printed) <= 0.5 * 10.0**-coarser + claim.tolerance + _FLOAT_NOISE

    @property
    def verified(self) -> bool:
        """Whether it agrees with numbers that were not themselves worked out from what is printed."""
        return bool(self.agrees) and self.claim.basis != "inferred"


def checked_claims(theory: TheoryOfChange, scores: Scores | None = None) -> tuple[CheckedClaim, ...]:
    """Work every claim of a theory out again, in its order.

    Shares and counts of change need the `scores` of data; without them, or where they are hidden for publication,
    those claims stay open. A coverage comes
    from the data, else from the model.
    """
    sources = _Sources(theory, scores)
    return tuple(_checked(claim, sources) for claim in theory.claims.values())


def decimals_of(printed: float) -> int:
    """Return how many decimals a number is printed with: 0 for 75, 1 for 63.4."""
    exponent = Decimal(repr(printed)).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@dataclass(frozen=True)
class _Sources:
    """What claims are held against; the models of sites are read when one is first asked for."""

    theory: TheoryOfChange
    scores: Scores | None

    @cached_property
    def sites(self) -> SiteModels:
        """The sites of the model itself or, for a file of claims beside it, of the base that it extends."""
        listing = self.theory
        while not listing.sites and listing.site is None and listing.derivation is not None:
            listing = listing.derivation.base
        return read_sites(listing)

    @property
    def coverage(self) -> PeopleCoverage | None:
        """That of the data, else that which the model gives."""
        return self.scores.coverage if self.scores else published_coverage(self.theory)

    def quantity(self, output: str, *, over_sites: bool) -> Quantity | None:
        """The count of an output in the model, or the sum of its sites; None where that is not known."""
        if not over_sites:
            return self.theory.outputs[output].quantity if output in self.theory.outputs else None
        try:
            return self.sites.total(output)
        except TocError:
            return None  # counts in different units have no sum


def _checked(claim: Claim, sources: _Sources) -> CheckedClaim:
    about = claim.about
    if about.number is not None:
        units = {about.unit, about.out_of_unit} - {None}
        differ = claim.unit == PERCENT and len(units) > 1
        return CheckedClaim(claim=claim, numerator=about.number, denominator=about.out_of, units_differ=differ)
    if about.sum is not None:
        return CheckedClaim(claim=claim, numerator=sum(about.sum))
    other = sources.theory.claims.get(about.same_as or "")
    if other is not None:
        differ = claim.unit != other.unit
        return CheckedClaim(claim=claim, numerator=other.printed, same_as=other, units_differ=differ)
    if about.output is not None:
        return _of_output(claim, sources.quantity(about.output, over_sites=about.total is not None))
    return _of_coverage(claim, sources.coverage) if about.coverage else _of_data(claim, sources.scores)


def _of_output(claim: Claim, quantity: Quantity | None) -> CheckedClaim:
    if quantity is None:
        return CheckedClaim(claim=claim)
    differ = claim.unit is not None and quantity.unit != claim.unit
    return CheckedClaim(claim=claim, numerator=quantity.count, units_differ=differ)


def _of_coverage(claim: Claim, coverage: PeopleCoverage | None) -> CheckedClaim:
    if coverage is None or not coverage.people:
        return CheckedClaim(claim=claim)
    return CheckedClaim(claim=claim, numerator=coverage.with_two, denominator=coverage.people)


def _of_data(claim: Claim, scores: Scores | None) -> CheckedClaim:
    # A claim counts pairs, and so do outcomes under the rule "pairs" only.
    known = (*(scores.outcomes if scores.rule == "pairs" else ()), *scores.indicators) if scores else ()
    score = next((one for one in known if one.id == claim.about.of), None)
    if score is None or not score.n or score.hidden:
        return CheckedClaim(claim=claim)
    if claim.about.count is not None:
        return CheckedClaim(claim=claim, numerator=_pairs(score, claim.about.count))
    return CheckedClaim(claim=claim, numerator=_pairs(score, claim.about.share), denominator=score.n)


def _pairs(score: Score, change: ClaimedChange | None) -> int:
    """Return how many pairs of a score changed as a claim says."""
    no_change, worsened = score.no_change or 0, score.worsened or 0
    counts = {"improved": score.improved or 0, "no_change": no_change, "worsened": worsened}
    return counts.get(change or "", no_change + worsened)
