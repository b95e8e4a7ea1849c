"""What nobody has said of how an indicator is to be used: its baseline, its target, its data, its owner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from toc.model import DEFERRED, Indicator
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.own_ignore import ignores

__all__ = ["unsaid_plans"]

_SEVERAL = 4
"""From this number on, what no indicator says is one finding: there is no plan, and no single one is behind."""

_YEAR = re.compile(r"\b(19|20)\d\d\b")


def _is_blank(value: float | str | None) -> bool:
    """Say whether nothing is there: also an empty text says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def _is_without_target(indicator: Indicator) -> bool:
    return indicator.target is None or _is_blank(indicator.target.value)


def _is_without_date(indicator: Indicator) -> bool:
    """Say whether a target has no date; one in words may name its year there."""
    target = indicator.target
    return target is not None and target.by is None and not _YEAR.search(str(target.value))


_UNSAID: Mapping[str, Callable[[Indicator], bool]] = {
    "TOC307": lambda indicator: _is_blank(indicator.baseline),
    "TOC308": lambda indicator: _is_blank(indicator.source),
    "TOC315": _is_without_target,
    "TOC316": _is_without_date,
    "TOC317": lambda indicator: _is_blank(indicator.frequency),
    "TOC318": lambda indicator: _is_blank(indicator.owner),
}


def unsaid_plans(context: Context) -> Iterator[Hit]:
    """TOC307, TOC308, TOC315, TOC316, TOC317, TOC318: indicators of which one part of the plan is not said.

    `deferred` and words are an answer. Where none of four or more indicators has one, that is one finding, at
    the section, besides those that ignore it; a date is asked only of what has a target.
    """
    indicators = context.theory.indicators
    for code, is_unsaid in _UNSAID.items():
        if code not in context.settings.needed:
            continue
        asked = [one for one in indicators.values() if code != "TOC316" or _has_target(one)]
        lacking = [one for one in asked if is_unsaid(one)]
        if len(lacking) == len(asked) >= _SEVERAL:
            alone = [one for one in lacking if ignores(one, code, context.today)]
            together = len(lacking) - len(alone)
            if together >= _SEVERAL:
                which = " that do not ignore this" if alone else ""
                words = {"who": f"any of the {together} indicators{which}"}
                yield Hit(code, "indicators", words, path=("indicators",))
                lacking = alone
        for one in lacking:
            yield Hit(code, one.id, {"who": 'indicator "{label}" ({id})'.format_map(words_of(one))})


def _has_target(indicator: Indicator) -> bool:
    target = indicator.target
    return target is not None and target.value != DEFERRED and not _is_blank(target.value)
