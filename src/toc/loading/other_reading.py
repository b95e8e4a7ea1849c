"""What other readers of YAML make of a plain word that is a text, or another number, here."""

from __future__ import annotations

import re

from toc.errors import Edit, Fault
from toc.loading.limits import MAX_NUMBER
from toc.loading.nearest import shown
from toc.places import Place

__all__ = ["SWITCHES", "noted_word", "other_reading"]

SWITCHES = frozenset(("yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"))
"""Truth values in YAML 1.1. Its `y` and `n` are left out: hardly a reader takes them so, and `n` is a key."""

_NUMBER_STARTS = frozenset("0123456789+-.")
# Texts, since few models have such words: a pattern is then made where the first one stands.
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9].*)?\Z"
_TIME = r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)\Z"
_NUMBER = (
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+|[0-9]+_[0-9_]*(?:\.[0-9_]*)?|[0-9]+\.[0-9]*_[0-9_]*"
    rf"|\.(?:inf|Inf|INF)|(?=.{{{MAX_NUMBER + 1}}})[0-9]+\.?[0-9]*)\Z|\.(?:NaN|NAN)\Z"
)
_OTHER_NUMBER = re.compile(r"[-+]?(?:0+(?:[89]|[1-9][0-9]+)|[0-9]+[eE][-+]?[0-9]+|[0-9]*\.[0-9]*[eE][0-9]+)\Z")
"""A zero in front makes octal numbers in YAML 1.1, and an exponent without a point or a sign a text."""


def other_reading(word: str, value: object) -> str:
    """Return what other readers take a plain word for, "" where all read it as we do (as `value`).

    The forms are those of the YAML 1.1 type repository (bool, int, float, timestamp) and of the core schema of
    YAML 1.2 (section 10.3.2).
    """
    if word in SWITCHES:
        return "a truth value"
    if word[:1] not in _NUMBER_STARTS:
        return ""
    if not isinstance(value, str):
        return "another number or a text" if _OTHER_NUMBER.match(word) else ""
    if re.match(_DATE, word):
        return "a date"
    if re.match(_TIME, word):
        return "a number of minutes or seconds"
    return "a number" if re.match(_NUMBER, word) else ""


def noted_word(word: str, value: object, reading: str, place: Place, subject: str) -> Fault:
    """Return the note that a word means something else to others than it does here."""
    is_text = isinstance(value, str)
    here = "text" if is_text else "the number " + shown(value)
    message = f"`{shown(word)}` is {here} here; other readers of YAML take it for {reading}."
    hint = (
        "Put it into quotes." if is_text else "Write it in digits alone, or put it into quotes where it is a text."
    )
    edit = Edit("quote", place) if is_text else None
    return Fault("implicit-type", message, place, hint, subject, edit=edit)
