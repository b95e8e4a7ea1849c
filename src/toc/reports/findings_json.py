"""Findings as JSON, format version 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from toc.reports.printable import printable_json
from toc.validation import Finding, Findings, file_below, page_of

__all__ = ["findings_json"]


def findings_json(findings: Findings, root: Path | None = None, pages: str = "") -> str:
    """Return findings as JSON; file, line and column are null for a finding without a place.

    Files are named from `root` (None: as they were given). `page` is the address of the rule's page below `pages`,
    as in `page_of`, and null where that is "".
    """
    told = {**findings.to_dict(), "findings": [_told(one, root, pages) for one in findings]}
    return printable_json(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def _told(finding: Finding, root: Path | None, pages: str) -> dict[str, Any]:
    told = {**finding.to_dict(), "page": page_of(finding.code, pages) or None}
    for where in (told, told["other"] or {}):
        if where.get("file") is not None:
            where["file"] = file_below(root, where["file"])
    return told
