"""Why a text is not YAML, in words for people who write no programs."""

from __future__ import annotations

import re

from toc.errors import Fault
from toc.loading.slip import Slip
from toc.loading.written_slip import written_slip
from toc.places import Place

__all__ = ["syntax_fault"]

_PLAIN_WORDS = {
    "mapping values are not allowed in this context": "this colon makes a second key where none can be",
    "found unexpected end of stream": "the quote that begins here is not closed",
    "could not find expected ':'": "there is a line here without a colon",
    "did not find expected key": "this line does not go on from the ones above",
    "found character that cannot start any token": "this sign cannot begin a text",
    "mapping keys are not allowed in this context": "this sign cannot begin a text",
    "did not find expected alphabetic or numeric character": "the name of an anchor (`&` or `*`) ends here",
    "did not find expected comment or line break": "`|` or `>` wants its text on the lines below",
    "did not find expected hexdecimal number": "a backslash inside double quotes begins a sign of its own",
    "found unknown escape character": "a backslash inside double quotes begins a sign of its own",
}
"""What libyaml says, in our words."""

_IN_QUOTES = "Put the text into quotes."
_IN_SINGLE_QUOTES = "Put the text between single quotes ('...'), where a backslash is only a backslash."
_WAYS_OUT = {
    "found character that cannot start any token": _IN_QUOTES,
    "mapping keys are not allowed in this context": _IN_QUOTES,
    "did not find expected alphabetic or numeric character": _IN_QUOTES,
    "did not find expected comment or line break": "Put the text on the line below, further in, or into quotes.",
    "did not find expected hexdecimal number": _IN_SINGLE_QUOTES,
    "found unknown escape character": _IN_SINGLE_QUOTES,
}
_OTHERWISE = "Check the indentation and the colons here; put text with `: ` or `#` in it into quotes."

_LINE_END = re.compile("\r\n|\r|\n")
_MERGE = re.compile("^<{7} ", re.MULTILINE)
"""What git writes into a file that it cannot merge: at the start of a line, where no text of a model stands."""


def syntax_fault(error: Exception, text: str, file: str) -> Fault:
    """Return what the reader of YAML complains of, at its place.

    A tab before the words of a line, and the marks of a merge, are named.
    """
    problem = getattr(error, "problem", None) or "it cannot be read"
    mark = getattr(error, "problem_mark", None)
    if mark is None or problem == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    merge = _MERGE.search(text)
    if merge:
        message = "this is not YAML: a merge of two versions begins here and was not finished."
        hint = "Keep what is right of both, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`."
        return Fault("yaml-syntax", message, Place(file, text.count("\n", 0, merge.start()) + 1, 1, 7), hint)
    if _is_indenting_tab(text, place):
        message = "this is not YAML: this line is indented with a tab, where YAML wants spaces."
        hint = "Replace the tab at the start of the line by spaces (two for each step)."
        return Fault("yaml-syntax", message, place, hint)
    slip = _slip(error, text, place, problem)
    if slip is not None:
        where = Place(file, slip.line + 1, slip.column + 1, slip.width)
        return Fault("yaml-syntax", f"this is not YAML: {slip.message}.", where, slip.hint)
    message = f"this is not YAML: {_PLAIN_WORDS.get(problem, problem)}."
    return Fault("yaml-syntax", message, place, _WAYS_OUT.get(problem, _OTHERWISE))


def _slip(error: Exception, text: str, place: Place, problem: str) -> Slip | None:
    opened = getattr(error, "context_mark", None)
    begun = (opened.line, opened.column) if opened else None
    return written_slip(_LINE_END.split(text), (place.line - 1, place.column - 1), problem, begun)


def _is_indenting_tab(text: str, place: Place) -> bool:
    lines = _LINE_END.split(text)
    before = lines[place.line - 1][: place.column] if place.line <= len(lines) else ""
    return before.endswith("\t") and before.isspace()
