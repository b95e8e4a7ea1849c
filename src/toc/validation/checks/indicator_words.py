"""Indicators whose English words name a method, or two things at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toc.validation.checks.english import english_of
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["indicators_of_two_things", "methods_as_indicators"]

_WORD = re.compile(r"[\w'’%-]+")
_SHORT = 3
_JOINT = re.compile(r"\s*(?:\band\s*/\s*or\b|/|&|\band\b|\bor\b)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
_TURNS = re.compile(
    r"(?<![\w-])(?:about|after|among|at|before|by|during|every|for|from|in|into|of|on|per|to|with|within)(?![\w-])"
    r"|[,:;(–—]",
    re.IGNORECASE,
)
"""Where what follows only says more of the thing that a label begins with."""

_GOES_ON = frozenset(
    ("above", "below", "better", "extremely", "fewer", "higher", "highly", "less", "lower", "more", "not")
) | frozenset(("older", "over", "strongly", "under", "very", "worse", "younger"))
"""Words after which the second half says how far the first goes: "confident or very confident", "16 or over"."""


def methods_as_indicators(context: Context) -> Iterator[Hit]:
    """TOC309: indicators whose English label is the name of a way to collect data.

    The thing that a label is about ends at the first preposition or comma: "Interviews with staff" is about
    interviews, "Number of interviews held" about a number. One that has a unit of its own is not asked.
    """
    theory = context.theory
    methods = {_one(word) for word in context.settings.words("TOC309", "methods")}
    for key, indicator in theory.indicators.items():
        words = _WORD.findall(_TURNS.split(english_of(indicator.label, theory.language), maxsplit=1)[0].casefold())
        method = next((" ".join(words[-size:]) for size in (1, 2) if _one(" ".join(words[-size:])) in methods), "")
        if method:
            yield Hit("TOC309", key, {**words_of(indicator), "method": method})


def _one(words: str) -> str:
    """Return words without the ending of the plural."""
    return words.removesuffix("s")


def indicators_of_two_things(context: Context) -> Iterator[Hit]:
    """TOC311: indicators whose English label joins two things by "and", "or", "&" or "/".

    People, numbers, names, two words for the change of one thing, "between ... and ..." and what stands in
    brackets may be joined, and so may the pairs of the option, which are one thing in two words.
    """
    theory = context.theory
    allowed: _Allowed | None = None
    for key, indicator in theory.indicators.items():
        label = _ASIDE.sub(" ", english_of(indicator.label, theory.language))
        if not _JOINT.search(label):
            continue
        allowed = allowed or _allowed(context)
        joint = next((joint for joint in _JOINT.finditer(label) if _joins_two_things(label, joint, allowed)), None)
        if joint is not None:
            yield Hit("TOC311", key, {**words_of(indicator), "joined": _around(label, joint)})


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What may be joined: words for people, words for change, and whole pairs ("health and safety")."""

    people: frozenset[str]
    changes: frozenset[str]
    pairs: tuple[str, ...]


def _allowed(context: Context) -> _Allowed:
    """Return what the options allow; the names of the model's populations are words for people too."""
    theory, words = context.theory, context.settings.words
    named = (english_of(population.label, theory.language) for population in theory.populations.values())
    people = (word for name in named for word in _WORD.findall(name.casefold()) if len(word) > _SHORT)
    return _Allowed(
        frozenset(map(_one, (*words("TOC311", "people"), *people))),
        frozenset(words("TOC311", "changes")),
        tuple(f" {' '.join(_WORD.findall(pair.casefold()))} " for pair in words("TOC311", "pairs")),
    )


def _joins_two_things(label: str, joint: re.Match[str], allowed: _Allowed) -> bool:
    before, after = _WORD.findall(label[: joint.start()]), _WORD.findall(label[joint.end() :])
    if not before or not after or _are_names(before, after):
        return False
    before, after = [word.casefold() for word in before], [word.casefold() for word in after]
    return not (
        _say_how_far(before, after)
        or {before[-1], after[0]} <= allowed.changes
        or _are_people(before, after, allowed.people)
        or any(pair in f" {' '.join(before[-3:])} and {' '.join(after[:3])} " for pair in allowed.pairs)
    )


def _say_how_far(before: list[str], after: list[str]) -> bool:
    """Say whether both are numbers, ends of a span or degrees of one thing."""
    has_number = any(sign.isdigit() for sign in before[-1] + after[0])
    return has_number or "between" in before or after[0] in _GOES_ON or before[-1] == after[0]


def _are_people(before: list[str], after: list[str], people: frozenset[str]) -> bool:
    left, right = before[-1].rpartition("-")[2], [word.partition("-")[0] for word in after[:2]]
    return _one(left) in people and any(_one(word) in people for word in right)


def _are_names(before: list[str], after: list[str]) -> bool:
    """Say whether both words are names: they begin with a capital in a label whose other words do not."""
    others = [word for word in (*before[1:-1], *after[1:]) if len(word) > _SHORT]
    is_title = not any(word[0].islower() for word in others)
    return not is_title and len(before) > 1 and before[-1][0].isupper() and after[0][0].isupper()


def _around(label: str, joint: re.Match[str]) -> str:
    """Return the two words before a joint and after it."""
    before, after = list(_WORD.finditer(label[: joint.start()]))[-2:], list(_WORD.finditer(label, joint.end()))[:2]
    return " ".join(label[before[0].start() : after[-1].end()].split())
