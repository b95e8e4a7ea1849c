"""`Step`: one step on the way from rows of data to the score of an outcome, in words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from toc.data import Data
from toc.errors import TocError
from toc.loading.nearest import entries_listed, entry_hint
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore
from toc.scoring.roll_up import ROLL_UPS
from toc.scoring.scores import Scores
from toc.scoring.standing import Bands, symbol_of
from toc.scoring.step_figures import StepName, row_figures, step_figures

__all__ = ["Step", "score_steps"]

_COUNTS = {"Improved": "improved", "No change": "no_change", "Worsened": "worsened", "n": "n"}


@dataclass(frozen=True, slots=True)
class Step:
    """A step by its name and title, with what was done and found.

    `figures` are the numbers of its `lines` as plain values. None of both is about one person or has a score.
    """

    name: StepName
    title: str
    lines: tuple[str, ...]
    figures: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain values; shares are fractions, None is "not known"."""
        return {"step": self.name, "title": self.title, "lines": list(self.lines), "figures": self.figures}


def score_steps(scores: Scores, data: Data, outcome: str) -> tuple[Step, ...]:
    """Return every step from the rows of `data` to the score of an outcome; `scores` are those of these data.

    Raises `TocError` where there is no outcome of this id, and for scores for publication, whose steps would
    give hidden numbers away.
    """
    if scores.publication is not None:
        raise TocError("The steps to a score would give away what is hidden for publication.")
    found = next((row for row in scores.outcomes if row.id == outcome), None)
    if found is None:
        raise TocError(f"There is no outcome `{outcome}` to explain.", hint=_to_explain(scores, outcome))
    indicators = [row for row in scores.indicators if outcome in row.outcomes]
    figures = step_figures(scores, data, found, indicators)
    told = _told(scores, data, found, indicators)
    return tuple(Step(name, title, tuple(lines), figures[name]) for name, title, lines in told)


def _told(
    scores: Scores, data: Data, found: OutcomeScore, indicators: Sequence[IndicatorScore]
) -> Iterator[tuple[StepName, str, Iterable[str]]]:
    yield "rows", f"Rows of {scores.source}", _rows(scores, data)
    yield "indicators", "Indicators of the outcome", _indicators(found, indicators)
    if found.measured and scores.data != "pre_post":
        changed = (f"{_capital(scores.change.compared)}.", *_change_lines(scores))
        yield "change", "What counts as a change", changed
        yield "pairs", "Pairs of each indicator", _pairs(indicators)
        yield "together", f"Put together by the rule {scores.rule}", _together(scores, found, indicators)
        yield "share", "Share, and how far it could be off", _share(scores, found)
    elif found.measured:
        yield "points", "Change in percentage points", _points(found, indicators)
    yield "unseen", "What is not seen", (scores.coverage_line, *_unseen(found))


def _to_explain(scores: Scores, asked: str) -> str:
    """Return which outcome an indicator measures, or else every outcome that is measured."""
    of_indicator = next((row.outcomes for row in scores.indicators if row.id == asked), ())
    if of_indicator:
        return f"It is an indicator; explain what it measures: {', '.join(of_indicator)}."
    labels = {row.id: row.label for row in scores.outcomes}
    measured = {row.id: row.label for row in scores.outcomes if row.measured}
    return entry_hint(asked, labels, f"Measured here: {entries_listed(measured)}.")


def _rows(scores: Scores, data: Data) -> Iterator[str]:
    rows = row_figures(data)
    aside = f", {rows['other_sites']} of other sites" if rows["other_sites"] else ""
    read = "1 row" if rows["read"] == 1 else f"{rows['read']} rows"
    yield f"{read} read: {rows['used']} used, {rows['left_out']} left out{aside}."
    yield from (f"{_capital(line)}." for line in data.fault_lines)
    if scores.site_note:
        yield scores.site_note


def _indicators(outcome: OutcomeScore, indicators: Sequence[IndicatorScore]) -> Iterator[str]:
    if not indicators:
        yield f"{outcome.label}: {outcome.note}."
    for row in indicators:
        what = "in the data" if row.measured else row.note
        yield f"{row.shown_label} ({row.id}): {what}."


