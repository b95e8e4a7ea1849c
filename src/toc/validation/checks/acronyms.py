"""Acronyms that a reader from elsewhere cannot know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from toc.model import Entry, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.english import english_words
from toc.validation.wording.word_lists import all_words, word_list

__all__ = ["unexpanded_acronyms"]

_ACRONYM = re.compile(r"(?<![\w&-])[A-Z][A-Z&]{1,5}(?:-?\d+)?s?(?!\w)")
_SLOGAN = re.compile(r"(?<![\w&-])[A-Z]{2,}(?: [A-Z]{2,})+(?![\w&-])")
_NUMBER = re.compile(r"-\d+$")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "s", "the", "to", "with"))


def unexpanded_acronyms(context: Context) -> Iterator[Hit]:
    """TOC214: acronyms in labels of boxes, factors and indicators, each where it stands first.

    One is known if it is common, named in the rule's option, or spelt out anywhere in the model's words.
    """
    theory = context.theory
    known = word_list("acronyms") | frozenset(context.settings.words("TOC214", "known"))
    first: dict[str, tuple[Entry, str]] = {}
    for entry, words in _read(context):
        for acronym in _ACRONYM.findall(_SLOGAN.sub(_without_slogan, words)):
            plain = _NUMBER.sub("", acronym.removesuffix("s"))
            if known.isdisjoint((acronym, acronym.removesuffix("s"), plain)):
                first.setdefault(plain, (entry, acronym))
    spelt_out = _spelt_out(theory, frozenset(first)) if first else frozenset()
    for plain, (entry, acronym) in first.items():
        if plain not in spelt_out:
            yield Hit("TOC214", entry.id, {**words_of(entry), "found": acronym.removesuffix("s")})


def _without_slogan(row: re.Match[str]) -> str:
    """Return a row of words in capitals as it is, or "" where one is an ordinary word: "READ NOW"."""
    words = set(row.group().split()) - word_list("acronyms")
    return row.group() if all_words().isdisjoint(map(str.casefold, words)) else ""


def _read(context: Context) -> Iterator[tuple[Entry, str]]:
    """Yield what a figure or a table shows, with its English label; labels all in capitals are left out."""
    theory = context.theory
    entries: Iterator[Entry] = chain(theory.boxes.values(), theory.factors.values(), theory.indicators.values())
    in_english, language = context.is_in_english, theory.language
    for entry in entries:
        label = entry.label
        text = english_words(label, language) if in_english or label.languages else ""
        if text and not (text.isupper() and " " in text):
            yield entry, text


def _spelt_out(theory: TheoryOfChange, acronyms: frozenset[str]) -> frozenset[str]:
    """Return the acronyms whose letters begin a row of words, or that stand beside a bracket with words."""
    waiting, found = set(acronyms), set()
    for text in _texts(theory):
        words = [word.casefold() for word in _WORD.findall(text)]
        initials = "".join(word[0] for word in words)
        without_small = "".join(word[0] for word in words if word not in _SMALL)
        for acronym in tuple(waiting):
            letters = "".join(_WORD.findall(acronym)).casefold()
            if letters in initials or letters in without_small or _is_beside_bracket(acronym, text):
                waiting.discard(acronym)
                found.add(acronym)
        if not waiting:
            break
    return frozenset(found)


def _is_beside_bracket(acronym: str, text: str) -> bool:
    name = re.escape(acronym)
    return bool(re.search(rf"\w \({name}(?:-?\d+)?s?\)|\b{name}(?:-?\d+)?s? \(\w+ \w", text))


def _texts(theory: TheoryOfChange) -> Iterator[str]:
    """Yield the title, the description, and the labels and descriptions of everything."""
    yield from (text for text in (theory.title, theory.description) if text)
    yield from (source.title for source in theory.sources.values() if source.title)
    sections = (
        theory.boxes,
        theory.factors,
        theory.indicators,
        theory.populations,
        theory.strands,
        theory.assumptions,
    )
    for entry in chain.from_iterable(section.values() for section in sections):
        yield entry.label
        if entry.description:
            yield entry.description
