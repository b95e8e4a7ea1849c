"""Indicators whose English words name a method, or two things at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.several import several_outcomes
from toc.validation.wording.statement import statement_of

__all__ = ["indicators_of_two_things", "methods_as_indicators"]

_WORD = re.compile(r"[\w'’-]+")
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
    (
        *("above", "below", "better", "extremely", "fewer", "higher", "highly", "less", "lower", "more", "not"),
        *("older", "over", "strongly", "under", "very", "worse", "younger"),
    )
)
"""Words after which the second half says how far the first goes: "confident or very confident", "16 or over"."""


_INSTRUMENTS = frozenset(
    (
        *(
            "Checklist",
            "Index",
            "Interview",
            "Inventory",
            "Measure",
            "Profile",
            "Questionnaire",
            "Scale",
            "Schedule",
        ),
        *("Score", "Screener", "Survey", "Test"),
    )
)
"""Words with which the name of an instrument ends, in a label whose words all begin with a capital."""

_SPREADING = frozenset(("across", "at", "between", "during", "from", "on"))
"""Words after which what is joined says where one thing is found: "income from crops and livestock"."""


def methods_as_indicators(context: Context) -> Iterator[Hit]:
    """TOC309: indicators whose English label is the name of a way to collect data.

    The thing that a label is about ends at the first preposition or comma: "Interviews with staff" is about
    interviews, "Number of interviews held" about a number.
    """
    methods = {_one(word) for word in context.settings.words("TOC309", "methods")}
    for indicator, label in context.indicators_in_english:
        words = _WORD.findall(_TURNS.split(label, maxsplit=1)[0].casefold())
        named = (" ".join(words[-size:]) for size in (1, 2))
        method = next((name for name in named if _one(name) in methods), "")
        if method and (indicator.label.languages or context.is_in_english):
            yield Hit("TOC309", indicator.id, {**words_of(indicator), "method": method})


def _one(words: str) -> str:
    """Return words without the ending of the plural."""
    return words.casefold().removesuffix("s")


def indicators_of_two_things(context: Context) -> Iterator[Hit]:
    """TOC311: indicators whose English label joins two things by "and", "or", "&" or "/".

    What is one outcome by TOC203 is one thing here too: people, places, two words for one thing. So are
    numbers, names, degrees, places and times ("between ... and ..."), and what stands in brackets.
    """
    pairs = frozenset(map(str.casefold, context.settings.words("TOC311", "pairs")))
    for indicator, whole in context.indicators_in_english:
        if not _may_join(whole.casefold()):
            continue
        label = _ASIDE.sub(" ", whole)
        joint = _joint_of_two(label, pairs) if several_outcomes(statement_of(label), pairs) else None
        if joint is not None and (indicator.label.languages or context.is_in_english):
            yield Hit("TOC311", indicator.id, {**words_of(indicator), "joined": _around(label, joint)})


def _may_join(folded: str) -> bool:
    """Say at little cost, for it is asked of every label, whether there can be a joint."""
    return " and " in folded or " or " in folded or "/" in folded or "&" in folded


def _joint_of_two(label: str, pairs: frozenset[str]) -> re.Match[str] | None:
    """Return the joint of two things: the first that is one by itself, else the first that may be one."""
    joints = list(_JOINT.finditer(label))
    found = [joint for joint in joints if _joins_things(label, joint)]
    for joint in found if len(joints) > 1 else ():
        before, after = (_JOINT.sub(" ", part) for part in (label[: joint.start()], label[joint.end() :]))
        if several_outcomes(statement_of(f"{before}{joint.group()}{after}"), pairs):
            return joint
    return found[0] if found else None


def _joins_things(label: str, joint: re.Match[str]) -> bool:
    """Say whether there are words on both sides that are no numbers, names or degrees of one thing."""
    before, after = _WORD.findall(label[: joint.start()]), _WORD.findall(label[joint.end() :])
    if not before or not after or _are_names(before, after):
        return False
    left, right = before[-1].casefold(), after[0].casefold()
    return not (
        any(sign.isdigit() for sign in left + right)
        or right in _GOES_ON
        or left == right
        or not _SPREADING.isdisjoint(map(str.casefold, before[:-1]))
    )


def _are_names(before: list[str], after: list[str]) -> bool:
    """Say whether both words are names: they begin with a capital in a label whose other words do not.

    Where all words do, they are half of the name of an instrument if it says that it is one: "Strengths and
    Difficulties Questionnaire".
    """
    if not before[-1][0].isupper() or not after[0][0].isupper():
        return False
    others = [word for word in (*before[1:-1], *after[1:]) if len(word) > _SHORT]
    return any(word[0].islower() for word in others) or any(word in _INSTRUMENTS for word in after[1:])


def _around(label: str, joint: re.Match[str]) -> str:
    """Return the two words before a joint and after it."""
    before, after = list(_WORD.finditer(label[: joint.start()]))[-2:], list(_WORD.finditer(label, joint.end()))[:2]
    return " ".join(label[before[0].start() : after[-1].end()].split())
