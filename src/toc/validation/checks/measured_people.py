"""Shares of which nothing says whose they are, and indicators about others than their outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.model import TheoryOfChange
from toc.validation.checks.english import english_of
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["indicators_of_other_people", "shares_of_nobody"]


def shares_of_nobody(context: Context) -> Iterator[Hit]:
    """TOC310: shares in per cent of which nothing says whose they are.

    It is said by the `who` of the indicator, of an outcome that it measures or of the whole of that outcome, and
    in an English label or description by "of" after the word for a share or by a word for people.
    """
    theory = context.theory
    share, whole = _patterns(
        context.settings.words("TOC310", "shares"), context.settings.words("TOC310", "people")
    )
    for key, indicator in theory.indicators.items():
        if indicator.who or not (indicator.percent or share.search(english_of(indicator.label, theory.language))):
            continue
        told = (indicator.label, indicator.description)
        is_said = any(whole.search(english_of(text, theory.language)) for text in told)
        if not is_said and not any(_people_of(theory, outcome) for outcome in indicator.measures):
            yield Hit("TOC310", key, words_of(indicator))


def _patterns(shares: tuple[str, ...], people: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word for a share, but not an amount of change ("10% more"), and what says of whom."""
    share, person = _one_of(shares), _one_of(people)
    is_share = re.compile(rf"(?<![\d\w])(?<!\d )(?:{share})(?!\w)", re.IGNORECASE)
    return is_share, re.compile(rf"(?:{share}|share|rate|fraction) of\b|\b(?:{person})s?\b", re.IGNORECASE)


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words) or "(?!)"


def indicators_of_other_people(context: Context) -> Iterator[Hit]:
    """TOC314: indicators about none of the populations that their outcome is about, where both are said.

    An outcome that says nothing is about the people of its whole. One finding for each indicator, with the
    first such outcome.
    """
    theory = context.theory
    if not theory.populations:
        return
    for key, indicator in theory.indicators.items():
        who = indicator.who
        for outcome in indicator.measures if who else ():
            people = _people_of(theory, outcome)
            if people and people.isdisjoint(who):
                words = {"other": outcome, "who": ", ".join(who), "people": ", ".join(sorted(people))}
                yield Hit("TOC314", key, {**words_of(indicator), **words})
                break


def _people_of(theory: TheoryOfChange, outcome: str) -> frozenset[str]:
    """Return whom an outcome is about, by itself or by the nearest whole that says so."""
    seen = set[str]()
    name: str | None = outcome
    while name is not None and name in theory.boxes and name not in seen:
        seen.add(name)
        box = theory.boxes[name]
        who = box.who
        if who:
            return frozenset(who)
        name = box.part_of
    return frozenset()
