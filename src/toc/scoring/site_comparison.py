"""`SiteComparison`: which sites differ from all together by more than chance alone would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from toc.errors import TocError
from toc.scoring import p_values
from toc.scoring.breakdown import Breakdown, breakdown, parts_at_sites
from toc.scoring.group_scores import GroupScore
from toc.scoring.odds_ratios import OddsRatios, Stratum, crude_odds_ratio, mantel_haenszel
from toc.scoring.roll_up import UNITS
from toc.scoring.splits import SITE, columns_in

__all__ = ["ComparedSite", "SiteComparison", "comparison_notes", "site_comparison"]

_LIMITS = (
    "Limits: how many of a site's {unit} would improve by chance alone if it had the share of all sites together "
    "(binomial; 95 and 99.8 %). They take {unit} as independent of each other."
)
_OUTSIDE = (
    "A site outside differs by more than chance alone would give; why, these figures do not say, and sites are "
    "not ranked. One in 20 comparisons lies outside 95 % by chance; there are {comparisons} here."
)
_WITHIN = (
    "Odds ratio: above 1 the part named first did better. All: everybody together; within: common to the sites "
    "(Mantel and Haenszel 1959)."
)
_REVERSES = (
    "{of}, by {by}: all together {better} did better, and within sites {worse} did (Simpson's paradox). The sites "
    "differ in whom they see; do not report the difference of all together."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSite:
    """A site beside all sites together, on all indicators (`of` "all") or one outcome.

    `usual` and `wide` are the fewest and the most of its n that would improve by chance in 95 and 99.8 % of cases.
    """

    site: str
    of: str
    of_label: str
    improved: int
    n: int
    share_of_all: float
    usual: tuple[int, int]
    wide: tuple[int, int]

    @property
    def outside(self) -> Literal["95 %", "99.8 %"] | None:
        """Which limits the site lies outside of; None where it lies within both."""
        if not self.wide[0] <= self.improved <= self.wide[1]:
            return "99.8 %"
        return None if self.usual[0] <= self.improved <= self.usual[1] else "95 %"

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain values; limits are numbers of those improved."""
        return {
            "site": self.site,
            "of": self.of,
            "improved": self.improved,
            "n": self.n,
            "share_of_all": self.share_of_all,
            "limits_95": list(self.usual),
            "limits_99_8": list(self.wide),
            "outside": self.outside,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteComparison:
    """Every site on all indicators and each outcome, and how two parts of the people differ within sites."""

    sites: tuple[ComparedSite, ...]
    ratios: tuple[OddsRatios, ...]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "sites": [site.to_dict() for site in self.sites],
            "odds_ratios": [ratio.to_dict() for ratio in self.ratios],
            "notes": list(self.notes),
        }


def site_comparison(of: Breakdown, by: Sequence[str]) -> SiteComparison:
    """Compare sites, and where a column in `by` splits people into two, these within the sites.

    Raises `TocError` where the data name fewer than two sites, the rule is the mean of shares, whose chance
    variation is not known, or scipy is missing.
    """
    if of.rule == "mean_of_shares":
        raise TocError("Sites are not compared by the mean of shares.", hint="Choose pairs or a rule by person.")
    rows = [row for row in breakdown(of, (SITE,)) if row.by == SITE and row.n]
    if len({row.id for row in rows}) < 2:
        raise TocError("To compare sites takes data that name two or more of them.")
    sites = tuple(each for same in _by_outcome(rows).values() for each in _compared(same))
    ratios = tuple(ratio for column in columns_in(by) for ratio in _ratios(of, column))
    return SiteComparison(sites=sites, ratios=ratios, notes=tuple(_notes(UNITS[of.rule], sites, ratios)))


def comparison_notes(unit: str, comparisons: int) -> tuple[str, str]:
    """Return what the limits are, and what it means to lie outside of them, for so many comparisons."""
    return _LIMITS.format(unit=unit), _OUTSIDE.format(comparisons=comparisons)


def _by_outcome(rows: Iterable[GroupScore]) -> Mapping[str, list[GroupScore]]:
    found: dict[str, list[GroupScore]] = {}
    for row in rows:
        found.setdefault(row.of, []).append(row)
    return {of: same for of, same in found.items() if len(same) > 1}


def _compared(rows: Sequence[GroupScore]) -> Iterator[ComparedSite]:
    share = sum(row.improved or 0 for row in rows) / sum(row.n or 0 for row in rows)
    for row in rows:
        n = row.n or 0
        yield ComparedSite(
            site=row.id,
            of=row.of,
            of_label=row.of_label,
            improved=row.improved or 0,
            n=n,
            share_of_all=share,
            usual=p_values.chance_limits(n, share, 0.95),
            wide=p_values.chance_limits(n, share, 0.998),
        )


def _ratios(of: Breakdown, column: str) -> Iterator[OddsRatios]:
    rows = [(site, row) for site, row in parts_at_sites(of, column) if row.id]
    parts = sorted({row.id for _, row in rows})
    if len(parts) != 2:
        return
    one, other = parts
    for outcome, label in {row.of: row.of_label for _, row in rows}.items():
        counts = {
            (site, row.id): (row.improved or 0, (row.n or 0) - (row.improved or 0))
            for site, row in rows
            if row.of == outcome
        }
        sites = sorted({site for site, _ in counts})
        strata = [Stratum(*counts.get((site, one), (0, 0)), *counts.get((site, other), (0, 0))) for site in sites]
        yield OddsRatios(
            by=column,
            of=outcome,
            of_label=label,
            one=one,
            other=other,
            crude=crude_odds_ratio(strata),
            within=mantel_haenszel(strata),
        )


def _notes(unit: str, sites: Sequence[ComparedSite], ratios: Iterable[OddsRatios]) -> Iterator[str]:
    yield from comparison_notes(unit, len(sites))
    found = list(ratios)
    if found:
        yield _WITHIN
    for ratio in found:
        if ratio.reverses:
            first = (ratio.crude or 0) > 1
            better, worse = (ratio.one, ratio.other) if first else (ratio.other, ratio.one)
            yield _REVERSES.format(of=ratio.of_label, by=ratio.by.replace("_", " "), better=better, worse=worse)
