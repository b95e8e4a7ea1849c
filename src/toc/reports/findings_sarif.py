"""Findings as SARIF 2.1.0, the format in which code hosts take the results of checks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from toc.places import Place
from toc.reports.printable import printable_json
from toc.validation import RULES, Finding, Findings, Severity, file_below, fingerprints, page_of

__all__ = ["findings_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def findings_sarif(findings: Findings, root: Path, pages: str = "") -> str:
    """Return findings as a SARIF log of one run, ending in a line feed; files are named from `root`.

    `pages` is where the pages of the rules are, as in `page_of`. What a model ignores and what a baseline knows is
    not in it: SARIF has `suppressions` for them, but GitHub lists a result that has one as an open alert all the
    same (github/codeql-action, issue 1230). Columns count characters.
    Source: OASIS, Static Analysis Results Interchange Format version 2.1.0.
    """
    codes = sorted({finding.code for finding in findings})
    marks = fingerprints(findings, root)
    results = [
        _result(finding, codes.index(finding.code), mark, root)
        for finding, mark in zip(findings, marks, strict=True)
    ]
    driver = {
        "name": "toc",
        "version": version("theory-of-change"),
        "rules": [_rule(code, pages) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str, pages: str) -> dict[str, Any]:
    rule, page = RULES[code], page_of(code, pages)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        **({"helpUri": page} if page else {}),
        "help": {"text": f"{rule.hint} Why: {rule.why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, mark: str, root: Path) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _literal(" ".join(part for part in (finding.message, finding.hint) if part))},
        "locations": _locations(finding, root),
        "partialFingerprints": {"toc/v1": mark},
    }
    if finding.other is not None:
        result["relatedLocations"] = [{"id": 1, **_physical(finding.other, root)}]
    return result


def _literal(text: str) -> str:
    """Return a text that stands for itself: in a message `[a](b)` would be a link and `{0}` a placeholder."""
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text.replace("](", "] ("))


def _locations(finding: Finding, root: Path) -> Sequence[dict[str, Any]]:
    place = _physical(finding.place, root) if finding.place else {}
    subject = {"logicalLocations": [{"fullyQualifiedName": finding.subject}]} if finding.subject else {}
    return [{**place, **subject}] if place or subject else []


def _physical(place: Place, root: Path) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + place.width,
    }
    # A name that is not UTF-8 stands as its bytes.
    artifact = {"uri": quote(file_below(root, place.file), errors="surrogateescape")}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
