"""Printed numbers that are not what the data, the model, their own parts or another source give."""

from __future__ import annotations

from collections.abc import Iterator

from toc.model import PERCENT, Claim, TheoryOfChange
from toc.scoring import CheckedClaim, Scores, checked_claims, decimals_of
from toc.validation.catalogue.data import CLAIM_MESSAGE
from toc.validation.context import words_of
from toc.validation.hit import Hit

__all__ = ["claim_hits"]

_TOO_FEW = 5
"""Below it a number may tell how one person fared; TOC706 asks not to publish it."""

_BOUNDS = {None: "", "at_least": "at least ", "more_than": "more than "}


def claim_hits(theory: TheoryOfChange, scores: Scores | None) -> Iterator[Hit]:
    """TOC710, TOC711, TOC717: claims that do not agree with what they are about.

    Claims on changes are held against `scores`, and passed over without them.
    """
    for checked in checked_claims(theory, scores):
        if checked.agrees is False:
            claim = checked.claim
            words = {
                **words_of(claim),
                "cited": _cited(claim),
                "printed": _printed(claim, theory),
                "found": _found(checked, theory, scores),
            }
            code = _code(claim)
            said = {"message": CLAIM_MESSAGE.format_map(words)} if code == "TOC711" else words
            yield Hit(code, claim.id, said, path=("claims", claim.id))


def _code(claim: Claim) -> str:
    """Return the rule that a claim breaks; a bound that the parts do not reach is a number, not a total."""
    if claim.about.same_as is not None:
        return "TOC717"
    is_total = claim.about.total is not None or claim.about.sum is not None
    return "TOC711" if is_total and claim.qualifier is None else "TOC710"


def _found(checked: CheckedClaim, theory: TheoryOfChange, scores: Scores | None) -> str:
    """Say what a claim was held against, and what that gives."""
    about, other = checked.claim.about, checked.same_as
    if other is not None:
        return f"as {_printed(other, theory)} in `{other.id}`{_cited(other)}"
    if about.number is not None and checked.units_differ:
        units = f"{_unit(theory, about.unit)} by {_unit(theory, about.out_of_unit)}"
        return f"it divides {units}, which are different units ({_number(checked)})"
    if about.number is not None:
        return f"its own numbers give {_number(checked)}"
    if about.output is not None:
        whose = "the sites add up to" if about.total else "the model gives"
        unit = f" {_unit(theory, theory.outputs[about.output].unit)}" if theory.outputs[about.output].unit else ""
        return f"{whose} {_number(checked)}{unit}"
    if about.sum is not None:
        return f"its parts add up to {_number(checked)}"
    return _given(checked) if scores else f"the model gives {_number(checked)}"


def _given(checked: CheckedClaim) -> str:
    """Say what the data give, unless that tells how single people fared."""
    if (checked.denominator or checked.computed or 0) < _TOO_FEW:
        return "the data give another number, of too few people to print it"
    return f"the data give {_number(checked)}"


def _number(checked: CheckedClaim) -> str:
    """Return the computed number, a ratio with one decimal more than is printed."""
    computed = checked.computed or 0
    if checked.denominator is None:
        return f"{computed:,}"
    share = f"{computed:,.{decimals_of(checked.claim.printed) + 1}f}"
    unit = " per cent" if checked.claim.unit == PERCENT else ""
    return f"{checked.numerator:,}/{checked.denominator:,} = {share}{unit}"


def _printed(claim: Claim, theory: TheoryOfChange) -> str:
    unit = "per cent" if claim.unit == PERCENT else _unit(theory, claim.unit)
    return f"{_BOUNDS[claim.qualifier]}{claim.printed:,} {unit}".rstrip()


def _cited(claim: Claim) -> str:
    return f", {'; '.join(' '.join(str(one).split()) for one in claim.cite)}" if claim.cite else ""


def _unit(theory: TheoryOfChange, unit: str | None) -> str:
    return " ".join(str(theory.units[unit].label).split()) if unit in theory.units else unit or ""
