"""What a site says of itself that cannot be, or that its base does not know."""

from __future__ import annotations

from collections.abc import Iterator

from toc.validation.checks.site_levels import site_levels
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["periods_that_end_before_they_start", "sites_that_are_not_listed"]


def periods_that_end_before_they_start(context: Context) -> Iterator[Hit]:
    """TOC613: a site whose last month or day is before its first; a day lies within its month."""
    site = context.theory.site
    if site is not None and site.start and site.end:
        exact = min(len(site.start), len(site.end))
        if site.start[:exact] > site.end[:exact]:
            words = {"id": site.id, "start": site.start, "end": site.end}
            yield Hit("TOC613", site.id, words, path=("site", "start"), other=("site", "end"))


def sites_that_are_not_listed(context: Context) -> Iterator[Hit]:
    """TOC614: sites whose id is not among those that their base lists; a base that lists none is not asked."""
    for theory, derivation in site_levels(context.theory):
        base, site = derivation.base, theory.site
        if base.sites and site is not None and site != base.site and site.id not in base.sites:
            place = theory.origin.place(("site", "id")) if theory.origin is not None else None
            yield Hit("TOC614", site.id, {"id": site.id, "listed": ", ".join(base.sites)}, place=place)
