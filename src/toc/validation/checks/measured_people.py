"""Shares of which nothing says whose they are, and indicators about others than their outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.model import TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.statement import statement_of

__all__ = ["indicators_of_other_people", "shares_of_nobody"]


def shares_of_nobody(context: Context) -> Iterator[Hit]:
    """TOC310: shares in per cent of which nothing says whose they are; English labels only.

    It is said by the `who` of the indicator, of an outcome that it measures or of the whole of that outcome, and
    in the label or description by "of" after the word for a share or by a word for people.
    """
    theory, shares = context.theory, context.settings.words("TOC310", "shares")
    share, whole = _patterns(shares)
    for indicator, label in context.indicators_in_english:
        folded = label.casefold()
        is_share = indicator.percent or (any(word in folded for word in shares) and share.search(label))
        if not is_share or indicator.who or any(_people_of(theory, one) for one in indicator.measures):
            continue
        told = f"{label}. {indicator.description or ''}"
        if not (whole.search(told) or _names_people(told)) and (
            indicator.label.languages or context.is_in_english
        ):
            yield Hit("TOC310", indicator.id, words_of(indicator))


def _patterns(shares: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word for a share, but not an amount of change ("10% more"), and what says of whom."""
    one_of = "|".join(map(re.escape, shares)) or "(?!)"
    is_share = re.compile(rf"(?<![\d\w])(?<!\d )(?:{one_of})(?!\w)", re.IGNORECASE)
    return is_share, re.compile(rf"(?:{one_of}|share|rate|fraction) of\b", re.IGNORECASE)


def _names_people(text: str) -> bool:
    statement = statement_of(text)
    return any(statement.is_person(at) for at in range(len(statement.words)))


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
