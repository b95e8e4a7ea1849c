"""How the words of a file appear in a message: the "did you mean", and the word itself in one short line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from toc.errors import Edit
from toc.places import Place

__all__ = ["entries_listed", "entry_hint", "near_words", "nearest_hint", "nearest_word", "shown", "typo_mended"]

_LONGEST = 80
_MOST_COMPARED = 2_000
"""Pairs of words compared for one file: more would take longer than a person waits."""
_MOST_NAMED = 12
_NO_DIGITS = re.compile(r"\D+")


def nearest_hint(word: str, known: Collection[str], otherwise: str = "", *, asked: int = 0) -> str:
    """Return 'Did you mean `x`?' for the known word that is nearest, or `otherwise` where none is near.

    `asked` is how many words were looked up before: in a file with very many faults the later ones get no answer.
    """
    near = nearest_word(word, known, asked=asked)
    return otherwise if near is None else f"Did you mean `{near}`?"


def nearest_word(word: str, known: Collection[str], *, asked: int = 0) -> str | None:
    """Return the known word that is nearest, None where none is near; `asked` is as for `nearest_hint`."""
    near = near_words(word, known, most=1, asked=asked)
    return near[0] if near else None


def entry_hint(word: str, labels: Mapping[str, str], otherwise: str = "") -> str:
    """Return 'Did you mean `x` (its label)?' for the entry whose id or label is nearest, or `otherwise`.

    `labels` are by id. Labels need not differ, so there may be up to three.
    """
    plain = word.casefold().strip()
    found = [key for key, label in labels.items() if label.casefold() == plain] or near_words(word, labels, most=1)
    if not found:
        near = near_words(plain, {label.casefold() for label in labels.values()}, most=1)
        found = [key for key, label in labels.items() if label.casefold() in near]
    named = " or ".join(_named(key, labels) for key in found[:3])
    return f"Did you mean {named}?" if named else otherwise


def entries_listed(labels: Mapping[str, str]) -> str:
    """Return ids with their labels, "none" without any; after twelve the rest is counted."""
    rest = len(labels) - _MOST_NAMED
    named = [_named(key, labels) for key in list(labels)[:_MOST_NAMED]]
    return ", ".join([*named, *([f"and {rest} more"] if rest > 0 else [])]) or "none"


def _named(key: str, labels: Mapping[str, str]) -> str:
    return f"`{shown(key)}` ({shown(labels[key])})" if labels[key] else f"`{shown(key)}`"


def near_words(word: str, known: Collection[str], *, most: int, asked: int = 0) -> list[str]:
    """Return the known words that are near, the nearest first; `asked` is as for `nearest_hint`."""
    if len(word) > _LONGEST or (asked + 1) * len(known) > _MOST_COMPARED:
        return []
    return get_close_matches(word, [other for other in known if len(other) <= _LONGEST], n=most, cutoff=0.6)


def typo_mended(word: str, known: Collection[str], place: Place | None, *, asked: int = 0) -> Edit | None:
    """Return the edit that puts the one known word that is very near (0.9 of 1) in place of a misspelt one.

    None where there is none or more than one, and where they differ in a digit: `goal_1` is no slip for `goal_2`.
    """
    if place is None or len(word) > _LONGEST or (asked + 1) * len(known) > _MOST_COMPARED:
        return None
    near = get_close_matches(word, [other for other in known if len(other) <= _LONGEST], n=2, cutoff=0.9)
    if len(near) != 1 or _NO_DIGITS.sub("", word) != _NO_DIGITS.sub("", near[0]):
        return None
    return Edit("replace", place, word, near[0])


def shown(word: object) -> str:
    """Return a word of the file on one line: cut where it is long, with a blank for what cannot be printed."""
    text = str(word)
    line = "".join(sign if sign.isprintable() else " " for sign in text[: _LONGEST + 1])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."
