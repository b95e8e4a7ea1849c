"""The stretch of a text that goes when an entry of a mapping or an item of a list is taken out."""

from __future__ import annotations

import re

from toc.loading.written_part import Held, WrittenPart

__all__ = ["Cut", "cut_of"]

Cut = tuple[int, int]
"""The first letter that goes, and the first behind it that stays."""

_LINE_END = re.compile("\r\n?|\n")
_REST_OF_LINE = re.compile("[^\r\n]*(?:\r\n?|\n)?")
_NO_MORE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")
"""What may stand behind the last word of a line: blanks and a comment."""
_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")
_BLANKS = re.compile(r"[ \t]*")


def cut_of(text: str, held: Held, holder: WrittenPart) -> Cut | None:
    """Return what goes with one of several entries or items of `holder`; None where that cannot be told.

    In lines of its own it goes with its lines, comments on them included; comments between others stay.
    """
    return _in_brackets(text, held, holder) if holder.is_flow else _in_lines(text, held, holder)


def _in_lines(text: str, held: Held, holder: WrittenPart) -> Cut | None:
    begin = _begin(text, held)
    if begin is None:
        return None
    line = _line_start(text, begin)
    if not text[line:begin].strip():
        return _whole_lines(text, line, held.end)
    # The first one stands behind the dash of an item: the next one takes its place.
    number = holder.held.index(held)
    after = _begin(text, holder.held[number + 1]) if number == 0 and len(holder.held) > 1 else None
    return None if after is None or "#" in text[held.end : after] else (begin, after)


def _begin(text: str, held: Held) -> int | None:
    """Return where the key stands, or the dash of an item."""
    if held.key is not None:
        return held.start
    dash = text.rfind("-", 0, held.start)
    return None if dash < 0 or text[dash + 1 : held.start].strip() else dash


def _line_start(text: str, address: int) -> int:
    return max(text.rfind("\n", 0, address), text.rfind("\r", 0, address)) + 1


def _whole_lines(text: str, line: int, end: int) -> Cut:
    behind = _end(_REST_OF_LINE, text, end)
    if behind == len(text) and text[-1:] not in ("\n", "\r"):
        # A text without a last line end keeps none.
        breaks = [found for found in _LINE_END.finditer(text, max(line - 2, 0), line) if found.end() == line]
        return (breaks[0].start() if breaks else line), behind
    return line, behind


def _in_brackets(text: str, held: Held, holder: WrittenPart) -> Cut | None:
    comma = _COMMA.match(text, held.end)
    end = comma.end() if comma else held.end
    line = _line_start(text, held.start)
    if not text[line : held.start].strip() and _NO_MORE.match(text, end):
        return line, _end(_REST_OF_LINE, text, end)
    if comma:
        return _with_comma(text, held.start, end)
    number = holder.held.index(held)
    before = _COMMA.match(text, holder.held[number - 1].end) if number else None
    if before is None:
        return None
    return (held.start if "#" in text[before.end() : held.start] else before.end() - 1), end


def _with_comma(text: str, begin: int, end: int) -> Cut:
    behind = _end(_BLANKS, text, end)
    if text[behind : behind + 1] in ("\n", "\r"):
        begin = len(text[:begin].rstrip(" \t"))
    return begin, behind


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
