"""Targets and baselines that the scale of their indicator cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from toc.model import Indicator, Scale
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["targets_against_direction", "targets_off_scale"]

_SHARE = (0, 100)
"""The ends between which a share of people lies, in per cent."""


def targets_off_scale(context: Context) -> Iterator[Hit]:
    """TOC312: targets and baselines, where they are numbers, that lie outside the scale of their indicator.

    A share of people lies from 0 to 100 per cent. Words and `deferred` are not asked.
    """
    scales = context.theory.scales
    for key, indicator in context.theory.indicators.items():
        ends = _ends(indicator, scales.get(indicator.scale) if indicator.scale is not None else None)
        if ends is None:
            continue
        for what in ("baseline", "target"):
            value = _number(indicator, what)
            if value is not None and not ends[0] <= value <= ends[1]:
                words = {"what": what, "value": value, "lowest": ends[0], "highest": ends[1]}
                yield Hit("TOC312", key, {**words_of(indicator), **words}, path=("indicators", key, what))


def targets_against_direction(context: Context) -> Iterator[Hit]:
    """TOC319: targets that are worse than the baseline, by the direction of the scale, also an inferred one.

    A target that equals the baseline, to keep what there is, is fine.
    """
    scales = context.theory.scales
    for key, indicator in context.theory.indicators.items():
        scale = scales.get(indicator.scale) if indicator.scale is not None else None
        baseline, target = _number(indicator, "baseline"), _number(indicator, "target")
        if scale is None or scale.better is None or baseline is None or target is None:
            continue
        better = scale.better.value
        if (target < baseline) if better == "higher" else (target > baseline):
            words = {"target": target, "baseline": baseline, "scale": indicator.scale, "better": better}
            yield Hit("TOC319", key, {**words_of(indicator), **words}, path=("indicators", key, "target"))


def _ends(indicator: Indicator, scale: Scale | None) -> tuple[float, float] | None:
    if scale is not None:
        return scale.lowest, scale.highest
    return _SHARE if indicator.percent else None


def _number(indicator: Indicator, what: Literal["baseline", "target"]) -> float | None:
    target = indicator.target.value if indicator.target is not None else None
    value = indicator.baseline if what == "baseline" else target
    return None if value is None or isinstance(value, str) else value
