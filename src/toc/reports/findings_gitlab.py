"""Findings as a GitLab code quality report, shown in a merge request."""

from __future__ import annotations

import json
from pathlib import Path

from toc.reports.printable import printable_json
from toc.validation import Findings, Severity, file_below, fingerprints, page_of

__all__ = ["findings_gitlab"]

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "info": "info"}


def findings_gitlab(findings: Findings, root: Path, pages: str = "") -> str:
    """Return findings as a JSON array, ending in a line feed; files are named from `root`.

    GitLab wants a file and a line of everything: a finding without a place is told at the first line of the
    first file that has one, or of ".". `pages` is where the pages of the rules are, as in `page_of`.
    """
    first = next((one.place.file for one in findings if one.place), "")
    reported = [
        {
            "description": " ".join(part for part in (one.message, one.hint, page_of(one.code, pages)) if part),
            "check_name": f"{one.code} {one.name}",
            "fingerprint": mark,
            "severity": _SEVERITIES[one.severity],
            "location": {
                "path": file_below(root, one.place.file if one.place else first) or ".",
                "lines": {"begin": one.place.line if one.place else 1},
            },
        }
        for one, mark in zip(findings, fingerprints(findings, root), strict=True)
    ]
    return printable_json(json.dumps(reported, ensure_ascii=False, indent=2)) + "\n"
