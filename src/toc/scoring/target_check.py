"""`TargetCheck`: the baseline or target of an indicator beside what was observed, like against like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from toc.model import DEFERRED, Indicator, Scale, TheoryOfChange
from toc.scoring.outcome_scores import IndicatorScore
from toc.scoring.pair_cells import PairCells

__all__ = ["FEWEST", "TargetCheck", "target_checks"]

FEWEST = 5
"""From how many pairs on a mean is shown: that of fewer is too near to the score of a person."""

_Kind = Literal["baseline", "target"]
_OTHER_NUMBERS = "cannot be compared: it is a share of people, and these data give changes of people"
_NO_MEANS = "cannot be compared: it is a score, and these data hold no scores"
_NO_UNIT = "cannot be compared: the indicator has neither a scale nor a percentage"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetCheck:
    """What is `stated` of an indicator (a number as written, or words), and what was `observed`.

    `kind` tells baseline from target, `by` is the month or day of a target ("" where none is said). `observed`
    is in `unit`: the mean score of people with two readings, first for a baseline and latest for a target
    (`n` pairs); or the per cent before or after. It is None where it cannot be compared; `reason` then says why.
    `reached` is None for a baseline, and where nobody has said which way is better.
    """

    indicator: str
    label: str
    kind: _Kind
    stated: str
    by: str = ""
    observed: float | None = None
    unit: Literal["mean score", "per cent"] | None = None
    n: int | None = None
    reached: bool | None = None
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the check as plain values."""
        return {
            "indicator": self.indicator,
            "kind": self.kind,
            "stated": self.stated,
            "by": self.by or None,
            "observed": self.observed,
            "unit": self.unit,
            "n": self.n,
            "reached": self.reached,
            "reason": self.reason or None,
        }


class _Seen(NamedTuple):
    """What was observed of an indicator at one time, or why it cannot be compared."""

    observed: float | None = None
    unit: Literal["mean score", "per cent"] | None = None
    n: int | None = None
    reason: str = ""


def target_checks(
    theory: TheoryOfChange, indicators: Sequence[IndicatorScore], cells: PairCells | None
) -> tuple[TargetCheck, ...]:
    """Return a check for every baseline and target that the model states, in its order.

    `cells` are the counted pairs of readings, None for other data.
    """
    return tuple(check for score in indicators for check in _checks(theory, score, cells))


def _checks(theory: TheoryOfChange, score: IndicatorScore, cells: PairCells | None) -> Iterator[TargetCheck]:
    indicator = theory.indicators[score.id]
    target = indicator.target
    stated: tuple[tuple[_Kind, object, object], ...] = (
        ("baseline", indicator.baseline, None),
        ("target", target.value if target else None, target.by if target else None),
    )
    for kind, value, by in stated:
        if value is None:
            continue
        number = float(value) if isinstance(value, int | float) else None
        seen = _seen(theory, score, kind, number, cells) if number is not None else _words(value)
        yield TargetCheck(
            indicator=score.id,
            label=score.shown_label,
            kind=kind,
            stated=f"{number:g}" if number is not None else str(value),
            by=str(by or ""),
            reached=_reached(theory, indicator, number, seen.observed) if kind == "target" else None,
            **seen._asdict(),
        )


def _words(value: object) -> _Seen:
    return _Seen(reason="still to be set" if str(value) == DEFERRED else "in words: people must compare it")


def _seen(
    theory: TheoryOfChange, score: IndicatorScore, kind: _Kind, number: float, cells: PairCells | None
) -> _Seen:
    indicator = theory.indicators[score.id]
    scale = theory.scales.get(indicator.scale or "")
    if not score.measured:
        return _Seen(reason=score.note or "not measured")
    if indicator.percent:
        percent = score.pre_percent if kind == "baseline" else score.post_percent
        return _Seen(reason=_OTHER_NUMBERS) if percent is None else _Seen(percent, "per cent", score.n)
    if scale is None:
        return _Seen(reason=_NO_UNIT)
    if not scale.lowest <= number <= scale.highest:
        limits = f"{scale.lowest:g} to {scale.highest:g}"
        return _Seen(reason=f"cannot be compared: it lies off the scale, {limits}; write what it is a number of")
    return _Seen(reason=_NO_MEANS) if cells is None else _mean(cells, score.id, kind)


def _mean(cells: PairCells, indicator: str, kind: _Kind) -> _Seen:
    total, n = 0.0, 0
    for series, changes in cells.changes.items():
        if series.indicator == indicator:
            total += sum(
                (first if kind == "baseline" else latest) * pairs for (first, latest), pairs in changes.items()
            )
            n += sum(changes.values())
    if n < FEWEST:
        return _Seen(n=n, reason=f"no mean of fewer than {FEWEST} pairs is shown")
    return _Seen(total / n, "mean score", n)


def _reached(
    theory: TheoryOfChange, indicator: Indicator, target: float | None, observed: float | None
) -> bool | None:
    if target is None or observed is None:
        return None
    upwards = _upwards(theory.scales.get(indicator.scale or ""), indicator, target)
    if upwards is None:
        return None
    return observed >= target if upwards else observed <= target


def _upwards(scale: Scale | None, indicator: Indicator, target: float) -> bool | None:
    """Tell whether more is better; of a percentage only its baseline tells, where that is another number."""
    if not indicator.percent:
        return scale.better.value == "higher" if scale and scale.better else None
    if not isinstance(indicator.baseline, int | float) or indicator.baseline == target:
        return None
    return target > indicator.baseline
