"""Whether two texts say the same, in the languages that both are written in."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from toc.model import Text, TheoryOfChange

__all__ = ["is_reworded", "likeness"]

_LONGEST = 200
"""Letters that are compared; a label is far shorter."""


def is_reworded(before: Text, base: TheoryOfChange, after: Text, site: TheoryOfChange) -> bool:
    """Say whether the words differ in a language of both, whatever their capitals and spaces."""
    return any(one.split() != other.split() for one, other in _pairs(before, base, after, site))


def likeness(before: Text, base: TheoryOfChange, after: Text, site: TheoryOfChange) -> float:
    """Return how alike two labels are, 0 to 100: in the language in which they are least so, 100 without one.

    Words are compared letter by letter in the order of the alphabet; a label that has all words of the other
    and more only says it more exactly, and counts as the same.
    """
    return min((_likeness(one, other) for one, other in _pairs(before, base, after, site)), default=100.0)


def _pairs(before: Text, base: TheoryOfChange, after: Text, site: TheoryOfChange) -> Iterator[tuple[str, str]]:
    old = before.languages or {base.language: str(before)}
    new = after.languages or {site.language: str(after)}
    for language in old.keys() & new.keys():
        yield old[language].casefold(), new[language].casefold()


def _likeness(one: str, other: str) -> float:
    first, second = _words(one), _words(other)
    if first <= second or second <= first:
        return 100.0
    both = SequenceMatcher(None, " ".join(sorted(first)), " ".join(sorted(second)), autojunk=False)
    return 100 * both.ratio()


def _words(text: str) -> frozenset[str]:
    letters = (letter if letter.isalnum() else " " for letter in text[:_LONGEST])
    return frozenset("".join(letters).split())
