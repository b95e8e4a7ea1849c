"""`ChangeRow`: how one indicator changed, as stretches to the left, to the right and apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toc.scoring import IndicatorScore, Score, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["ChangeRow", "Stretch", "change_rows"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a whole from 0 to 1, None where nothing can be drawn, and the words at its end."""

    share: float | None
    words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`apart` is None where nothing is known of those without change; `told` is the row as a sentence."""

    label: str
    n: str
    worse: Stretch
    better: Stretch
    apart: Stretch | None
    told: str
    whole: bool = False


def change_rows(scores: Scores) -> Iterator[ChangeRow]:
    """Yield a row for every indicator that was measured, in the order of the model, and one for them all.

    The last is left out where one indicator was measured, or where the rule counts people and no pairs.
    """
    rate = _points if scores.data == "pre_post" else _pairs
    measured = [each for each in scores.indicators if each.measured]
    for each in measured:
        yield rate(each, each.shown_label)
    if scores.total.measured and scores.unit == "pairs" and len(measured) > 1:
        yield _pairs(scores.total, scores.total.label, whole=True)


def _pairs(score: Score, label: str, *, whole: bool = False) -> ChangeRow:
    n = HIDDEN if "n" in score.hidden else str(score.n)
    improved, same, worsened = (_stretch(score, field) for field in ("improved", "no_change", "worsened"))
    told = f"{label}: {improved.words} improved, {same.words} no change, {worsened.words} worsened, of {n} pairs."
    few = f" ({score.caution})" if score.caution else ""
    return ChangeRow(label, f"{n}{few}", worsened, improved, same, told, whole)


def _stretch(score: Score, field: str) -> Stretch:
    if field in score.hidden:
        return Stretch(None, HIDDEN)
    count = getattr(score, field)
    return Stretch(count / score.n if score.n else None, str(count))


def _points(score: Score, label: str) -> ChangeRow:
    points = score.change_points if isinstance(score, IndicatorScore) else None
    n = HIDDEN if "n" in score.hidden else "not known" if score.n is None else str(score.n)
    few = f" ({score.caution})" if score.caution else ""
    if points is None or not isinstance(score, IndicatorScore):
        hidden = Stretch(None, HIDDEN)
        return ChangeRow(label, f"{n}{few}", Stretch(None, ""), hidden, None, f"{label}: hidden.")
    span = f"{points:+g} ({score.pre_percent:g} % to {score.post_percent:g} %)"
    told = f"{label}: {score.pre_percent:g} per cent before, {score.post_percent:g} after, {points:+g} points."
    moved, still = Stretch(abs(points) / 100, span), Stretch(None, "")
    worse, better = (moved, still) if points < 0 else (still, moved)
    return ChangeRow(label, f"{n}{few}", worse, better, None, told)
