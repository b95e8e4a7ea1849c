"""`SiteTotals`: what a base counts, beside the sum of what its sites count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.errors import TocError
from toc.model import Output, Quantity, TheoryOfChange, total
from toc.scoring.site_models import own_count, read_sites

__all__ = ["OutputTotal", "SiteTotals", "site_totals"]


@dataclass(frozen=True, slots=True)
class OutputTotal:
    """One output of a base.

    `own` is the base's count, None where it has none. `sites` holds the name and the count of each site that has
    the output, None where that is not known: the site gives none, only repeats the base's, or cannot be read.
    `without` names the sites that have dropped the output.
    """

    id: str
    label: str
    own: Quantity | None
    sites: tuple[tuple[str, Quantity | None], ...]
    without: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the sites whose count is not known."""
        return tuple(name for name, quantity in self.sites if quantity is None)

    @property
    def sum(self) -> Quantity | None:
        """What the sites add up to; None where the count of one is not known.

        Raises `TocError` where they count in different units.
        """
        return total(quantity for _, quantity in self.sites)

    @property
    def words(self) -> str:
        """What the sites add up to and how that compares with the base, in one sentence."""
        try:
            added = self.sum
        except TocError as error:
            return f"not added: {error.message}"
        known = ", ".join(f"{name} {quantity.count:,}" for name, quantity in self.sites if quantity)
        apart = "; ".join(filter(None, (known, f"dropped by {', '.join(self.without)}" if self.without else "")))
        parts = f" ({apart})" if apart else ""
        if added is None:
            return f"not known for {', '.join(self.unknown)}{parts}" if self.unknown else f"none{parts}"
        return f"{added}{parts}{_compared(added, self.own)}"

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; counts that are not known are null."""
        return {
            "id": self.id,
            "count": self.own.count if self.own else None,
            "unit": self.own.unit if self.own else None,
            "sites": {name: quantity.count if quantity else None for name, quantity in self.sites},
            "without": list(self.without),
            "words": self.words,
        }


def _compared(added: Quantity, own: Quantity | None) -> str:
    if own is None:
        return "; the base gives no count"
    if own.unit != added.unit:
        return f", while the base counts {own.unit_words or 'without a unit'}"
    if own.count == added.count:
        return ""
    more = "more" if added.count > own.count else "fewer"
    return f", {abs(added.count - own.count):,} {more} than the base"


@dataclass(frozen=True, slots=True)
class SiteTotals:
    """The outputs for which the base or a site has a count, and one line for each site that cannot be read."""

    outputs: tuple[OutputTotal, ...]
    unread: tuple[str, ...]


def site_totals(base: TheoryOfChange, *, root: str | Path | None = None) -> SiteTotals:
    """Read the sites that a base lists under `sites`, and put their counts beside its own.

    A site's count is its own only where it stands in the site's file: one that it inherits is that of a whole
    service, and so not known for the site. `root` is as for `toc.load`.
    """
    sites = read_sites(base, root=root)
    totals = [_total(output, sites.models) for output in base.outputs.values()]
    counted = (one for one in totals if one.own or any(quantity for _, quantity in one.sites))
    return SiteTotals(tuple(counted), sites.unread)


def _total(output: Output, read: Mapping[str, TheoryOfChange | None]) -> OutputTotal:
    sites: list[tuple[str, Quantity | None]] = []
    without: list[str] = []
    for key, site in read.items():
        name = str(site.site.name) if site and site.site else key
        if site is not None and output.id not in site.outputs:
            without.append(name)
        else:
            sites.append((name, own_count(site, output.id) if site else None))
    return OutputTotal(output.id, str(output.label), output.quantity, tuple(sites), tuple(without))
