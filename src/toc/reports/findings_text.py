"""Findings as text for a terminal: where, what, the line itself with a caret, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from textwrap import wrap
from unicodedata import east_asian_width

from toc.files import working_folder
from toc.places import Place
from toc.reports.printable import printable
from toc.validation import Finding, Findings, Severity, page_of

__all__ = ["findings_text"]

_WIDTH = 80
_COLOURS: dict[Severity, str] = {"error": "1;31", "warning": "1;33", "info": "1;36"}
"""Red, yellow and cyan, in bold: readable on dark and on light terminals."""
_QUIET = "2"
_PLURALS = {"error": "errors", "warning": "warnings", "info": "info"}


def findings_text(
    findings: Findings, text_of: Callable[[str], str | None], *, pages: str = "", colour: bool = False
) -> str:
    """Return findings as text, at most 80 columns wide where words allow it, with a summary line at the end.

    `text_of` gives the text of a file by the name that places carry (`theory.origin.text`), or None: then no
    line is shown. Files below the working folder are named from there. How to mend is said once for findings
    of one code that share it. Where the pages of the rules are published (`pages`, as in `page_of`) each finding
    names its own; else the first of each code names the command that explains it. Characters that steer a
    terminal are replaced; `colour` adds our own, which mark how serious a finding is and carry no meaning that is
    not in the words.
    """
    lines_of = cache(lambda file: (text_of(file) or "").split("\n"))
    paint = _painted if colour else _plain
    said: set[tuple[str, str]] = set()
    explained: set[str] = set()
    blocks = []
    for finding in findings:
        block = list(_heading(finding, paint))
        if finding.place is not None:
            block.extend(_marked_line(finding.place, lines_of(finding.place.file), paint(finding.severity)))
        if finding.other is not None:
            block.append(f"  See also {printable(_shown(finding.other))}")
            block.extend(_marked_line(finding.other, lines_of(finding.other.file), paint(finding.severity)))
        if finding.hint and (finding.code, finding.hint) not in said:
            said.add((finding.code, finding.hint))
            block.extend(_folded(f"To mend it: {finding.hint}"))
        if pages or finding.code not in explained:
            explained.add(finding.code)
            more = f"  More: {page_of(finding.code, pages) or f'toc explain {finding.code}'}"
            block.append(f"\x1b[{_QUIET}m{more}\x1b[0m" if colour else more)
        blocks.append("\n".join(block))
    return "\n\n".join((*blocks, _summary(findings))) + "\n"


def _plain(_: Severity) -> Callable[[str], str]:
    return lambda words: words


def _painted(severity: Severity) -> Callable[[str], str]:
    return lambda words: f"\x1b[{_COLOURS[severity]}m{words}\x1b[0m"


def _heading(finding: Finding, paint: Callable[[Severity], Callable[[str], str]]) -> Iterator[str]:
    where = f"{_shown(finding.place)}: " if finding.place else ""
    what = f"{finding.code} {finding.name} ({finding.severity})"
    yield printable(where) + paint(finding.severity)(printable(what))
    yield from _folded(finding.message)


def _shown(place: Place) -> str:
    path, here = Path(place.file), working_folder()
    inside = path.is_absolute() and path.is_relative_to(here)
    return f"{path.relative_to(here) if inside else place.file}:{place.line}:{place.column}"


def _folded(text: str) -> list[str]:
    return wrap(
        printable(text),
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked_line(place: Place, lines: list[str], paint: Callable[[str], str]) -> Iterator[str]:
    if not 1 <= place.line <= len(lines) or not lines[place.line - 1].strip():
        return
    line = printable(lines[place.line - 1].rstrip("\r").replace("\t", " "))
    margin = f"  {place.line} | "
    room = _WIDTH - len(margin)
    start = max(0, place.column - 1 - room // 2) if _columns(line) > room else 0
    column = min(place.column - 1, len(line))
    shown = line[start : start + room]
    carets = max(1, min(place.width, len(shown) - (column - start)))
    yield f"{margin}{shown}"
    yield f"{' ' * (len(margin) - 2)}| {' ' * _columns(line[start:column])}{paint('^' * carets)}"


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _summary(findings: Findings) -> str:
    apart = "".join(f"; {number} {word}" for word, number in findings.apart.items() if number)
    if not findings:
        return f"No findings{apart}."
    counts = (f"{number} {one if number == 1 else _PLURALS[one]}" for one, number in findings.summary.items())
    return ", ".join(counts) + apart
