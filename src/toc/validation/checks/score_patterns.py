"""Scores of a site that look as if they were given in another way than elsewhere, or without looking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from toc.data import Reading, Readings
from toc.model import TheoryOfChange
from toc.validation.context import words_of
from toc.validation.hit import Hit
from toc.validation.settings import Settings

__all__ = ["score_pattern_hits"]


@dataclass(slots=True)
class _Scores:
    """What one giver of scores gave for one indicator at one site so far, from the row `first` on."""

    first: Reading
    count: int = 0
    varies: bool = False
    of_several: bool = False


def score_pattern_hits(
    theory: TheoryOfChange, readings: Readings, settings: Settings
) -> Iterator[tuple[int, Hit]]:
    """TOC713, TOC714, each with the row that it begins at: scores that never vary, and sites that lie far apart.

    Both are told by row and indicator; neither a score nor who gave it is repeated, and a site only where the
    model names it.
    """
    if "TOC713" in settings.needed:
        yield from _never_varying(theory, readings.rows, settings)
    if "TOC714" in settings.needed:
        yield from _far_apart(theory, readings.rows, settings)


def _never_varying(
    theory: TheoryOfChange, rows: Iterable[Reading], settings: Settings
) -> Iterator[tuple[int, Hit]]:
    """TOC713: all scores of an indicator, of two or more people, by one informant at one site are the same."""
    given: dict[tuple[str, str, str], _Scores] = {}
    for row in rows:
        key = (row.site, row.indicator, row.informant)
        scores = given.get(key)
        if scores is None:
            scores = given[key] = _Scores(row)
        scores.count += 1
        scores.varies = scores.varies or row.score != scores.first.score
        scores.of_several = scores.of_several or row.person != scores.first.person
    least = settings.number("TOC713", "readings")
    for (site, indicator, informant), scores in given.items():
        if scores.count >= least and scores.of_several and not scores.varies:
            where = f"{_at(theory, site)}{' by one informant' if informant else ''}"
            words = {**words_of(theory.indicators[indicator]), "n": scores.count, "where": where}
            yield scores.first.row, Hit("TOC713", indicator, {**words, "row": scores.first.row}, path=None)


def _at(theory: TheoryOfChange, site: str) -> str:
    """Name a site of the model; what else stands in a table's column may be anything."""
    is_known = site in theory.sites or (theory.site is not None and theory.site.id == site)
    return f" at {site}" if is_known else " at one site" if site else ""


def _far_apart(theory: TheoryOfChange, rows: Iterable[Reading], settings: Settings) -> Iterator[tuple[int, Hit]]:
    """TOC714: the median first score of one site is far from that of another, in parts of the scale's length."""
    first: dict[str, dict[str, list[Reading]]] = {}
    for row in rows:
        if row.kind == "initial" and row.site:
            first.setdefault(row.indicator, {}).setdefault(row.site, []).append(row)
    least, part = settings.number("TOC714", "readings"), settings.number("TOC714", "part_of_scale")
    for indicator, by_site in first.items():
        scale = theory.scales.get(theory.indicators[indicator].scale or "")
        medians = sorted(
            (median(row.score for row in of_site), site)
            for site, of_site in by_site.items()
            if len(of_site) >= least
        )
        if scale is None or len(medians) < 2:
            continue
        (low, lowest), (high, highest) = medians[0], medians[-1]
        if high - low >= part * (scale.highest - scale.lowest):
            both = sorted(min(row.row for row in by_site[site]) for site in (lowest, highest))
            sites = [_at(theory, site).strip() for site in sorted((lowest, highest))]
            where = "at two sites" if sites[0] == sites[1] else " and ".join(sites)
            words = {**words_of(theory.indicators[indicator]), "where": where, "one": both[0], "other": both[1]}
            yield both[0], Hit("TOC714", indicator, words, path=None)
