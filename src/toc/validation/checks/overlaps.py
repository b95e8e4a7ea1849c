"""Indicators that a worker, or a table of data, cannot tell apart by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from toc.model import Indicator
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["overlapping_indicators"]

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("a", "an", "the"))
_OPENING = 4
"""Two words that do not begin alike, as "employment" and "unemployment", are never taken for each other."""

_ENDINGS = frozenset(("s", "es", "d", "ed", "ing", "ren"))
"""What may follow a word and leave it the same word: "child" and "children", "read" and "reading"."""

_MOST_COMPARED = 5
"""Of names whose words all begin alike: each further one is compared with as many, and with equal ones."""

_EQUAL = 100

_Block = tuple[frozenset[str] | str, ...]
"""Whom an indicator is about, and how the words of one of its names begin."""


class _Name(NamedTuple):
    """A label or an alias of an indicator, its words in their order, and the keys that lead to it."""

    owner: str
    text: str
    words: list[str]
    path: tuple[str | int, ...]

    def compared(self) -> list[str]:
        """Return the words that count."""
        return [word for word in self.words if word not in _SMALL]


def overlapping_indicators(context: Context) -> Iterator[Hit]:
    """TOC304: indicators about the same people one of whose names is a name of another one, or almost.

    Names are labels, in all languages, and aliases. Two are almost the same where they have the same words in
    any order, whatever their capitals and marks, and each word is at least as similar as the option says, or has
    only another ending in names that are as similar as wholes; words with a digit, and words of other languages
    than English, must be equal. Once for each indicator.
    """
    indicators = context.theory.indicators
    is_english = context.theory.language[:2].casefold() == "en"
    similarity = context.number("TOC304", "similarity") if is_english else _EQUAL
    known: dict[_Block, list[_Name]] = {}
    further: dict[_Block, list[_Name]] = {}
    for key, indicator in indicators.items() if len(indicators) > 1 else ():
        found, who = False, frozenset(indicator.who)
        for text, path in _names(indicator):
            words = sorted(_WORD.findall(text.casefold()))
            name = _Name(key, text, words, path)
            near = known.setdefault((who, *[word[:_OPENING] for word in words if word not in _SMALL]), [])
            if not near:  # as nearly all are
                near.append(name)
                continue
            equal = further.setdefault((who, *name.compared()), []) if len(near) == _MOST_COMPARED else []
            others = () if found else (one for one in (*near, *equal) if one.owner != key)
            first = next((one for one in others if _are_alike(name, one, similarity)), None)
            if first is not None:
                found = True
                yield _hit(indicator, name, first)
            if len(near) < _MOST_COMPARED:
                near.append(name)
            elif not equal:
                equal.append(name)


def _names(indicator: Indicator) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield the names of an indicator, each with the keys below it under which the name stands."""
    label = indicator.label
    yield label, ()
    for text in label.languages.values():
        yield text, ()
    for number, alias in enumerate(indicator.aliases):
        yield alias, ("aliases", number)


def _are_alike(name: _Name, other: _Name, similarity: float) -> bool:
    ours, theirs = name.compared(), other.compared()
    differing = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    if not ours or not all(one.isalpha() and two.isalpha() for one, two in differing):
        return False
    other_words = [(one, two) for one, two in differing if _similarity(one, two) < similarity]
    if not other_words:
        return True
    has_other_endings = similarity < _EQUAL and all(_is_ending(one, two) for one, two in other_words)
    return has_other_endings and _similarity(" ".join(ours), " ".join(theirs)) >= similarity


def _is_ending(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _similarity(one: str, two: str) -> float:
    return 100 * SequenceMatcher(None, one, two, autojunk=False).ratio()


def _hit(indicator: Indicator, name: _Name, first: _Name) -> Hit:
    ours, theirs = " ".join(name.text.split()), " ".join(first.text.split())
    if ours.casefold() == theirs.casefold():
        how = f'"{ours}" is a name of both'
    else:
        how = f'"{ours}" {"has the words of" if name.compared() == first.compared() else "is almost"} "{theirs}"'
    paths = [("indicators", one.owner, *one.path) for one in (name, first)]
    return Hit(
        "TOC304", name.owner, {**words_of(indicator), "how": how, "other": first.owner}, paths[0], other=paths[1]
    )
