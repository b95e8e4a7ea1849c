"""Scales whose numbers nobody has put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.validation.checks.english import english_of
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["scales_without_words"]


def scales_without_words(context: Context) -> Iterator[Hit]:
    """TOC306: scales that an indicator uses and too few of whose points have words, once per scale.

    A long scale, such as 0 to 100, is a sum of answers and not asked; neither is one of a count, whose English
    label, or those of all indicators that use it, begin with a word for what is counted. Of a short one with
    fewer points than are wanted, each must have its words.
    """
    theory = context.theory
    wanted, longest = context.number("TOC306", "named"), context.number("TOC306", "longest")
    waiting = {
        name: scale
        for name, scale in theory.scales.items()
        if (points := scale.highest - scale.lowest + 1) <= longest and len(scale.points) < min(wanted, points)
    }
    used: dict[str, list[str]] = {}
    for indicator in theory.indicators.values() if waiting else ():
        if indicator.scale in waiting:
            used.setdefault(indicator.scale, []).append(english_of(indicator.label, theory.language))
    counts = "|".join(map(re.escape, context.settings.words("TOC306", "counts"))) or "(?!)"
    is_count = re.compile(rf"(?:the )?(?:{counts})\b", re.IGNORECASE).match
    for name, labels in used.items():
        scale = waiting[name]
        if not (
            (scale.label and is_count(english_of(scale.label, theory.language))) or all(map(is_count, labels))
        ):
            ends = {"lowest": scale.lowest, "highest": scale.highest}
            words = {"id": name, **ends, "named": _named(len(scale.points))}
            yield Hit("TOC306", name, words, path=("scales", name))


def _named(count: int) -> str:
    return f"for {count} of its points only" if count else "for none of its points"
