"""Sites beside all of them together, and parts of people within sites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from toc.reports.cards.card import Row, Section, Table
from toc.reports.cards.score_cells import NOT_KNOWN, percent
from toc.scoring import Scores
from toc.scoring.odds_ratios import OddsRatios
from toc.scoring.site_comparison import ComparedSite, SiteComparison

__all__ = ["comparison_section"]

_SITES = ("Improved", "Share", "All sites", "By chance (95 %)", "By chance (99.8 %)", "Reading")
_RATIOS = ("Of", "Compared", "All together", "Within sites", "Reading")


def comparison_section(scores: Scores) -> Iterator[Section]:
    """Yield one section with every site beside its limits; none where sites were not compared."""
    if scores.comparison is not None:
        tables = (*_of_sites(scores.comparison), *_of_parts(scores.comparison))
        yield Section(title="Sites compared", tables=tables, points=scores.comparison.notes)


def _of_sites(comparison: SiteComparison) -> Iterator[Table]:
    numbers = frozenset(_SITES[:-1])
    for of, sites in groupby(comparison.sites, key=lambda site: site.of_label):
        rows = tuple(map(_site_row, sites))
        yield Table(caption=of, columns=("Site", *_SITES), rows=rows, numbers=numbers)


def _site_row(site: ComparedSite) -> Row:
    counts = (f"{site.improved} of {site.n}", percent(site.improved / site.n), percent(site.share_of_all))
    limits = (f"{low} to {high}" for low, high in (site.usual, site.wide))
    reading = "within" if site.outside is None else f"outside {site.outside}"
    return Row(site.site, (*counts, *limits, reading))


def _of_parts(comparison: SiteComparison) -> Iterator[Table]:
    for by, ratios in groupby(comparison.ratios, key=lambda ratio: ratio.by):
        rows = tuple(map(_ratio_row, ratios))
        caption = f"Odds ratios by {by.replace('_', ' ')}"
        numbers = frozenset({"All together", "Within sites"})
        yield Table(caption=caption, columns=_RATIOS, rows=rows, numbers=numbers)


def _ratio_row(ratio: OddsRatios) -> Row:
    found = (NOT_KNOWN if each is None else f"{each:.2f}" for each in (ratio.crude, ratio.within))
    reading = "the direction reverses within sites" if ratio.reverses else ""
    return Row(ratio.of_label, (f"{ratio.one} against {ratio.other}", *found, reading))
