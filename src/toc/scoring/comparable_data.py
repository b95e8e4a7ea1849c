"""Data without what sites measure in ways of their own, where several sites are put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TypeVar

from toc.data import Counts, Data, PrePost, Readings, ReadingsTable
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring.site_models import read_sites

__all__ = ["comparable_data"]

D = TypeVar("D", Counts, PrePost, Readings)

_Measured = tuple[str, str]
"""A site and an indicator."""

_NOT_POOLED = "Not put together with other sites"


def comparable_data(theory: TheoryOfChange, data: Data) -> tuple[Data, tuple[str, ...]]:
    """Return data without the rows of indicators that cannot be compared between sites, and a line on each.

    An indicator is left out at the sites whose own model says `comparable: false` of it; where the base says so,
    at every site, since there is nothing that could be put together. Nothing is left out for a site's own model,
    or where the data are of one site. Raises `TocError` where nothing is left.
    """
    if theory.site is not None or not data.names_sites:
        return data, ()
    apart = _not_comparable(theory)
    if not apart:
        return data, ()
    if isinstance(data, ReadingsTable):
        if not any(indicator in data.indicators for _, indicator in apart):
            return data, ()
        data = data.in_rows()
    if isinstance(data, Counts):
        return _without(data, apart, theory)
    if isinstance(data, Readings):
        return _without(data, apart, theory)
    return _without(data, apart, theory)


def _not_comparable(theory: TheoryOfChange) -> frozenset[_Measured]:
    """Return what is not comparable; of the base's own indicators with "" for every site."""
    everywhere = {("", key) for key, indicator in theory.indicators.items() if not indicator.comparable}
    models = read_sites(theory).models if theory.sites else {}
    at_sites = {
        (site, key)
        for site, model in models.items()
        if model is not None
        for key, indicator in model.indicators.items()
        if not indicator.comparable
    }
    return frozenset(everywhere | at_sites)


def _without(data: D, apart: frozenset[_Measured], theory: TheoryOfChange) -> tuple[D, tuple[str, ...]]:
    rows = [row for row in data.rows if row.site]
    if len({row.site for row in rows}) < 2:
        return data, ()
    left = [row for row in rows if not apart.isdisjoint({(row.site, row.indicator), ("", row.indicator)})]
    if not left:
        return data, ()
    numbers = {row.row for row in left}
    kept = replace(data, rows=tuple(row for row in data.rows if row.row not in numbers))
    if not kept.rows:
        hint = "Score each site by its own model."
        raise TocError(f"Nothing in {data.name} can be compared between its sites.", hint=hint)
    return kept, tuple(_lines(theory, Counter((row.indicator, row.site) for row in left)))


def _lines(theory: TheoryOfChange, rows: Counter[_Measured]) -> list[str]:
    found: dict[str, list[str]] = {}
    for (indicator, site), number in sorted(rows.items()):
        found.setdefault(indicator, []).append(f"{site} ({number} row{'' if number == 1 else 's'})")
    return [
        f"{_NOT_POOLED}: {theory.indicators[indicator].label} ({indicator}) at {', '.join(sites)}, since the "
        "model says that it cannot be compared. Score the site's own model for it."
        for indicator, sites in found.items()
    ]
