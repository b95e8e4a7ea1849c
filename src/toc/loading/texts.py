"""`Texts`: the texts that a tree was read from, and where in them a word stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from toc.places import Place

__all__ = ["Texts"]

_LINE_END = re.compile("\r\n?|\n")
_PROPERTIES = re.compile(r"(?:(?:&[\w-]*|![^\s,\[\]{}]*)[ \t]*)*")
"""The anchor and the tag in front of a word."""
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[|>].*""", re.DOTALL)
"""A text in quotes, or of several lines."""
_ALIAS = re.compile(r"\*[\w-]+")
_NO_TEXT = re.compile(r"[-+.~\w]*")
"""A number, a truth value or nothing, as it is written."""


class Texts:
    """Texts laid end to end, so that one number, an address, says where in all of them a word begins.

    A model has thousands of words, and few are ever looked at: their lines and columns are found when asked for.
    `addresses` has room for those of the keys and values of all mappings, mapping by mapping.
    """

    __slots__ = ("_files", "_firsts", "_lines", "addresses")

    def __init__(self) -> None:
        self.addresses = array("I")
        self._firsts = [0]
        self._files: list[tuple[str, str]] = []
        self._lines: dict[int, array[int]] = {}

    def add(self, file: str, text: str) -> int:
        """Add the text of a file, and return the address of its first letter."""
        first = self._firsts[-1]
        self._files.append((file, text.removeprefix("\ufeff")))
        self._firsts.append(first + len(text) + 1)
        return first

    def line_at(self, address: int) -> tuple[str, str]:
        """Return what stands in the line of a word before it, and the rest of the line from it on."""
        number = bisect_right(self._firsts, address) - 1
        text, index = self._files[number][1], address - self._firsts[number]
        start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
        end = _LINE_END.search(text, index)
        return text[start:index], text[index : end.start() if end else len(text)]

    def place(self, address: int, said: object) -> Place:
        """Return the place of a word of which `said` is what it says: a key, a value, a list or a mapping."""
        number = bisect_right(self._firsts, address) - 1
        file, text = self._files[number]
        index = address - self._firsts[number]
        lines = self._lines.get(number)
        if lines is None:
            lines = self._lines[number] = array("I", (0, *(found.end() for found in _LINE_END.finditer(text))))
        line = bisect_right(lines, index)
        return Place(file, line, index - lines[line - 1] + 1, _width(text, index, said))


def _width(text: str, start: int, said: object) -> int:
    """Return how many letters of its line a word takes; 1 where it goes on below, and for a list or mapping."""
    end = _end(_ALIAS, text, start)
    if end == start and not isinstance(said, dict | tuple):
        begin = _end(_PROPERTIES, text, start)
        end = _end(_QUOTED, text, begin)
        if end == begin and isinstance(said, str):
            end = begin + len(said) if text.startswith(said, begin) else start
        elif end == begin:
            end = _end(_NO_TEXT, text, begin)
    word = text[start:end].rstrip(" \t")
    return 1 if _LINE_END.search(word) else max(len(word), 1)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