def _points(outcome: OutcomeScore, indicators: Sequence[IndicatorScore]) -> Iterator[str]:
    for row in indicators:
        if row.pre_percent is not None and row.post_percent is not None and row.change_points is not None:
            change = f"{row.post_percent:g} - {row.pre_percent:g} = {row.change_points:+g} points"
            yield f"{row.shown_label}: {change}."
    yield f"The outcome shows their span: {outcome.points_line}. Without pairs there is no share and no interval."


def _change_lines(scores: Scores) -> Iterator[str]:
    yield from scores.change.lines
    if scores.data == "counts":
        yield "The data say what became of the pairs; their readings are not known here."
    if scores.direction_assumed:
        yield "Direction assumed: the source does not say which end of the scale is good."


def _pairs(indicators: Sequence[IndicatorScore]) -> Iterator[str]:
    for row in indicators:
        if row.measured and row.n is not None:
            classes = f"{row.improved} improved, {row.no_change} no change, {row.worsened} worsened"
            yield f"{row.shown_label}: {_series(row)}n = {row.n}: {classes}."


def _series(row: IndicatorScore) -> str:
    if row.one_reading is None or row.people is None or row.n is None:
        return ""
    return (
        f"{row.n + row.one_reading} series, {row.one_reading} without two readings to compare; "
        f"{_have_pairs(row.people)}; "
    )


def _have_pairs(people: int | None) -> str:
    return "1 person has pairs" if people == 1 else f"{people} people have pairs"


def _together(scores: Scores, outcome: OutcomeScore, indicators: Sequence[IndicatorScore]) -> Iterator[str]:
    yield f"{_capital(ROLL_UPS[scores.rule or 'pairs'])}."
    seen = [row for row in indicators if row.measured and row.n]
    if scores.rule == "pairs":
        for name, field in _COUNTS.items():
            parts = [str(getattr(row, field)) for row in seen]
            yield f"{name}: {' + '.join(parts) or '0'} = {getattr(outcome, field)}."
    elif scores.rule == "mean_of_shares":
        shares = " + ".join(f"{row.improved}/{row.n}" for row in seen)
        yield f"({shares}) / {len(seen)} = {_percent(outcome.share_improved)}."
    else:
        classes = f"{outcome.improved} improved, {outcome.no_change} no change, {outcome.worsened} worsened"
        yield f"{_have_pairs(outcome.n)}: {classes}."


def _share(scores: Scores, row: OutcomeScore) -> Iterator[str]:
    k, n = row.improved, row.n
    if row.share_improved is None or n is None:
        yield "There is no pair, so no share."
        return
    if k is None:
        yield f"Share: {_percent(row.share_improved)}. An interval of it cannot be given."
    else:
        yield f"Share: {k} / {n} = {_percent(row.share_improved)} of {scores.unit}."
    if k is not None and row.interval is not None:
        yield (
            "95 % interval (Wilson): (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n) with p = "
            f"{row.share_improved:.4f}, n = {n}, z = 1.9600: {_span(row.interval.low, row.interval.high)}."
        )
    if row.interval_by_person is not None:
        low, high = row.interval_by_person.low, row.interval_by_person.high
        whose = "of the 1 person" if row.people == 1 else f"of each of {row.people} people"
        yield f"The same with the pairs {whose} taken together: {_span(low, high)}."
    if row.caution:
        yield f"Caution: few pairs ({row.caution})."
    yield f"Shown as {symbol_of(row, Bands())}: {Bands()}."


def _unseen(row: OutcomeScore) -> Iterator[str]:
    if row.bounds is not None and row.one_reading is not None:
        k, n, m = row.improved or 0, row.n or 0, row.one_reading
        yield (
            f"Without two readings to compare: {m}. If none of them had improved, {k} / ({n} + {m}) = "
            f"{_percent(row.bounds.low)}; if all had, ({k} + {m}) / ({n} + {m}) = {_percent(row.bounds.high)}."
        )
    elif row.measured:
        yield "People with one reading: not known."
    if row.already_best is not None:
        yield f"Pairs that began at the best score and could not improve: {row.already_best}."
    yield "Change observed, not caused."


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def _span(low: float, high: float) -> str:
    return f"{100 * low:.1f} to {100 * high:.1f} %"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
