"""Checked files in a format for programs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toc.files import repository_here
from toc.reports.check import Checked
from toc.reports.findings_github import findings_github
from toc.reports.findings_gitlab import findings_gitlab
from toc.reports.findings_json import findings_json
from toc.reports.findings_junit import findings_junit
from toc.reports.findings_sarif import findings_sarif

__all__ = ["machine_format"]


def machine_format(checked: Checked, kind: str) -> str:
    """Return what was found as "json", "sarif", "github", "junit" or "gitlab"; all hold the same findings.

    Files are named from the repository that the command runs in, or else from the working folder; where one lies
    outside, from the folder that holds them all.
    """
    findings, root, pages = checked.findings, _top(checked), checked.pages
    if kind == "sarif":
        return findings_sarif(findings, root, pages)
    if kind == "github":
        return findings_github(findings, root, checked.summary, pages)
    if kind == "junit":
        return findings_junit(findings, checked.files, root, checked.fail_on, pages)
    if kind == "gitlab":
        return findings_gitlab(findings, root, pages)
    return findings_json(findings, root, pages)


def _top(checked: Checked) -> Path:
    here = repository_here()
    folders = {Path(file).resolve().parent for file in checked.files}
    return here if all(folder.is_relative_to(here) for folder in folders) else _shared((here, *folders))


def _shared(folders: Iterable[Path]) -> Path:
    first, *others = (tuple(folder.parts) for folder in folders)
    length = 0
    while length < len(first) and all(parts[: length + 1] == first[: length + 1] for parts in others):
        length += 1
    return Path(*first[:length])
