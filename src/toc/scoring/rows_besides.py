"""The rows that stand under those of scores in a data frame: sites compared, informants' agreement and targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from toc.scoring.informant_agreement import Agreement
from toc.scoring.publication import HIDDEN
from toc.scoring.site_comparison import SiteComparison
from toc.scoring.target_check import TargetCheck

__all__ = ["rows_of_agreement", "rows_of_comparison", "rows_of_targets"]


def rows_of_comparison(found: SiteComparison, unit: str) -> Iterator[dict[str, Any]]:
    """Yield a row per compared site and outcome (`level` "site compared"), and per "odds ratio".

    Limits are numbers of those improved; `odds_ratio` is that of everybody together, `odds_ratio_within` the one
    common to the sites, and None is "cannot be told".
    """
    for site in found.sites:
        yield {
            "level": "site compared",
            "outcomes": site.of,
            "id": site.site,
            "label": site.site,
            "unit": unit,
            "improved": site.improved,
            "n": site.n,
            "share_improved": site.improved / site.n,
            "share_of_all": site.share_of_all,
            "limit_low_95": site.usual[0],
            "limit_high_95": site.usual[1],
            "limit_low_99_8": site.wide[0],
            "limit_high_99_8": site.wide[1],
            "outside_limits": site.outside,
        }
    for ratio in found.ratios:
        yield {
            "level": "odds ratio",
            "outcomes": ratio.of,
            "id": ratio.by,
            "label": ratio.of_label,
            "unit": unit,
            "one": ratio.one,
            "other": ratio.other,
            "odds_ratio": ratio.crude,
            "odds_ratio_within": ratio.within,
        }


def rows_of_agreement(agreements: Iterable[Agreement]) -> Iterator[dict[str, Any]]:
    """Yield a row per indicator and two informants, `one` and `other` (`level` "agreement"); n counts people."""
    for each in agreements:
        yield {
            "level": "agreement",
            "outcomes": "",
            "id": each.indicator,
            "label": each.label,
            "unit": "people",
            "n": each.n,
            "one": each.one,
            "other": each.other,
            "same": each.same,
            "share_same": each.share,
            "kappa": each.kappa,
        }


def rows_of_targets(checks: Iterable[TargetCheck]) -> Iterator[dict[str, Any]]:
    """Yield a row per baseline and target (the `level`); `stated` is as written, `note` why it is not compared."""
    for check in checks:
        yield {
            "level": check.kind,
            "outcomes": "",
            "id": check.indicator,
            "label": check.label,
            "unit": check.unit,
            "n": check.n,
            "stated": check.stated,
            "stated_by": check.by or None,
            "observed": check.observed,
            "reached": check.reached,
            "note": check.reason or None,
            **({"hidden": "n observed reached"} if check.reason == HIDDEN else {}),
        }
