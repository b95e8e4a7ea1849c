"""Lines of a plain text table: words on the left, figures in columns on the right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

__all__ = ["Cells", "laid_out", "wrapped"]

_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Cells:
    """The headings of the columns of figures; a column is as wide as its widest cell."""

    headings: tuple[str, ...]


def laid_out(
    title: str, cells: Cells, rows: Iterable[tuple[str, str | Sequence[str]]], width: int
) -> Iterator[str]:
    """Yield a table: a label and either a cell per column or one text across all of them.

    Labels and texts are wrapped, so that no line is wider than `width` as long as the figures leave room.
    """
    listed = [(_clean(label), row) for label, row in rows]
    figures = [row for _, row in listed if not isinstance(row, str)]
    widths = [max(map(columns_of, column)) for column in zip(cells.headings, *figures, strict=True)]
    right = sum(widths) + 2 * len(widths) if figures else width * 3 // 5
    left = max(_NARROWEST, width - right)
    heads = cells.headings if figures else ()
    yield _joined(title, left, _figures(heads, widths))
    for label, row in listed:
        across = (
            [_figures(row, widths)] if not isinstance(row, str) else list(wrapped(row, width - left - 2, "  "))
        )
        words = list(wrapped(label, left - 1, "  "))
        for part, other in zip_longest(words, across, fillvalue=""):
            yield _joined(part, left, other)


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """Yield a text in lines of at most `width` columns, all but the first one indented."""
    line = ""
    for word in _clean(text).split():
        for piece in _pieces(word, width - len(indent)):
            longer = f"{line} {piece}" if line.strip() else line + piece
            if line.strip() and columns_of(longer) > width:
                yield line
                line = indent + piece
            else:
                line = longer
    yield line


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes: none for a combining mark, two for a wide letter."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for part in re.findall(r"[^/-]+[/-]*|[/-]+", word):
        if piece and columns_of(piece + part) > width:
            yield piece
            piece = ""
        for letter in part:
            if columns_of(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
    yield piece


def _figures(row: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(
        "  " + " " * (width - columns_of(cell)) + cell for cell, width in zip(row, widths, strict=bool(row))
    )


def _joined(label: str, left: int, right: str) -> str:
    return label + " " * (left - columns_of(label)) + right


def _clean(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
