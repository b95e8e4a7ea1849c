"""Characters in a text that nobody sees: those without width, and those that turn its direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toc.errors import Edit, Fault
from toc.loading.limits import MAX_FAULTS
from toc.places import Place

__all__ = ["hidden_signs", "without_hidden_signs"]

_HIDDEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    "|(?<![^\0-\u024f])[\u200c\u200d]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
)
"""Joiners are left alone after letters that join (Persian, Hindi, an emoji), and tags in the flag of Wales."""

_MARKS = frozenset("\u061c\u200e\u200f")
# Texts, since few files have hidden signs: a pattern is then made where the first one stands.
_RIGHT_TO_LEFT = "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""Letters that run from right to left; a line with one may need marks of direction beside its brackets."""

_WITHOUT_BLANKS = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
"""Letters of Thai, Lao, Burmese and Khmer, which are written without blanks: a hidden one may part two words."""

_TURNING = _MARKS | frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HINT = "It often comes with text that was pasted: delete it, or type the word again."


def hidden_signs(text: str, file: str) -> Iterator[Fault]:
    """Yield a note for each hidden character of a text, at its place; at most `MAX_FAULTS`.

    One that is written as an escape (`"\\u200b"`) can be seen, and is not told.
    """
    text = text.removeprefix("\ufeff")
    if not text.isascii():
        lines = enumerate(re.split("\r\n|\r|\n", text), start=1)
        found = (sign for number, line in lines for sign in _of_line(line, file, number))
        yield from islice(found, MAX_FAULTS)


def _of_line(line: str, file: str, number: int) -> Iterator[Fault]:
    signs = list(_HIDDEN.finditer(line))
    needed = _MARKS if signs and re.search(_RIGHT_TO_LEFT, line) else frozenset[str]()
    signs_matter = bool(signs) and bool(needed or re.search(_WITHOUT_BLANKS, line))
    for found in signs:
        sign = found[0]
        if sign in needed:
            continue
        does = "turns the direction of the text" if sign in _TURNING else "has no width"
        message = f"there is a character here that nobody sees and that {does} (U+{ord(sign):04X})."
        place = Place(file, number, found.start() + 1)
        edit = None if signs_matter else Edit("erase", place)
        yield Fault("hidden-characters", message, place, _HINT, edit=edit)


def without_hidden_signs(text: str) -> str:
    """Return a text without its hidden characters."""
    return text if text.isascii() else _HIDDEN.sub("", text)
