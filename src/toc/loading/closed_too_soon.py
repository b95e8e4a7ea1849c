"""The slip of a quote or bracket that closes before the text does: `label: "Weekly" club`."""

from __future__ import annotations

import re

from toc.loading.nearest import shown
from toc.loading.slip import Slip

__all__ = ["closed_too_soon"]

_VALUE = re.compile(r"""\s*(?:- +)*(?:(?P<key>[^\s"'#:,\[\]{}-][^"'#:]*:)[ \t]+)?(?P<text>["'\[{].*?)\s*$""")
_QUOTED_WORD = re.compile(r"""[^"'\s](["'])(?![^\W_])""")
"""A quote behind a word, as it closes one."""


def closed_too_soon(here: str, line: int, column: int) -> Slip | None:
    """Return the quote or bracket of a line (from 0) that closes right before a column where more follows it."""
    before = here[:column].rstrip()
    if not before or before[-1] not in "\"']}" or not before.strip("\"']} \t"):
        return None
    at = len(before) - 1
    rest = here[column:].strip()
    if rest and not rest.strip("]}"):
        return Slip("there is a bracket too many here", "Take it away.", line, column, len(rest))
    name = "quote" if before[-1] in "\"'" else "bracket"
    hint = _way_out(here, name) + (" A list stands between its brackets as a whole." if name == "bracket" else "")
    return Slip(f"the {name} that closes here ends the value, and more follows it", hint, line, at)


def _way_out(here: str, name: str) -> str:
    """Return the whole text of a line in quotes; without an example where that needs signs of its own."""
    hint = "Put the whole text into quotes"
    found = _VALUE.match(here)
    begins_so = found is not None and (found["text"][0] in "[{") == (name == "bracket")
    quoted = _in_quotes(found["text"]) if found and begins_so and " #" not in here else ""
    if not found or not quoted:
        return f"{hint}."
    return f"{hint}: `{found['key']} {quoted}`." if found["key"] else f"{hint}: `{quoted}`."


def _in_quotes(text: str) -> str:
    """Return a text in quotes that do not stand in it, "" where there are none such."""
    inner = text[1:-1]
    if text[0] in "\"'" and text[-1] == text[0] and not _begins_with_quoted_word(inner, text[0]):
        text = inner
    mark = next((mark for mark in ('"', "'") if mark not in text), "")
    return f"{mark}{shown(text)}{mark}" if mark and "\\" not in text else ""


def _begins_with_quoted_word(inner: str, mark: str) -> bool:
    """Say whether the quotes inside a text belong to its first and last words: `Weekly" and "monthly`."""
    first = _QUOTED_WORD.search(inner)
    return inner.count(mark) % 2 == 0 and first is not None and first.end() - 1 == inner.find(mark)
