"""Whether words are read from right to left, as Arabic, Hebrew and Persian are."""

from __future__ import annotations

import unicodedata

__all__ = ["is_language_from_right", "is_read_from_right"]

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_FROM_RIGHT = frozenset({"R", "AL"})
_STRONG = _FROM_RIGHT | {"L"}


def is_language_from_right(language: str) -> bool:
    """Whether a language ("ar", "ar-EG") is written from right to left."""
    return language.partition("-")[0] in _LANGUAGES


def is_read_from_right(text: str, language: str) -> bool:
    """Whether a line is read from right to left.

    In such a language every line with a letter of it is; in another the first letter decides (Unicode Standard
    Annex 9, rules P2 and P3).
    """
    if text.isascii():
        return False
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG]
    if is_language_from_right(language):
        return not _FROM_RIGHT.isdisjoint(kinds)
    return bool(kinds) and kinds[0] in _FROM_RIGHT
