"""The value to which an option of a rule is set, checked against what the rule allows."""

from __future__ import annotations

import math

from toc.errors import TocError
from toc.loading.nearest import nearest_hint
from toc.validation.rule import Option, Rule, Value

__all__ = ["option_value"]


def option_value(rule: Rule, name: str, value: object) -> Value:
    """Return the value as the option takes it: a list of words as a tuple, a number as it is.

    Raises `TocError` where the rule has no such option, or for a value of another type or out of bounds. A whole
    number is wanted where the default is one.
    """
    options = {option.name: option for option in rule.options}
    if name not in options:
        names = ", ".join(options)
        hint = nearest_hint(name, options, f"It has: {names}." if names else "It has none at all.")
        raise TocError(f"{rule.code} {rule.name} has no option `{name}`.", hint=hint)
    option = options[name]
    if isinstance(option.default, tuple):
        return _words(rule, option, value)
    return _number(rule, option, value)


def _words(rule: Rule, option: Option, value: object) -> Value:
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise TocError(f"`{option.name}` of {rule.code} must be a list of words.", hint=_example(option))
    return tuple(value)


def _number(rule: Rule, option: Option, value: object) -> Value:
    kind = "a whole number" if isinstance(option.default, int) else "a number"
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TocError(f"`{option.name}` of {rule.code} must be {kind}.", hint=_example(option))
    if isinstance(option.default, int) and not isinstance(value, int):
        raise TocError(f"`{option.name}` of {rule.code} must be {kind}.", hint=_example(option))
    lowest, highest = option.lowest, option.highest
    if (lowest is not None and value < lowest) or (highest is not None and value > highest):
        least = "" if lowest is None else f"at least {lowest:g}"
        most = "" if highest is None else f"at most {highest:g}"
        bounds = " and ".join(filter(None, (least, most)))
        raise TocError(f"`{option.name}` of {rule.code} must be {bounds}.", hint=_example(option))
    return value


def _example(option: Option) -> str:
    default = option.default
    words = ", ".join(f'"{word}"' for word in default) if isinstance(default, tuple) else ""
    written = f"[{words}]" if isinstance(default, tuple) else f"{default:g}"
    return f"By default: {option.name} = {written}."
