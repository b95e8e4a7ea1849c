"""The levels of sites above a model, the lowest first, and what each of them did to its base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from toc.model import Derivation, SiteChange, TheoryOfChange

__all__ = ["OUTPUT_FIGURES", "site_changes", "site_levels"]

OUTPUT_FIGURES = frozenset(("count", "unit", "qualifier"))
"""What every site has of its own in an output: it needs no reason, and may be the same as in the base."""


def site_levels(theory: TheoryOfChange) -> Iterator[tuple[TheoryOfChange, Derivation]]:
    """Yield every level with how it was made from its base; nothing for a model that stands alone."""
    while (derivation := theory.derivation) is not None:
        yield theory, derivation
        theory = derivation.base


def site_changes(
    theory: TheoryOfChange, which: Literal["changed", "dropped"]
) -> Iterator[tuple[TheoryOfChange, TheoryOfChange, SiteChange]]:
    """Yield what every level changed or dropped, each with the site of that level and the base above it."""
    for site, derivation in site_levels(theory):
        for change in derivation.changed if which == "changed" else derivation.dropped:
            yield site, derivation.base, change
