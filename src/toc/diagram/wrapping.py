"""Words broken into lines of even length that are no wider than a column."""

from __future__ import annotations

import re
from functools import lru_cache

from toc.diagram.text_widths import width_in_ems

__all__ = ["count_lines", "cuts_a_word", "wrap"]

BREAK_AFTER = re.compile(r"(?<=[/\-–—_])(?=.)")

Piece = tuple[str, str, float, float]
"""A word or a part of one, what joins it to the piece before, and how wide it is without and with that, in ems.

Widths in ems are whole numbers of 1/2048, so that they can be added without any rounding.
"""


@lru_cache(maxsize=20_000)
def wrap(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break `text` into as few lines as fit a `width` given in ems, and make these lines even.

    A word that is too wide for a line of its own is broken after a slash or a dash, else anywhere. Empty text
    gives one empty line.
    """
    pieces, widest = fitting_pieces(text, width, bold=bold)
    starts = fill(pieces, width)
    if len(starts) < 2:
        return ("".join(joint + piece for piece, joint, _, _ in pieces).strip(),)
    low, high = max(width / 2, widest), width
    while high - low > 0.1:
        middle = (low + high) / 2
        narrower = fill(pieces, middle)
        if len(narrower) == len(starts):
            starts, high = narrower, middle
        else:
            low = middle
    lines = [pieces[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return tuple(line[0][0] + "".join(joint + piece for piece, joint, _, _ in line[1:]) for line in lines)


@lru_cache(maxsize=20_000)
def count_lines(text: str, width: float, *, bold: bool = False) -> int:
    """How many lines `wrap` makes of a text."""
    return max(1, len(fill(fitting_pieces(text, width, bold=bold)[0], width)))


@lru_cache(maxsize=20_000)
def cuts_a_word(text: str, width: float, *, bold: bool = False) -> bool:
    """Whether lines of a `width` in ems cut a word of `text` elsewhere than after a slash or a dash."""
    return widest_part(text, bold=bold) > width


@lru_cache(maxsize=20_000)
def widest_part(text: str, *, bold: bool) -> float:
    """The width of the widest part of a word that cannot be broken after a slash or a dash."""
    parts = [part for word in text.split() for part in BREAK_AFTER.split(word)]
    return max([width_in_ems(part, bold=bold) for part in parts], default=0.0)


def fitting_pieces(text: str, width: float, *, bold: bool) -> tuple[list[Piece], float]:
    """The words of a text as pieces, those that are wider than a line broken, and the width of the widest."""
    pieces, widest = split_words(text, bold=bold)
    if widest <= width:
        return pieces, widest
    parts = [part for piece in pieces for part in split_word(piece, width, bold=bold)]
    return parts, max(part[2] for part in parts)


@lru_cache(maxsize=20_000)
def split_words(text: str, *, bold: bool) -> tuple[list[Piece], float]:
    """The words of a text as pieces, and the width of the widest."""
    space = width_in_ems(" ", bold=bold)
    widths = [(word, width_in_ems(word, bold=bold)) for word in text.split()]
    pieces = [(word, " ", width, space + width) for word, width in widths]
    return pieces, max([width for _, width in widths], default=0.0)


def split_word(word: Piece, width: float, *, bold: bool) -> list[Piece]:
    """The pieces of a word that fit a width; the first is joined as the word was, the others without a space."""
    if word[2] <= width:
        return [word]
    chunks = [chunk for part in BREAK_AFTER.split(word[0]) for chunk in cut(part, width, bold=bold)]
    widths = [width_in_ems(chunk, bold=bold) for chunk in chunks]
    first = (chunks[0], word[1], widths[0], word[3] - word[2] + widths[0])
    return [first, *((chunk, "", own, own) for chunk, own in zip(chunks[1:], widths[1:], strict=True))]


def cut(part: str, width: float, *, bold: bool) -> list[str]:
    """Cut letters without a natural break into chunks that fit."""
    chunks = [""]
    for letter in part:
        if chunks[-1] and width_in_ems(chunks[-1] + letter, bold=bold) > width:
            chunks.append("")
        chunks[-1] += letter
    return chunks


def fill(pieces: list[Piece], width: float) -> list[int]:
    """Put pieces on lines, as many on each as fit: the number of the first piece of every line."""
    starts: list[int] = []
    used = 0.0
    for number, (_, _, alone, joined) in enumerate(pieces):
        if starts and used + joined <= width:
            used += joined
        else:
            starts.append(number)
            used = alone
    return starts
