"""`KnownSites`: the sites that rows of data may name, and which of their rows a model counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from toc.data.row_faults import RefusedRowError, RowFault
from toc.data.table import Row
from toc.errors import TocError
from toc.model import TheoryOfChange

__all__ = ["KnownSites", "check_site_named", "known_sites"]


_LONGEST = 120


@dataclass(frozen=True, slots=True)
class KnownSites:
    """`own` is the one site that a site's model speaks of; `known` is empty where any name will do."""

    own: str | None
    known: frozenset[str]
    _hints: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _by_name: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def find(self, row: Row) -> str:
        """Return the site of a row: the id of the model, or the text of the cell where any name will do."""
        name = row["site"]
        by_name = self._ids_by_name()
        if self.known and name.casefold() not in by_name:
            sites = ", ".join(sorted(self.known))
            words = f"the site is none of the model's: {sites}{self._hint(name.casefold(), by_name)}"
            raise RefusedRowError(RowFault("unknown-site", row.number, "site", words))
        return by_name.get(name.casefold(), name)

    def _ids_by_name(self) -> dict[str, str]:
        """Return the ids by their names in small letters, made once since every row asks for them."""
        if not self._by_name:
            self._by_name.update({key.casefold(): key for key in self.known})
        return self._by_name

    def _hint(self, name: str, known: dict[str, str]) -> str:
        asked = name[:_LONGEST]
        if asked not in self._hints:
            near = get_close_matches(asked, known, n=1)
            self._hints[asked] = f" (did you mean `{known[near[0]]}`?)" if near else ""
        return self._hints[asked]

    def counts(self, site: str) -> bool:
        """Tell whether the model counts rows of this site: a site's own model leaves other sites aside."""
        return self.own is None or site == self.own


def check_site_named(data: str, theory: TheoryOfChange) -> None:
    """Refuse data without sites, of the name `data`, for a model that speaks of one site among several.

    Raises `TocError`: a table of a whole service would be passed off as that of the site.
    """
    known = known_sites(theory).known
    if theory.site is None or len(known) < 2:
        return
    raise TocError(
        f"No site is named in {data}, so its rows may be of all the sites ({', '.join(sorted(known))}) and not of "
        f"{theory.site.name} alone.",
        hint="Add a column `site` with the site of each row, or score the base model.",
    )


def known_sites(theory: TheoryOfChange) -> KnownSites:
    """Return the sites of a base (`sites`), or those of the base of a site's model and its own."""
    known = set(theory.sites)
    derivation = theory.derivation
    while derivation is not None:
        known |= set(derivation.base.sites)
        derivation = derivation.base.derivation
    own = theory.site.id if theory.site else None
    return KnownSites(own, frozenset(known | {own} if own else known))
