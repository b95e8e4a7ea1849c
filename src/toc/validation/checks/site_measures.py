"""Outcomes that a base measures and one of its sites does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.model import Derivation, TheoryOfChange
from toc.validation.checks.measures import outcomes_without_indicator
from toc.validation.checks.site_levels import site_levels
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["outcomes_measured_no_more"]


def outcomes_measured_no_more(context: Context) -> Iterator[Hit]:
    """TOC606: outcomes that a site keeps, and whose indicators of the base it drops or gives to other outcomes.

    What counts as measured is as in TOC301; of several levels the one that does it is told.
    """
    levels = [(site, derivation, _measuring(derivation.base)) for site, derivation in site_levels(context.theory)]
    for hit in outcomes_without_indicator(context) if levels else ():
        for site, derivation, measuring in levels:
            if hit.subject in measuring:
                yield _hit(hit, site, derivation, measuring[hit.subject])
                break


def _measuring(base: TheoryOfChange) -> Mapping[str, set[str]]:
    """Return the indicators of every outcome that has one."""
    found: dict[str, set[str]] = {}
    for indicator in base.indicators.values():
        for outcome in indicator.measures:
            found.setdefault(outcome, set()).add(indicator.id)
    return found


def _hit(unmeasured: Hit, site: TheoryOfChange, derivation: Derivation, lost: set[str]) -> Hit:
    """Tell it where the first of the lost indicators is dropped or changed, else where the site names its base."""
    changes = [
        (verb, change)
        for verb, changes in (("drops", derivation.dropped), ("changes", derivation.changed))
        for change in changes
        if change.subject in lost
    ]
    does = " and ".join(f"{verb} `{change.subject}`" for verb, change in changes) or "is made from its base"
    start = site.origin.place(()) if site.origin is not None else None
    place = changes[0][1].place if changes else start
    words = {**unmeasured.words, "does": does}
    return Hit("TOC606", unmeasured.subject, words, place=place, severity=unmeasured.severity)
