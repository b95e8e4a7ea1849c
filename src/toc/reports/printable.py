"""Text that may be shown: without signs that steer a terminal or turn the order of letters round."""

from __future__ import annotations

import re

__all__ = ["printable", "printable_json", "printable_line"]

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""They cannot be seen, and words of Persian and many Indian languages are misspelt without them."""
_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str, allowed: str = "") -> str:
    """Return a text with a replacement character for each sign that cannot be seen, but for those `allowed`."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in _JOINERS or one in allowed else "\N{REPLACEMENT CHARACTER}"
        for one in text
    )


def printable_line(text: str) -> str:
    """Return a text on one line, every run of blanks and line breaks as one space, otherwise as `printable`."""
    return printable(" ".join(text.split()))


def printable_json(text: str) -> str:
    """Return a JSON text that says the same, with signs that steer a terminal or turn letters round spelt out."""
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
