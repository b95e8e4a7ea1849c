"""Scores as plain text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.reports.score_tests_table import score_tests_table
from toc.scoring import (
    SYMBOLS,
    Bands,
    ChangeRule,
    IndicatorScore,
    Interval,
    OutcomeScore,
    Score,
    Scores,
)
from toc.scoring.publication import HIDDEN
from toc.scoring.standing import symbol_of

__all__ = ["score_table"]

_PAIRS = Cells(("improved", "same", "worse", "n", "share", "95 % interval", ""))
_POINTS = Cells(("before", "after", "change", "n"))
_MISSING = Cells(("people", "by person", "single", "if missing", "at best"))
_MISSING_MEANS = (
    "by person: 95 % interval with each person's pairs taken together; single: {single}; if missing: the "
    "share if none and if all of these had improved; at best: {best}."
)


def score_table(scores: Scores, *, width: int = 80) -> str:
    """Return scores as lines of text no wider than `width`: outcomes, indicators, coverage and notes."""
    lines = [
        *(["SYNTHETIC DATA", ""] if scores.synthetic else []),
        *wrapped(scores.title, width),
        *wrapped(f"Scores from {scores.source}; {_what(scores)}", width),
        "",
        *(_before_and_after(scores, width) if scores.data == "pre_post" else _pairs(scores, width)),
        *(score_tests_table(scores.tests, width=width) if scores.tests else []),
        *wrapped(scores.coverage_line, width),
        *([] if any("left out" in note for note in scores.notes) else ["Rows left out: 0."]),
        "",
        *(line for note in scores.notes for line in wrapped(note, width, indent="  ")),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _what(scores: Scores) -> str:
    if scores.data == "pre_post":
        return "per cent before and after"
    return f"{scores.data}; rule: {scores.rule}; unit: {scores.unit}"


def _pairs(scores: Scores, width: int) -> Iterator[str]:
    for stage, outcomes in groupby(scores.outcomes, key=lambda outcome: outcome.stage_label):
        yield from laid_out(stage, _PAIRS, map(_pair_row, outcomes), width)
        yield ""
    seen = [indicator for indicator in scores.indicators if indicator.measured]
    yield from laid_out("Indicators", _PAIRS, map(_pair_row, (*seen, scores.total)), width)
    yield ""
    yield from _unmeasured(scores.indicators, width)
    if scores.data == "readings":
        measured = [outcome for outcome in scores.outcomes if outcome.measured]
        yield from laid_out("What is missing", _MISSING, map(_missing_row, measured), width)
        yield from wrapped(_missing_means(scores.change), width)
        yield ""
    if any(score.caution for score in (*scores.outcomes, *scores.indicators)):
        yield from wrapped("n<10, n<5: few pairs, so read the share with caution.", width)
    yield from wrapped(f"{Bands()} (to the nearest per cent).", width)


def _before_and_after(scores: Scores, width: int) -> Iterator[str]:
    for stage, outcomes in groupby(scores.outcomes, key=lambda outcome: outcome.stage_label):
        yield from laid_out(stage, Cells(()), map(_points_summary, outcomes), width)
        yield ""
    seen = [indicator for indicator in scores.indicators if indicator.measured]
    yield from laid_out("Indicators", _POINTS, map(_points_row, seen), width)
    yield ""
    yield from _unmeasured(scores.indicators, width)


def _unmeasured(indicators: Iterable[IndicatorScore], width: int) -> Iterator[str]:
    unseen = [indicator.id for indicator in indicators if not indicator.measured]
    if unseen:
        yield from wrapped(f"Indicators not in these scores: {', '.join(unseen)}.", width)
        yield ""


def _pair_row(score: Score) -> tuple[str, str | Sequence[str]]:
    shown = score.shown_label if isinstance(score, IndicatorScore) else score.label
    label = f"{symbol_of(score, Bands())} {shown}"
    if not score.measured or score.n == 0:
        return label, score.note or "not measured"
    share = "" if score.share_improved is None else f"{100 * score.share_improved:.1f} %"
    cells = {
        **{column: str(getattr(score, column)) for column in ("improved", "no_change", "worsened", "n")},
        "share_improved": share,
        "interval": _percent(score.interval),
    }
    return label, (*_unless_hidden(score, cells), score.caution or "")


def _missing_row(score: Score) -> tuple[str, Sequence[str]]:
    known = (score.people, score.one_reading, score.already_best)
    people, one_reading, best = ("not known" if number is None else str(number) for number in known)
    cells = {
        "people": people,
        "interval_by_person": _percent(score.interval_by_person),
        "one_reading": one_reading,
        "bounds": _percent(score.bounds),
        "already_best": best,
    }
    return score.label, _unless_hidden(score, cells)


def _unless_hidden(score: Score, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row, each named by its field of the score, with what is hidden marked."""
    return tuple(HIDDEN if field in score.hidden else text for field, text in cells.items())


def _missing_means(rule: ChangeRule) -> str:
    usual = rule.min_step is None and not rule.reliable
    return _MISSING_MEANS.format(
        single="no final reading to compare" if rule.final_only else "one reading only",
        best="began at the best score" + ("" if usual else " or near it") + " and could not improve",
    )


def _points_summary(outcome: OutcomeScore) -> tuple[str, str]:
    if "change_points" in outcome.hidden:
        return outcome.label, f"{outcome.points_line}; others {HIDDEN}" if outcome.change_points else HIDDEN
    if outcome.measured:
        return outcome.label, f"{outcome.points_line} (indicators: {len(outcome.change_points)})"
    return f"{SYMBOLS['none']} {outcome.label}", outcome.note or "not measured"


def _points_row(score: IndicatorScore) -> tuple[str, Sequence[str]]:
    before, after, points = score.pre_percent, score.post_percent, score.change_points
    n = HIDDEN if "n" in score.hidden else "not known" if score.n is None else str(score.n)
    if "change_points" in score.hidden:
        return score.shown_label, (HIDDEN, HIDDEN, HIDDEN, n)
    if before is None or after is None or points is None:
        return score.shown_label, ("", "", "", "")
    return score.shown_label, (f"{before:g} %", f"{after:g} %", f"{points:+g} points", n)


def _percent(interval: Interval | None) -> str:
    return f"{100 * interval.low:.1f} to {100 * interval.high:.1f}" if interval else ""
