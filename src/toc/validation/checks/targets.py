"""Targets and baselines that the scale of their indicator cannot hold, or that are read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from toc.model import Indicator, Scale
from toc.validation.context import Context, words_of
from toc.validation.fix import Mending
from toc.validation.hit import Hit

__all__ = ["numbers_read_as_words", "targets_against_direction", "targets_off_scale"]

_NUMBER = re.compile(r"\s*(?P<number>[-+]?\d{1,12}(?:[.,]\d{1,12})?)(?P<per_cent>\s*%)?\s*")
_THOUSANDS = re.compile(r"\.\d{3}\Z")
"""What may be parts of one, or thousands: "1,200"."""
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


def numbers_read_as_words(context: Context) -> Iterator[Hit]:
    """TOC321: targets and baselines that are a number alone, but in quotes, with a comma or with a per cent sign.

    Asked of indicators with a scale or of a share; a per cent sign only of a share, as on a scale it is about
    something else. Mended where a single comma has one or two digits behind it and the number can be scored.
    """
    scales = context.theory.scales
    for key, indicator in context.theory.indicators.items():
        ends = _ends(indicator, scales.get(indicator.scale) if indicator.scale is not None else None)
        if ends is None:
            continue
        for what in ("baseline", "target"):
            written = _written(indicator, what)
            found = _NUMBER.fullmatch(written) if isinstance(written, str) else None
            if found is None or (found["per_cent"] and indicator.scale is not None):
                continue
            number = found["number"].replace(",", ".")
            is_sure = not _THOUSANDS.search(number) and ends[0] <= float(number) <= ends[1]
            path = _path(context, key, what)
            mending = Mending("number", str(written), number, path) if is_sure else None
            instead = (
                f"`{what}: {number}`" if is_sure else "digits alone, with a point where there are parts of one"
            )
            words = {**words_of(indicator), "what": what, "written": written, "instead": instead}
            yield Hit("TOC321", key, words, path=path, mending=mending)


def _path(context: Context, key: str, what: str) -> tuple[str, ...]:
    """Return where the number stands: a target with a date has it under `value`."""
    target = context.theory.indicators[key].target
    has_date = what == "target" and target is not None and target.by is not None
    return ("indicators", key, what, "value") if has_date else ("indicators", key, what)


def _ends(indicator: Indicator, scale: Scale | None) -> tuple[float, float] | None:
    if scale is not None:
        return scale.lowest, scale.highest
    return _SHARE if indicator.percent else None


def _written(indicator: Indicator, what: Literal["baseline", "target"]) -> float | str | None:
    target = indicator.target.value if indicator.target is not None else None
    return indicator.baseline if what == "baseline" else target


def _number(indicator: Indicator, what: Literal["baseline", "target"]) -> float | None:
    value = _written(indicator, what)
    return None if value is None or isinstance(value, str) else value
