"""Words broken into lines of even length that are no wider than a column."""

from __future__ import annotations

import re
from functools import lru_cache

from toc.diagram.text_widths import width_in_ems

__all__ = ["cuts_a_word", "wrap"]

BREAK_AFTER = re.compile(r"(?<=[/\-–—_])(?=.)")


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break `text` into as few lines as fit a `width` given in ems, and make these lines even.

    A word that is too wide for a line of its own is broken after a slash or a dash, else anywhere. Empty text
    gives one empty line.
    """
    pieces = [piece for word in text.split() for piece in split_word(word, width, bold=bold)]
    lines = fill(pieces, width, bold=bold)
    if len(lines) < 2:
        return tuple(lines) or ("",)
    low, high = max([width / 2, *(width_in_ems(piece, bold=bold) for piece, _ in pieces)]), width
    while high - low > 0.1:
        middle = (low + high) / 2
        narrower = fill(pieces, middle, bold=bold)
        if len(narrower) == len(lines):
            lines, high = narrower, middle
        else:
            low = middle
    return tuple(lines)


@lru_cache(maxsize=20_000)
def cuts_a_word(text: str, width: float, *, bold: bool = False) -> bool:
    """Whether lines of a `width` in ems cut a word of `text` elsewhere than after a slash or a dash."""
    parts = [part for word in text.split() for part in BREAK_AFTER.split(word)]
    return any(width_in_ems(part, bold=bold) > width for part in parts)


def split_word(word: str, width: float, *, bold: bool) -> list[tuple[str, str]]:
    """The pieces of a word, each with what joins it to the piece before: a space, or nothing within a word."""
    if width_in_ems(word, bold=bold) <= width:
        return [(word, " ")]
    pieces = [chunk for part in BREAK_AFTER.split(word) for chunk in cut(part, width, bold=bold)]
    return [(piece, "" if place else " ") for place, piece in enumerate(pieces)]


def cut(part: str, width: float, *, bold: bool) -> list[str]:
    """Cut letters without a natural break into chunks that fit."""
    chunks = [""]
    for letter in part:
        if chunks[-1] and width_in_ems(chunks[-1] + letter, bold=bold) > width:
            chunks.append("")
        chunks[-1] += letter
    return chunks


def fill(pieces: list[tuple[str, str]], width: float, *, bold: bool) -> list[str]:
    """Put pieces on lines, as many on each as fit."""
    lines: list[str] = []
    for piece, joint in pieces:
        if lines and width_in_ems(lines[-1] + joint + piece, bold=bold) <= width:
            lines[-1] += joint + piece
        else:
            lines.append(piece)
    return lines
