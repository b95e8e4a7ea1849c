"""Scores as badges for the boxes of a figure."""

from __future__ import annotations

from toc.diagram.view import Badge
from toc.scoring import SYMBOLS, Bands, OutcomeScore, Scores, standing_of
from toc.scoring.publication import HIDDEN
from toc.scoring.score_notes import IN_PARTS, IN_WHOLE

__all__ = ["badge_note", "badges_of"]

_USUAL = Bands()

_COUNTED = {
    "pairs": "pairs of a person and an indicator",
    "people": "people",
    "shares of indicators": "indicators",
}


def badges_of(scores: Scores, bands: Bands = _USUAL) -> dict[str, Badge]:
    """Return the badge of every outcome by its id: symbol, share improved, n, and a caution where n is small."""
    return {outcome.id: _badge(outcome, bands) for outcome in scores.outcomes}


def badge_note(scores: Scores, bands: Bands = _USUAL) -> str:
    """Return the words that must stand under a figure with these badges."""
    synthetic = "SYNTHETIC data: nothing may be concluded from them. " if scores.synthetic else ""
    site = f"{scores.site_note} " if scores.site_note else ""
    left_out = f" Rows left out: {scores.rows_left_out}." if scores.rows_left_out else ""
    assumed = " Direction assumed." if scores.direction_assumed else ""
    options = "".join(f" {line}" for line in scores.change.lines)
    published = f" {scores.publication.line}" if scores.publication else ""
    what = (
        "change in percentage points of those asked before and after"
        if scores.data == "pre_post"
        else f"{bands}; rule: {scores.rule}; n counts {_COUNTED[scores.unit]}, {scores.change.compared}"
    )
    return (
        f"{synthetic}Scores: {what} (data: {scores.source}). {site}{scores.coverage_line}{left_out}{assumed}"
        f"{options}{published} "
        "Change observed, not caused."
    )


def _badge(outcome: OutcomeScore, bands: Bands) -> Badge:
    tone = standing_of(outcome, bands)
    if "share_improved" in outcome.hidden or "change_points" in outcome.hidden:
        return Badge(HIDDEN, "none")
    if outcome.change_points:
        return Badge(f"before and after: {outcome.points_line}", "none")
    if not outcome.measured:
        is_elsewhere = outcome.note in (IN_PARTS, IN_WHOLE)
        return Badge(f"{SYMBOLS['none']} {outcome.note if is_elsewhere else 'not measured'}", "none")
    if outcome.share_improved is None:
        return Badge(f"{SYMBOLS['none']} no pairs yet", "none")
    percent = int(100 * outcome.share_improved + 0.5)
    caution = f"few pairs ({outcome.caution})" if outcome.caution else ""
    return Badge(f"{SYMBOLS[tone]} {percent}% improved, n={outcome.n}", tone, caution)
