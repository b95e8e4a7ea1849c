"""What is wrong with the colours of a theme, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from toc.diagram.colour_vision import EYES, contrast, difference, lightness
from toc.diagram.theme import Colours, Theme

__all__ = ["LEAST_CONTRAST", "LEAST_DIFFERENCE", "LEAST_GREY", "theme_faults"]

LEAST_CONTRAST = 4.5
"""WCAG 2.2, criterion 1.4.3, for words; borders and arrows are held to the same."""
LEAST_DIFFERENCE = 15.0
"""Between two strands, as all kinds of eyes see them (CIE 1976): six times what can just be noticed."""
LEAST_GREY = 5.0
"""Between two strands on a grey printer, in steps of lightness from 0 to 100."""


def theme_faults(theme: Theme, least: float = LEAST_CONTRAST) -> tuple[str, ...]:
    """Return one sentence for every two colours that are too near to each other; () where all is well.

    Words and lines need a contrast of `least` with what is behind them. Two strands are told apart where their
    borders differ enough, or the fills of their boxes do: for all kinds of eyes, and in grey.
    """
    return (*_weak(theme, least), *_alike(theme))


def _tones(theme: Theme) -> dict[str, Colours]:
    strands = {f"strand {number}": colours for number, colours in enumerate(theme.strands, start=1)}
    return {**strands, "what is shared": theme.shared}


def _weak(theme: Theme, least: float) -> Iterator[str]:
    pairs = [("The heading", theme.header, "its white words", theme.paper)]
    for name, colours in _tones(theme).items():
        border = f"The border of {name}"
        grounds = (("white", theme.paper), ("its lane", colours.lane))
        pairs.append((border, colours.border, *min(grounds, key=lambda one: contrast(colours.border, one[1]))))
        pairs.append((f"The fill of {name}", colours.fill, "the words on it", theme.ink))
    for what, one, ground, other in pairs:
        ratio = contrast(one, other)
        if ratio < least:
            found = f"a contrast of {_below(ratio, least)}:1 with {ground}"
            yield f"{what}, {one}, has {found}; {least:g}:1 is the least."


def _below(ratio: float, least: float) -> str:
    """Write a number that is below a limit so that it does not look as if it reached it."""
    return f"{ratio:.1f}" if round(ratio, 1) < least else f"{ratio:.2f}"


def _alike(theme: Theme) -> Iterator[str]:
    for (one, first), (other, second) in combinations(_tones(theme).items(), 2):
        apart = {eyes: _apart(first, second, eyes) for eyes in EYES}
        if min(apart.values()) < LEAST_DIFFERENCE:
            near = [eyes for eyes, distance in apart.items() if distance < LEAST_DIFFERENCE]
            who = "everybody" if "all colours" in near else f"people with {' and '.join(near)}"
            yield (
                f"{one.capitalize()} and {other} look alike to {who}: "
                f"they are {min(apart.values()):.0f} apart, and {LEAST_DIFFERENCE:g} is the least."
            )
        grey = _apart_in_grey(first, second)
        if grey < LEAST_GREY:
            yield (
                f"{one.capitalize()} and {other} look alike in grey: they are {grey:.1f} apart, and "
                f"{LEAST_GREY:g} is the least."
            )


def _apart(one: Colours, other: Colours, eyes: str) -> float:
    return max(difference(one.border, other.border, eyes), difference(one.fill, other.fill, eyes))


def _apart_in_grey(one: Colours, other: Colours) -> float:
    pairs = ((one.border, other.border), (one.fill, other.fill))
    return max(abs(lightness(first) - lightness(second)) for first, second in pairs)
