"""Scores as badges for the boxes of a figure, and the words that must stand under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.diagram.figure_words import figure_words
from toc.diagram.view import Badge
from toc.scoring import SYMBOLS, Bands, OutcomeScore, Scores, standing_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.publication import Publication
from toc.scoring.score_notes import IN_PARTS, IN_WHOLE

__all__ = ["badge_note", "badges_of"]

_USUAL = Bands()
_UNNAMED = ("the rows given", "the table given")
"""What data without a file are called."""
_ELSEWHERE = {IN_PARTS: "in_parts", IN_WHOLE: "in_whole"}
Words = Mapping[str, str]


def badges_of(scores: Scores, bands: Bands = _USUAL, language: str = "en") -> dict[str, Badge]:
    """Return the badge of every outcome by its id: symbol, share improved, n, and a caution where n is small."""
    words = figure_words(language)
    return {outcome.id: _badge(outcome, bands, words) for outcome in scores.outcomes}


def badge_note(scores: Scores, bands: Bands = _USUAL, language: str = "en", site: str = "") -> str:
    """Return the words that must stand under a figure with these badges; `site` is that of the model."""
    return " ".join(_sentences(scores, bands, figure_words(language), site))


def _sentences(scores: Scores, bands: Bands, words: Words, site: str) -> Iterator[str]:
    if scores.synthetic:
        yield words["synthetic"]
    source = words[scores.source] if scores.source in _UNNAMED else scores.source
    yield words["note"].format(what=_what(scores, bands, words), source=source)
    if scores.site_note:
        yield words["no_site"].format(site=site) if site else scores.site_note
    yield _coverage(scores, words)
    if scores.rows_left_out:
        yield words["left_out"].format(n=scores.rows_left_out)
    if scores.direction_assumed:
        yield words["assumed"]
    yield from _options(scores.change, words)
    if scores.publication:
        yield from _publication(scores.publication, words)
    yield words["observed"]


def _what(scores: Scores, bands: Bands, words: Words) -> str:
    if scores.data == "pre_post":
        return words["what_points"]
    rule, counted = words[f"rule_{scores.rule}"], words[f"counted_{scores.unit}"]
    told = words["bands"].format(good=bands.good, mixed=bands.mixed, top=bands.good - 1)
    return words["what"].format(bands=told, rule=rule, counted=counted, compared=_compared(scores.change, words))


def _compared(change: ChangeRule, words: Words) -> str:
    compared = words["final" if change.final_only else "latest"]
    if change.window is None:
        return compared
    return words["days"].format(compared=compared, first=change.window[0], last=change.window[1])


def _coverage(scores: Scores, words: Words) -> str:
    coverage = scores.coverage
    if scores.publication is not None and scores.publication.coverage_hidden:
        return words["coverage_hidden"]
    if coverage is None or coverage.share is None:
        return words["coverage_unknown"]
    return words["coverage_but_one" if coverage.one_reading == 1 else "coverage"].format(
        with_two=coverage.with_two,
        people=coverage.people,
        what=words["first_and_final" if scores.change.final_only else "two"],
        share=100 * coverage.share,
        rest=coverage.one_reading,
    )


def _options(change: ChangeRule, words: Words) -> Iterator[str]:
    if change.final_only:
        yield words["final_only"]
    if change.window:
        yield words["window"].format(first=change.window[0], last=change.window[1])
    if change.min_step is not None:
        yield words["min_step"].format(step=change.min_step)
    for scale, each in change.reliable.items():
        yield words["reliable"].format(scale=scale, s=each.s, r=each.r, cut_off=each.cut_off)


def _publication(told: Publication, words: Words) -> Iterator[str]:
    zeros = words["zeros_hidden" if told.zeros_hidden else "zeros_shown"]
    yield words["published"].format(threshold=told.threshold, zeros=zeros)
    if told.not_judged:
        yield words["not_judged"].format(n=told.not_judged)


def _badge(outcome: OutcomeScore, bands: Bands, words: Words) -> Badge:
    tone = standing_of(outcome, bands)
    if "share_improved" in outcome.hidden or "change_points" in outcome.hidden:
        return Badge(words["hidden"], "none")
    if outcome.change_points:
        low, high = min(outcome.change_points), max(outcome.change_points)
        points = words["points" if low == high else "points_span"].format(low=low, high=high)
        return Badge(words["before_after"].format(points=points), "none")
    if not outcome.measured:
        return Badge(f"{SYMBOLS['none']} {words[_ELSEWHERE.get(outcome.note or '', 'not_measured')]}", "none")
    if outcome.share_improved is None:
        return Badge(f"{SYMBOLS['none']} {words['no_pairs']}", "none")
    percent = int(100 * outcome.share_improved + 0.5)
    caution = words["few"].format(caution=outcome.caution) if outcome.caution else ""
    return Badge(f"{SYMBOLS[tone]} {words['improved'].format(percent=percent, n=outcome.n)}", tone, caution)
