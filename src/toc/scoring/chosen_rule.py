"""The `ChangeRule` that somebody asked for, refused where the data or the scales cannot carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite

from toc.data import Data, Readings, ReadingsTable
from toc.errors import TocError
from toc.model import Scale, TheoryOfChange
from toc.scoring.change_rule import USUAL, ChangeRule
from toc.scoring.reliability import Reliability

__all__ = ["check_rule", "chosen_rule"]

_LONGEST = 36_525
"""How many days a window may reach after the initial reading: a hundred years."""


def chosen_rule(
    min_step: float | None,
    reliable_change: Mapping[str, tuple[float, float]] | None,
    *,
    final_only: bool,
    window: tuple[int, int] | None = None,
) -> ChangeRule:
    """Return the rule of these choices; `reliable_change` holds (s, r) by the id of a scale.

    Raises `TocError` where a number cannot be used, or two choices contradict one another.
    """
    if min_step is not None and reliable_change is not None:
        raise TocError("A least step and reliable change are two ways to say what counts.", hint="Choose one.")
    if min_step is not None and not (_is_number(min_step) and min_step > 0):
        raise TocError("The least step that counts as a change is a number above 0.")
    return ChangeRule(min_step, final_only, dict(_reliabilities(reliable_change)), _window(window))


def check_rule(rule: ChangeRule, theory: TheoryOfChange, data: Data) -> None:
    """Raise `TocError` where data are no readings, or a scale in them lacks s and r or could never change."""
    if rule == USUAL:
        return
    if not isinstance(data, Readings | ReadingsTable):
        raise TocError(
            f"What counts as a change was settled before {data.name} was made.",
            hint="Give readings of people, or leave these options away.",
        )
    for name in rule.reliable:
        if name not in theory.scales:
            known = ", ".join(theory.scales) or "none"
            raise TocError(f"The model has no scale `{name}`.", hint=f"Its scales: {known}.")
    for name, scale in _scales_in(theory, data):
        if rule.reliable and name not in rule.reliable:
            raise TocError(
                f"Reliable change needs the standard deviation and the reliability of the scale `{name}`.",
                hint="They cannot be worked out from these readings; they stand in a study of the scale.",
            )
        if not rule.counts(name, scale.highest - scale.lowest):
            raise TocError(
                f"On the scale `{name}`, {scale.lowest:g} to {scale.highest:g}, no step could count as a change.",
                hint="Choose a smaller step, or check s and r.",
            )


def _scales_in(theory: TheoryOfChange, data: Readings | ReadingsTable) -> Iterator[tuple[str, Scale]]:
    """Yield every scale with a good end on which these readings were scored."""
    names = dict.fromkeys(
        indicator.scale for key, indicator in theory.indicators.items() if key in data.indicators
    )
    for name in names:
        scale = theory.scales.get(name or "")
        if name is not None and scale is not None and scale.better is not None:
            yield name, scale


def _reliabilities(asked: Mapping[str, tuple[float, float]] | None) -> Iterator[tuple[str, Reliability]]:
    if asked is None:
        return
    hint = 'Give both of each scale: {"five_point": (s, r)}.'
    if not (isinstance(asked, Mapping) and asked):
        raise TocError("Reliable change needs the standard deviation and the reliability of a scale.", hint=hint)
    for name, numbers in asked.items():
        if not (isinstance(numbers, tuple | list) and len(numbers) == 2 and all(map(_is_number, numbers))):
            raise TocError(f"Reliable change needs two numbers for the scale `{name}`.", hint=hint)
        yield str(name), Reliability(*numbers)


def _window(asked: tuple[int, int] | None) -> tuple[int, int] | None:
    if asked is None:
        return None
    two_days = isinstance(asked, tuple | list) and len(asked) == 2 and all(map(_is_day, asked))
    if not two_days or asked[0] > asked[1]:
        raise TocError(
            "A window is two whole numbers of days after the initial reading, the smaller one first.",
            hint="2 to 5 months are about 60 to 150 days.",
        )
    return asked[0], asked[1]


def _is_day(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LONGEST


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
