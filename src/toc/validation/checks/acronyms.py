"""Acronyms that a reader from elsewhere cannot know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain

from toc.model import Entry, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.english import english_words
from toc.validation.wording.statement import bases
from toc.validation.wording.word_lists import all_words, word_list

__all__ = ["unexpanded_acronyms"]

_ACRONYM = re.compile(r"(?<![\w&-])[A-Z][A-Z&]{1,9}(?:-?\d+)?s?(?!\w)")
_SLOGAN = re.compile(r"(?<![\w&-])[A-Z]{2,}(?: [A-Z]{2,})+(?![\w&-])")
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]\n]+")
_FEWEST_PLAIN = 3
"""Letters from which on a row of words in small letters is hardly there by chance."""
_SHORT = 6
"""Letters up to which a word in capitals that is on no list is taken for an acronym, whatever its vowels."""
_STRESSED = frozenset(("both", "new", "only", "very", "yes"))
"""Words that are often written in capitals and stand on no list of words."""
_NUMBER = re.compile(r"-\d+$")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "s", "the", "to", "with"))


def unexpanded_acronyms(context: Context) -> Iterator[Hit]:
    """TOC214: acronyms in labels of boxes, factors and indicators, each where it stands first.

    One is known if it is common, named in the rule's option, or spelt out anywhere in the model's words; words in
    small letters that stand beside it are taken for what it means.
    """
    theory = context.theory
    known = word_list("acronyms") | frozenset(context.settings.words("TOC214", "known"))
    first: dict[str, tuple[Entry, str]] = {}
    for entry, words in _read(context):
        for acronym in _ACRONYM.findall(_SLOGAN.sub(_without_slogan, words)):
            plain = _plain(acronym)
            if known.isdisjoint((acronym, acronym.removesuffix("s"), plain)) and not _reads_as_word(plain):
                first.setdefault(plain, (entry, acronym))
    spelt_out = _spelt_out(theory, frozenset(first)) if first else frozenset()
    spelt_out |= frozenset(_named_beside(theory, first.keys() - spelt_out))
    for plain, (entry, acronym) in first.items():
        if plain not in spelt_out:
            yield Hit("TOC214", entry.id, {**words_of(entry), "found": acronym.removesuffix("s")})


def _plain(acronym: str) -> str:
    return _NUMBER.sub("", acronym.removesuffix("s"))


def _reads_as_word(plain: str) -> bool:
    """Say whether capitals are a word that somebody stressed: a listed one, or a long one with many vowels."""
    word = plain.casefold()
    has_vowels = 4 * sum(letter in "AEIOU" for letter in plain) >= len(plain)
    return (len(plain) > _SHORT and has_vowels) or word in all_words() or word in _STRESSED


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
    """Return the acronyms that a row of words stands for, or that stand beside a bracket with words."""
    waiting, found = set(acronyms), set()
    for text in _texts(theory):
        clauses = [_WORD.findall(clause) for clause in _CLAUSE_END.split(text)]
        names = [row for words in clauses for row in _names(words)]
        plain = " ".join(map(_plain_letters, clauses))
        for acronym in tuple(waiting):
            letters = "".join(_WORD.findall(acronym)).casefold()
            is_plain = len(letters) >= _FEWEST_PLAIN and letters in plain
            if is_plain or any(_is_name(letters, row) for row in names) or _is_beside_bracket(acronym, text):
                waiting.discard(acronym)
                found.add(acronym)
        if not waiting:
            break
    return frozenset(found)


def _names(words: list[str]) -> Iterator[str]:
    """Yield the first letters of the words of a clause that may be part of a name, with small words and without.

    Those in capitals stand as they are; a word that breaks a name off is a blank.
    """
    letters = [word[0] if word[0].isupper() or word in _SMALL else " " for word in words]
    yield "".join(letters)
    yield "".join(letter for letter, word in zip(letters, words, strict=True) if word not in _SMALL)


def _is_name(letters: str, row: str) -> bool:
    """Say whether the letters stand in a row, and at least two of them begin words with a capital."""
    start = row.casefold().find(letters)
    return start >= 0 and sum(map(str.isupper, row[start : start + len(letters)])) >= 2


def _plain_letters(words: list[str]) -> str:
    """Return the first letters of the words of a clause, a blank for those that are hardly part of a name.

    Those are people, verbs and small words: "children and families" is not what CAF stands for.
    """
    lowered = (word.casefold() for word in words)
    return "".join(" " if not _ordinary().isdisjoint(bases(word)) else word[0] for word in lowered)


@cache
def _ordinary() -> frozenset[str]:
    return _SMALL.union(*map(word_list, ("function_words", "people", "verbs")))


def _is_beside_bracket(acronym: str, text: str) -> bool:
    name = re.escape(acronym)
    return bool(re.search(rf"\w \({name}(?:-?\d+)?s?\)|\b{name}(?:-?\d+)?s? \(\w+ \w", text))


def _named_beside(theory: TheoryOfChange, acronyms: Collection[str]) -> Iterator[str]:
    """Yield the acronyms that an entry has words for beside them: "teaching assistants", of a TA."""
    for label, description in _labels_with_descriptions(theory) if acronyms else ():
        text = f"{label}\n{description}"
        for plain in {_plain(found) for found in _ACRONYM.findall(text)}.intersection(acronyms):
            if any(_spells_out(clause, plain) for clause in _CLAUSE_END.split(text)):
                yield plain


def _spells_out(clause: str, acronym: str) -> bool:
    """Say whether words in a row begin with the letters of an acronym.

    Two letters begin words by chance: a clause must begin with these words, and not name the acronym itself.
    """
    letters = "".join(_WORD.findall(acronym)).casefold()
    others = re.sub(rf"(?<!\w){re.escape(acronym)}", "", clause)
    row = _first_letters(others)
    if len(letters) >= _FEWEST_PLAIN:
        return letters in row
    return others == clause and row.startswith(letters)


def _first_letters(clause: str) -> str:
    """Return the first letters of the words of a clause, without the small words."""
    return "".join(word[0] for word in map(str.casefold, _WORD.findall(clause)) if word not in _SMALL)


def _labels_with_descriptions(theory: TheoryOfChange) -> Iterator[tuple[str, str]]:
    """Yield the title, and every label of what has a figure or a table, each with its description."""
    yield theory.title, theory.description or ""
    for entry in chain(theory.boxes.values(), theory.factors.values(), theory.indicators.values()):
        yield entry.label, entry.description or ""


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
