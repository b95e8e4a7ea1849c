"""Findings as JSON, format version 1."""

from __future__ import annotations

import json

from toc.reports.printable import printable_json
from toc.validation import Findings

__all__ = ["findings_json"]


def findings_json(findings: Findings) -> str:
    """Return findings as JSON; file, line and column are null for a finding without a place."""
    return printable_json(json.dumps(findings.to_dict(), ensure_ascii=False, allow_nan=False, indent=2)) + "\n"
