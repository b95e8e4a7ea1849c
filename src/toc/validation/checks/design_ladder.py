"""`DesignLadder`: how far the design of a study lets it show that one thing brings about another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

__all__ = ["DesignLadder"]

_APART = re.compile(r"[\s\-–—_/]+")


class DesignLadder(NamedTuple):
    """The words of each step, from 1 up (0: a design that is not rated), and the pattern that finds them all."""

    steps: Mapping[str, int]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, words_of_step: Callable[[int], tuple[str, ...]], highest: int) -> DesignLadder:
        """Make the ladder from the words of each step, 0 to `highest`."""
        steps = {_spaced(word): step for step in range(highest + 1) for word in words_of_step(step)}
        # Longer words first, so that "non-randomised" and "no control group" are not read as their ends.
        words = sorted((word for word in steps if word), key=len, reverse=True)
        return cls(steps, re.compile(rf"\b({'|'.join(map(re.escape, words)) or '(?!)'})"))

    def step(self, design: str) -> int | None:
        """Return the highest step that the words of a design name; None where none is named or it is not rated."""
        named = {self.steps[word] for word in self.pattern.findall(_spaced(design))}
        return None if 0 in named or not named else max(named)


def _spaced(words: str) -> str:
    return " ".join(_APART.sub(" ", words.casefold()).split())
