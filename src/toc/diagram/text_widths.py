"""How wide words are in Liberation Sans, and which characters it cannot draw."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from toc.diagram.glyph_widths import BOLD, REGULAR

__all__ = ["dotted_width", "missing_glyphs", "missing_scripts", "text_width"]

UNITS_PER_EM = 2048


@cache
def read_widths(table: str) -> dict[str, float]:
    """Widths in ems by character."""
    widths: dict[str, float] = {}
    code = 0
    for token in table.split():
        if token.startswith("@"):
            code = int(token[1:], 16)
            continue
        width, _, count = token.partition("*")
        for _ in range(int(count or 1)):
            widths[chr(code)] = int(width) / UNITS_PER_EM
            code += 1
    return widths


def is_undrawn(character: str) -> bool:
    """Whether a character takes no room of its own: accents, joiners, controls."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}


@lru_cache(maxsize=20_000)
def width_in_ems(text: str, *, bold: bool = False) -> float:
    """The width of `text` in ems; a character that the font lacks counts as 1 em, as East Asian ones do."""
    widths = read_widths(BOLD if bold else REGULAR)
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths[one] if one in widths else float(not is_undrawn(one)) for one in text)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in points of one line of `text` at a font size of `size` points."""
    return width_in_ems(text, bold=bold) * size


def dotted_width(text: str, size: float, *, bold: bool = False) -> int:
    """The width in dots of one line at a font size of `size` dots, each letter a whole number of dots wide.

    A letter that the font lacks counts as nothing.
    """
    dots = dots_of_letters(size, bold=bold)
    return sum(dots.get(one, 0) for one in text)


@lru_cache(maxsize=200)
def dots_of_letters(size: float, *, bold: bool) -> dict[str, int]:
    """How many whole dots wide each letter is at a font size of `size` dots."""
    return {one: round(width * size) for one, width in read_widths(BOLD if bold else REGULAR).items()}


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of `text` that Liberation Sans cannot draw, each once, in order of code point."""
    widths = read_widths(REGULAR)
    return tuple(sorted({one for one in text if one not in widths and not is_undrawn(one)}))


def missing_scripts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scripts whose letters Liberation Sans cannot draw, by their names in Unicode, and what else it cannot.

    Chinese characters are called "Han". Both are in the order of code points, each once.
    """
    missing = missing_glyphs(text)
    letters = [one for one in missing if unicodedata.category(one)[0] == "L"]
    names = (unicodedata.name(one, "Other").partition(" ")[0].title() for one in letters)
    scripts = tuple(dict.fromkeys("Han" if name == "Cjk" else name for name in names))
    return scripts, tuple(one for one in missing if one not in letters)
