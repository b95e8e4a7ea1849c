"""Labels that are almost the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toc.model import Entry
from toc.validation.checks.labels import labelled, path_of
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["near_duplicate_labels"]

_WORD = re.compile(r"\w+")
_LONGEST = 200
"""Letters of a label that are compared."""

_RAREST = 3
_MOST_SHARING = 30
"""A word in more labels of a kind than this tells nothing about two of them."""

_OPENING = 3
"""Two words that do not begin alike, as "mothers" and "others", are two words and no misspelling."""


class _Label(NamedTuple):
    """A label as it is compared: on one line, its different words, and these in the order of the alphabet."""

    key: str
    plain: str
    words: frozenset[str]
    text: str


def near_duplicate_labels(context: Context) -> Iterator[Hit]:
    """TOC123: entries of one kind whose labels have almost the same words, in any order.

    Each is told once, with an earlier one. Words with other digits or that begin otherwise are other words;
    labels that are equal are left to TOC118, indicators to TOC304. One of the three rarest words that a label
    shares with others must stand in both and in at most 30, and half of their words must be equal, so that
    few are compared.
    """
    least = context.number("TOC123", "similarity")
    for section, kind in labelled(context.theory):
        if section != "indicators" and len(kind) > 1:
            for key, other in _alike(kind, least):
                words = {**words_of(kind[key]), "other": other, "other_label": words_of(kind[other])["label"]}
                here, there = (path_of(context.theory, section, one) for one in (key, other))
                yield Hit("TOC123", key, words, here, other=there)


def _alike(kind: Mapping[str, Entry], least: float) -> Iterator[tuple[str, str]]:
    """Yield the ids of every entry that is like an earlier one, and of that one."""
    labels = [_compared(key, entry.label) for key, entry in kind.items()]
    shared = Counter(word for label in labels for word in label.words)
    known: dict[str, list[_Label]] = {}
    same_words: dict[str, _Label] = {}
    for label in labels:
        telling = [word for word in label.words if 1 < shared[word] <= _MOST_SHARING]
        rarest = sorted(telling, key=lambda word: (shared[word], word))[:_RAREST]
        near = [same_words.setdefault(label.text, label), *(one for word in rarest for one in known.get(word, ()))]
        like = next((one for one in near if one.plain != label.plain and _are_alike(one, label, least)), None)
        if like is not None:
            yield label.key, like.key
        for word in telling:
            known.setdefault(word, []).append(label)


def _compared(key: str, label: str) -> _Label:
    plain = " ".join(label[:_LONGEST].casefold().split())
    words = frozenset(_WORD.findall(plain))
    return _Label(key, plain, words, " ".join(sorted(words)))


def _are_alike(one: _Label, other: _Label, least: float) -> bool:
    """Say whether so many per cent of the letters of two labels, or more, stand in both in one order.

    What costs less is asked first: most labels that share a word share little else.
    """
    letters = len(one.text) + len(other.text)
    if 200 * min(len(one.text), len(other.text)) < least * letters:
        return False
    if 2 * len(one.words & other.words) < min(len(one.words), len(other.words)):
        return False
    shorter, longer = sorted((one.words - other.words, other.words - one.words), key=len)
    openings = {word[:_OPENING] for word in longer}
    if not all(word.isalpha() for word in (*shorter, *longer)) or any(
        word[:_OPENING] not in openings for word in shorter
    ):
        return False
    return 200 * _in_common(one.text, other.text) >= least * letters


def _in_common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence, all of its rows at once in the bits of a number.

    After Hyyrö, Bit-parallel LCS-length computation revisited, 2004.
    """
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    every = (1 << len(one)) - 1
    open_places = every
    for letter in other:
        met = open_places & places.get(letter, 0)
        open_places = (open_places + met | open_places - met) & every
    return len(one) - open_places.bit_count()
