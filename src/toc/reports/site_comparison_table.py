"""Sites beside all of them together, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.scoring.odds_ratios import OddsRatios
from toc.scoring.site_comparison import ComparedSite, SiteComparison

__all__ = ["site_comparison_table"]

_COLUMNS = Cells(("improved", "n", "share", "95 % limits", "99.8 % limits", ""))
_RATIOS = Cells(("all", "within sites", ""))


def site_comparison_table(found: SiteComparison, *, width: int = 80) -> Iterator[str]:
    """Yield a table of sites for all indicators and each outcome, no wider than `width`, with what they mean."""
    for (_, label, share), rows in groupby(found.sites, key=lambda row: (row.of, row.of_label, row.share_of_all)):
        yield from wrapped(f"Sites compared: {label}, all sites {100 * share:.1f} %", width)
        yield from laid_out("Site", _COLUMNS, map(_row, rows), width)
        yield ""
    if found.ratios:
        yield from laid_out("Odds of improving", _RATIOS, map(_ratio, found.ratios), width)
        yield ""
    for note in found.notes:
        yield from wrapped(note, width, indent="  ")
    yield ""


def _row(row: ComparedSite) -> tuple[str, tuple[str, ...]]:
    usual, wide = (f"{low} to {high}" for low, high in (row.usual, row.wide))
    outside = f"outside {row.outside}" if row.outside else ""
    return row.site, (str(row.improved), str(row.n), f"{100 * row.improved / row.n:.1f} %", usual, wide, outside)


def _ratio(ratio: OddsRatios) -> tuple[str, tuple[str, ...]]:
    shown = ("not known" if value is None else f"{value:.2f}" for value in (ratio.crude, ratio.within))
    label = f"{ratio.of_label}: {ratio.one}, {ratio.other}"
    return label, (*shown, "turns round" if ratio.reverses else "")
