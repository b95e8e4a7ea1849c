"""Findings as JUnit XML, which most build servers show as tests that failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET  # written only, never read

from toc.reports.printable import printable
from toc.validation import SEVERITIES, Finding, Findings, Severity, file_below, page_of

__all__ = ["findings_junit"]


def findings_junit(
    findings: Findings, files: Sequence[str], root: Path, fail_on: Severity, pages: str = ""
) -> str:
    """Return findings as JUnit XML: a suite for each file and a test for each finding.

    A finding as serious as `fail_on` or more is a failed test, any other one that passed and has its words in
    `system-out`; a file without findings is one test that passed. Files are named from `root`; `pages` is where
    the pages of the rules are, as in `page_of`.
    """
    by_file: dict[str, list[Finding]] = {file_below(root, file): [] for file in files}
    for finding in findings:
        by_file.setdefault(file_below(root, finding.place.file) if finding.place else "", []).append(finding)
    serious = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    suites = ET.Element("testsuites", name="toc validate")
    for file, found in by_file.items():
        suite = ET.SubElement(suites, "testsuite", name=_allowed(file) or "toc validate")
        for finding, name in zip(found, _names(found), strict=True):
            _add_test(suite, file, finding, name, page_of(finding.code, pages), failed=finding.severity in serious)
        if not found:
            ET.SubElement(suite, "testcase", classname=_allowed(file), name="no findings")
        _count(suite)
    _count(suites)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _names(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a name for each finding that no other one has: of several tests of one name many readers keep one."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = " ".join(part for part in (finding.code, finding.name, finding.subject) if part)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _add_test(suite: ET.Element, file: str, finding: Finding, name: str, page: str, *, failed: bool) -> None:
    test = ET.SubElement(suite, "testcase", classname=_allowed(file), name=_allowed(name))
    where = f"{file}:{finding.place.line}:{finding.place.column}: " if finding.place else ""
    words = "\n".join(part for part in (f"{where}{finding.message}", finding.hint, page) if part)
    if failed:
        failure = ET.SubElement(test, "failure", type=finding.severity, message=_allowed(finding.message))
        failure.text = _allowed(words)
    else:
        ET.SubElement(test, "system-out").text = _allowed(f"{finding.severity}: {words}")


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("time", "0")


def _allowed(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold, and what cannot be seen."""
    return printable(text, "\t\n")
