"""Words in Markdown that stay words: no mark, no link, nobody's name."""

from __future__ import annotations

import re

from toc.reports.printable import printable_line

__all__ = ["markdown_text"]

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$#]")
_STARTS = re.compile(r"^(\d{1,9}(?=[.)](\s|$))|(?=[-+=]([-+=\s]|$)))")
_LINKS = re.compile(r"(?<=www)\.|:(?=//)")
_NAMED = re.compile(r"(?<=[@#])(?=\w)")


def markdown_text(text: str) -> str:
    """Return a text on one line that stays text: no mark of Markdown, no HTML, no link, nobody's name."""
    escaped = _SIGNS.sub(r"\\\g<0>", printable_line(text))
    unlinked = _LINKS.sub(r"\\\g<0>", _STARTS.sub(r"\1\\", escaped))
    return _NAMED.sub("<!-- -->", unlinked)
