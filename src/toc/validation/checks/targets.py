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

_IN_THREES = r"\d{1,3}(?:[.,'\u2019\s]\d{3})+(?:[.,]\d{1,12})?"
_NUMBER = re.compile(
    rf"\s*(?P<sign>[-+]?)(?P<digits>{_IN_THREES}|\d{{0,12}}[.,]\d{{1,12}}|\d{{1,12}})(?P<per_cent>\s*%)?\s*"
)
_THREES = re.compile(_IN_THREES)
"""What may be parts of one, or thousands: "1,200", "1 200"."""
_SHARE: tuple[float, float] = (0, 100)
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
    something else. Mended where a single comma has other than three digits behind it and the number can be scored;
    whether 0.6 of a share is 60 per cent only a person knows.
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
            number = _sure_number(found, ends)
            is_part = ends is _SHARE and number is not None and not found["per_cent"] and _is_part_of_one(number)
            number, path = None if is_part else number, _path(context, key, what)
            mending = Mending("number", str(written), number, path) if number is not None else None
            instead = f"`{what}: {number}`" if number is not None else _PER_CENT if is_part else _DIGITS
            words = {**words_of(indicator), "what": what, "written": " ".join(str(written).split())}
            yield Hit("TOC321", key, {**words, "instead": instead}, path=path, mending=mending)


_DIGITS = "digits alone, with a point where there are parts of one"
_PER_CENT = "the per cent in digits alone (60 rather than 0.6)"


def _sure_number(found: re.Match[str], ends: tuple[float, float]) -> str | None:
    """Return the number as YAML has it, in digits that every reader knows; None where it may mean another one."""
    if _THREES.fullmatch(found["digits"]):
        return None
    digits = "".join(str(int(sign)) if sign.isdecimal() else "." for sign in found["digits"])
    whole, point, parts = digits.partition(".")
    number = f"{found['sign'].removeprefix('+')}{whole.lstrip('0') or '0'}{point}{parts}"
    return number if ends[0] <= float(number) <= ends[1] else None


def _is_part_of_one(number: str) -> bool:
    return "." in number and 0 < float(number) <= 1


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
