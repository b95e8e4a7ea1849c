"""Indicators that a worker, or a table of data, cannot tell apart by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from toc.model import Indicator
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["overlapping_indicators"]

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("a", "an", "the"))
_OPENING = 4
"""Two words that do not begin alike, as "employment" and "unemployment", are never taken for each other."""

_MOST_COMPARED = 20
"""Names that begin alike and still differ; each further one is compared with as many only."""

_Block = tuple[frozenset[str] | str, ...]
"""Whom an indicator is about, and how the words of one of its names begin."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A label or an alias of an indicator, the words by which it is compared, and where it stands."""

    owner: str
    text: str
    words: tuple[str, ...]
    path: tuple[str | int, ...]


def overlapping_indicators(context: Context) -> Iterator[Hit]:
    """TOC304: indicators about the same people one of whose names is a name of another one, or almost.

    Names are labels, in all languages, and aliases. Two are almost the same where they have the same words in
    any order, whatever their capitals and marks, and each word is at least as similar as the option says;
    words with a digit, and words of other languages than English, must be equal. Once for each indicator.
    """
    indicators = context.theory.indicators
    if len(indicators) < 2:
        return
    is_english = context.theory.language[:2].casefold() == "en"
    similarity = context.number("TOC304", "similarity") if is_english else 100
    known: dict[_Block, list[_Name]] = {}
    for key, indicator in indicators.items():
        who, own, found = frozenset(indicator.who), list[tuple[_Block, _Name]](), None
        for name in _names(key, indicator):
            block: _Block = (who, *(_opening(word) for word in name.words))
            own.append((block, name))
            first = next((other for other in known.get(block, ()) if _are_alike(name, other, similarity)), None)
            if first is not None and found is None:
                found = Hit("TOC304", key, _words(indicator, name, first), path=name.path, other=first.path)
        if found is not None:
            yield found
        for block, name in own:
            names = known.setdefault(block, [])
            if len(names) < _MOST_COMPARED:
                names.append(name)


def _names(key: str, indicator: Indicator) -> Iterator[_Name]:
    label = indicator.label
    path = ("indicators", key)
    for text in dict.fromkeys((str(label), *label.languages.values())):
        yield _Name(key, text, _compared(text), path)
    for number, alias in enumerate(indicator.aliases):
        yield _Name(key, alias, _compared(alias), (*path, "aliases", number))


def _compared(text: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in _WORD.findall(text.casefold()) if word not in _SMALL))


def _opening(word: str) -> str:
    return word[:_OPENING] if word.isalpha() else word


def _are_alike(name: _Name, other: _Name, similarity: float) -> bool:
    if not name.words:
        return False
    return name.words == other.words or all(
        one == two or 100 * SequenceMatcher(None, one, two, autojunk=False).ratio() >= similarity
        for one, two in zip(name.words, other.words, strict=True)
    )


def _words(indicator: Indicator, name: _Name, first: _Name) -> dict[str, object]:
    ours, theirs = " ".join(name.text.split()), " ".join(first.text.split())
    if ours.casefold() == theirs.casefold():
        how = f'"{ours}" is a name of both'
    else:
        how = f'"{ours}" {"has the words of" if name.words == first.words else "is almost"} "{theirs}"'
    return {**words_of(indicator), "how": how, "other": first.owner}
