"""`Statement`: the words of a label, and what kind of word each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toc.validation.wording.word_lists import word_list

__all__ = ["JOINS", "PREPOSITIONS", "Statement", "bases", "is_listed", "statement_of"]

_WORD = re.compile(r"\b\w&\w\b|\d[\d.,]*%?|[^\W\d_]+(?:['-][^\W\d_]+)*'?|[&/,;:]")
_LONGEST_PHRASE = 4
_SHORT = 3

JOINS = frozenset(("and", "or", "&", "/", ",", ";", "plus"))
PREPOSITIONS = frozenset(
    (
        *("about", "across", "after", "against", "among", "as", "at", "before", "between", "by", "during", "for"),
        *("from", "in", "into", "of", "on", "outside", "over", "per", "than", "through", "to", "towards", "under"),
        *("upon", "via", "with", "within", "without"),
    )
)
_DETERMINERS = frozenset(("a", "an", "the", "this", "these", "those", "no", "any", "some", "such", "and", "or"))
_OF_RELATIVES = frozenset(("that", "who", "which"))
_ALWAYS_VERBS = frozenset(("is", "are", "was", "were", "has", "have", "be", "been"))
_ANYBODY = frozenset(("anybody", "anyone", "everybody", "everyone", "nobody", "no-one", "somebody", "someone"))
_PLURALS = frozenset(("children", "men", "people", "women"))
_BODIES = frozenset(("police", "public", "staff", "youth"))
"""Plurals that also stand before what they are the people of: "staff turnover"."""

_BETWEEN = frozenset(("also", "always", "both", "never", "now", "often", "seldom", "soon", "still", "then"))
_LONGEST_SUBJECT = 4


class Statement(NamedTuple):
    """A label in English as its words in small letters; joining signs are words of their own.

    `names` are the words that begin with a capital inside a label whose other words do not.
    """

    words: tuple[str, ...]
    names: frozenset[str] = frozenset()

    def phrase_at(self, at: int, listed: frozenset[str]) -> str:
        """Return the longest phrase of a list that begins at a word, or ""."""
        if at >= len(self.words) or self.words[at] not in _first_words(listed):
            return ""
        for count in range(min(_LONGEST_PHRASE, len(self.words) - at), 0, -1):
            phrase = " ".join(self.words[at : at + count])
            if phrase in listed:
                return phrase
        return ""

    def is_person(self, at: int, also: frozenset[str] = frozenset()) -> bool:
        """Say whether a word means people or a body."""
        word = self.words[at]
        return _means_people(word) or (bool(also) and not also.isdisjoint(bases(word)))

    def verb(self) -> int:
        """Return the position of the first verb that says what somebody or something does or is, or -1."""
        return next((at for at in range(len(self.words)) if self._is_verb(at)), -1)

    def plain_verb(self, start: int) -> int:
        """Return the position, from `start` on, of the first verb that cannot be a noun, or -1.

        A word such as "rise" counts after a word in the plural: "scores rise".
        """
        for at in range(max(1, start), len(self.words)):
            is_free = not is_listed(self.words[at], "noun_verbs") or self._follows_plural(at)
            if is_free and self.words[at] not in word_list("done_words") and self._is_verb(at, anyhow=True):
                return at
        return -1

    def _is_verb(self, at: int, *, anyhow: bool = False) -> bool:
        word, before = self.words[at], self.words[at - 1] if at else ""
        if not is_listed(word, "verbs"):
            return False
        if before == "to" or before in _DETERMINERS or before in PREPOSITIONS:
            return False
        if before in _OF_RELATIVES:
            return at >= 2 and self.is_person(at - 2)
        return anyhow or word in _ALWAYS_VERBS or not self._is_noun(at)

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may be a verb or a noun is a noun here: no one stands before who does it."""
        if not is_listed(self.words[at], "noun_verbs"):
            return False
        if at == 0 or self.words[at - 1].endswith("'"):
            return True
        return not self.is_person(at - 1) and not self._follows_plural(at)

    def _follows_plural(self, at: int) -> bool:
        """Whether a word says what several things do: "scores rise", "results reach people"."""
        before, word = self.words[at - 1], self.words[at]
        if not before.endswith("s") or before.endswith("ss") or word.endswith("s"):
            return False
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return is_listed(word, "change_words") or (
            bool(after) and after not in PREPOSITIONS and after not in JOINS
        )

    def says_what_people_do(self) -> bool:
        """Say whether a label begins with people and goes on with a word in the place of a verb.

        The word need not be listed: "Farmers mulch", "Landlords insulate homes", "Nobody sleeps rough".
        """
        words = self.words
        for head in range(min(_LONGEST_SUBJECT, len(words) - 1)):
            if words[head] in PREPOSITIONS or words[head] in JOINS:
                return False
            at = head + 1
            while at < len(words) - 1 and (words[at] in _BETWEEN or words[at].endswith("ly")):
                at += 1
            if words[head] in _ANYBODY:
                return True
            if self.is_plural(head) and self.is_person(head) and self._may_be_done(head, at):
                return True
        return False

    def is_plural(self, at: int) -> bool:
        """Say whether a word is a plural by its form, or one of the few that have none."""
        word = self.words[at]
        return (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS or word in _BODIES

    def _may_be_done(self, head: int, at: int) -> bool:
        """Whether a word after people may be what they do, by its form and by what follows."""
        word, after = self.words[at], self.words[at + 1] if at + 1 < len(self.words) else ""
        is_other = word in PREPOSITIONS or word in JOINS or word in _DETERMINERS or word in _OF_RELATIVES
        if (
            is_other
            or word.endswith(("s", "ing", "ed", "'"))
            or is_listed(word, "work_nouns")
            or self.is_person(at)
        ):
            return False
        if self.words[head] not in _BODIES:
            return not (is_listed(word, "states") or is_listed(word, "done_words"))
        is_free = not is_listed(word, "noun_verbs") or (bool(after) and after not in PREPOSITIONS)
        return is_free and (is_listed(word, "verbs") or is_listed(word, "work_verbs"))

    def positions(self, listed: frozenset[str]) -> Iterator[int]:
        """Yield where the words of a list stand."""
        return (at for at, word in enumerate(self.words) if word in listed)


def statement_of(text: str) -> Statement:
    """Return the words of a label."""
    written = _WORD.findall(text.replace("’", "'"))
    is_title = not any(len(word) > _SHORT and word[0].islower() for word in written)
    names = () if is_title else (word.lower() for word in written[1:] if word[0].isupper() and word[1:].islower())
    return Statement(tuple(word.lower() for word in written), frozenset(names))


@lru_cache(maxsize=64)
def _first_words(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in listed)


@lru_cache(maxsize=20_000)
def is_listed(word: str, name: str) -> bool:
    """Say whether a word, or what it is a form of, is in a list of words."""
    listed = word_list(name)
    return word in listed or not listed.isdisjoint(bases(word))


def _means_people(word: str) -> bool:
    if is_listed(word, "people"):
        return True
    return "-" in word and any(is_listed(part, "people") for part in word.split("-") if part)


@lru_cache(maxsize=20_000)
def bases(word: str) -> tuple[str, ...]:
    """Return a word, and what it may be the plural, the possessive or the third person of."""
    plain = word.removesuffix("'").removesuffix("'s")
    if not plain.endswith("s") or plain.endswith("ss") or len(plain) < 4:
        return (plain,)
    if plain.endswith("ies"):
        return (plain, f"{plain[:-3]}y", plain[:-1])
    if plain.endswith("es"):
        return (plain, plain[:-1], plain[:-2])
    return (plain, plain[:-1])
