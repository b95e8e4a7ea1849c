"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toc.reports.printable import printable
from toc.validation import SEVERITIES, Finding, Findings, Severity, file_below, page_of

__all__ = ["findings_github"]

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def findings_github(findings: Findings, root: Path, summary: str, pages: str = "") -> str:
    """Return one annotation per finding and then the summary, one line each; files are named from `root`.

    `pages` is where the pages of the rules are, as in `page_of`. The most serious
    come first, since GitHub shows no more than ten of each kind.
    """
    by_weight = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return "\n".join((*(_annotation(finding, root, pages) for finding in by_weight), summary)) + "\n"


def _annotation(finding: Finding, root: Path, pages: str) -> str:
    values = ",".join(f"{name}={_value(value)}" for name, value in _values(finding, root))
    also = f"See also {file_below(root, finding.other.file)}:{finding.other.line}." if finding.other else ""
    words = "\n".join(part for part in (finding.message, also, finding.hint, page_of(finding.code, pages)) if part)
    return f"::{_COMMANDS[finding.severity]} {values}::{_data(words)}"


def _values(finding: Finding, root: Path) -> Iterator[tuple[str, str]]:
    place = finding.place
    if place is not None:
        yield "file", file_below(root, place.file)
        yield "line", str(place.line)
        yield "col", str(place.column)
        yield "endColumn", str(place.column + place.width)
    yield "title", f"{finding.code} {finding.name}"


def _data(text: str) -> str:
    return printable(text, "\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
