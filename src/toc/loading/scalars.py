"""A plain YAML word as the value that it stands for in YAML 1.2: text unless it is clearly something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toc.loading.limits import MAX_NUMBER

__all__ = ["SPECIAL_STARTS", "SURE_WORDS", "scalar_value"]

_WORDS: dict[str, bool | float | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan"),
}  # fmt: skip
SURE_WORDS: Mapping[str, bool | float | None] = {**_WORDS, **{str(number): number for number in range(101)}}
"""Words that every reader of YAML takes alike: looked up, since the commonest number is a percentage."""

_WHOLE = re.compile(r"[-+]?[0-9]+\Z")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NUMBER_STARTS = frozenset("0123456789+-.")
_WORD_STARTS = frozenset("~nNtTfF.-")

SPECIAL_STARTS = _NUMBER_STARTS | _WORD_STARTS | frozenset("yYoO") | {""}
"""What a word begins with that may stand for more than its letters, here or to others; the rest is text."""


def scalar_value(word: str) -> str | int | float | bool | None:
    """Return None, a truth value, a number or the word itself; `no`, `on`, `1:30` and dates stay text."""
    first = word[:1]
    if (not first or first in _WORD_STARTS) and word in _WORDS:
        return _WORDS[word]
    if first not in _NUMBER_STARTS or len(word) > MAX_NUMBER:
        return word
    if _WHOLE.match(word):
        return int(word)
    return float(word) if _DECIMAL.match(word) else word
