"""Why a text is not YAML, in words for people who write no programs."""

from __future__ import annotations

import re

from toc.errors import Fault
from toc.places import Place

__all__ = ["syntax_fault"]

_PLAIN_WORDS = {
    "mapping values are not allowed in this context": "this colon makes a second key where none can be",
    "found unexpected end of stream": "the quote that begins here is not closed",
    "could not find expected ':'": "there is a line here without a colon",
    "did not find expected key": "this line does not go on from the ones above",
    "found character that cannot start any token": "this sign cannot begin a text",
}
"""What libyaml says, in our words."""


def syntax_fault(error: Exception, text: str, file: str) -> Fault:
    """Return what the reader of YAML complains of, at its place; a tab before the words of a line is named."""
    problem = getattr(error, "problem", None) or "it cannot be read"
    mark = getattr(error, "problem_mark", None)
    if mark is None or problem == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    if _is_indenting_tab(text, place):
        message = "this is not YAML: this line is indented with a tab, where YAML wants spaces."
        hint = "Replace the tab at the start of the line by spaces (two for each step)."
        return Fault("yaml-syntax", message, place, hint)
    hint = "Check the indentation and the colons here; put text with `: ` or `#` in it into quotes."
    return Fault("yaml-syntax", f"this is not YAML: {_PLAIN_WORDS.get(problem, problem)}.", place, hint)


def _is_indenting_tab(text: str, place: Place) -> bool:
    lines = re.split("\r\n|\r|\n", text)
    before = lines[place.line - 1][: place.column] if place.line <= len(lines) else ""
    return before.endswith("\t") and before.isspace()
