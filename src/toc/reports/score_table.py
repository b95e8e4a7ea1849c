"""Scores as plain text for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from toc.reports.agreement_table import agreement_table
from toc.reports.score_groups_table import score_groups_table
from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.reports.score_rows import CHANGES, change_row, in_percent, unless_hidden
from toc.reports.score_tests_table import score_tests_table
from toc.reports.site_comparison_table import site_comparison_table
from toc.reports.targets_table import targets_table
from toc.scoring import (
    SYMBOLS,
    Bands,
    ChangeRule,
    IndicatorScore,
    OutcomeScore,
    Score,
    Scores,
)
from toc.scoring.publication import HIDDEN

__all__ = ["score_table"]

_POINTS = Cells(("before", "after", "change", "n"))
_MISSING = {
    "people": "people",
    "interval_by_person": "by person",
    "one_reading": "single",
    "bounds": "if missing",
    "already_best": "at best",
}
_MISSING_MEANS = (
    "by person: 95 % interval with each person's pairs taken together; single: {single}; if missing: the "
    "share if none and if all of these had improved; at best: {best}."
)
_MISSING_PEOPLE = {key: _MISSING[key] for key in ("people", "one_reading", "bounds")}
_MISSING_PEOPLE_MEANS = (
    "people: those with a pair; single: people with readings and no pair; if missing: the share if none and if "
    "all of these had improved."
)


def score_table(scores: Scores, *, width: int = 80) -> str:
    """Return scores as lines of text no wider than `width`: outcomes, indicators, coverage and notes."""
    lines = [
        *(["SYNTHETIC DATA", ""] if scores.synthetic else []),
        *wrapped(scores.title, width),
        *wrapped(f"Scores from {scores.source}; {_what(scores)}", width),
        "",
        *(_before_and_after(scores, width) if scores.data == "pre_post" else _pairs(scores, width)),
        *(targets_table(scores.targets, width=width) if scores.targets is not None else []),
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
        yield from laid_out(stage, CHANGES, map(change_row, outcomes), width)
        yield ""
    seen = [indicator for indicator in scores.indicators if indicator.measured]
    yield from _indicators(scores, seen, width)
    yield ""
    yield from score_groups_table(scores, width=width)
    yield from agreement_table(scores, width=width)
    yield from site_comparison_table(scores.comparison, width=width) if scores.comparison else ()
    yield from _unmeasured(scores.indicators, width)
    if scores.data == "readings" and scores.rule != "mean_of_shares":
        yield from _missing(scores, width)
        yield ""
    if any(score.caution for score in (*scores.outcomes, *scores.indicators, *scores.shown_groups)):
        yield from wrapped("n<10, n<5: few pairs, so read the share with caution.", width)
    yield from wrapped(f"{Bands()} (to the nearest per cent).", width)


def _indicators(scores: Scores, seen: Sequence[Score], width: int) -> Iterator[str]:
    if scores.rule == "pairs":
        yield from laid_out("Indicators", CHANGES, map(change_row, (*seen, scores.total)), width)
        return
    yield from laid_out("Indicators (pairs)", CHANGES, map(change_row, seen), width)
    yield ""
    yield from laid_out(f"Together ({scores.unit})", CHANGES, [change_row(scores.total)], width)


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


def _missing(scores: Scores, width: int) -> Iterator[str]:
    in_pairs = scores.rule == "pairs"
    columns = _MISSING if in_pairs else _MISSING_PEOPLE
    rows = ((row.label, _missing_cells(row, columns)) for row in scores.outcomes if row.measured)
    yield from laid_out("What is missing", Cells(tuple(columns.values())), rows, width)
    yield from wrapped(_missing_means(scores.change) if in_pairs else _MISSING_PEOPLE_MEANS, width)


def _missing_cells(score: Score, columns: Iterable[str]) -> tuple[str, ...]:
    known = {"interval_by_person": in_percent(score.interval_by_person), "bounds": in_percent(score.bounds)}
    counts = {field: _known(getattr(score, field)) for field in columns if field not in known}
    return unless_hidden(score, {field: {**known, **counts}[field] for field in columns})


def _known(count: int | None) -> str:
    return "not known" if count is None else str(count)


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
