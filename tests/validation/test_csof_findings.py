"""What the rules find on the real model, pinned finding by finding in tests/expected/csof.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.loading import inspect
from toc.validation import RULES, Findings, validate_inspection

ROOT = Path(__file__).parents[2]
CSOF = ROOT / "models" / "csof"
EXPECTED: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "expected" / "csof.yaml").read_text(encoding="utf-8"))


def found(findings: Findings) -> list[tuple[str, str, str]]:
    return sorted((one.code, one.subject, one.severity) for one in findings)


def pinned(*lists: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    return sorted(
        (one["code"], one["subject"], one.get("severity", RULES[one["code"]].severity))
        for listed in lists
        for one in listed
    )


def test_the_model_has_the_pinned_findings_and_no_error() -> None:
    findings = validate_inspection(inspect(CSOF / "csof.yaml"))
    assert found(findings) == pinned(EXPECTED["model"])
    assert findings.errors == ()


def test_the_published_counts_add_the_pinned_findings() -> None:
    findings = validate_inspection(inspect(CSOF / "csof.yaml"), str(CSOF / "data" / "table4.csv"))
    assert found(findings) == pinned(EXPECTED["model"], EXPECTED["table4"])
    (coverage,) = (one for one in findings if one.code == "TOC705")
    assert coverage.message == "49 of 134 individuals have no second assessment; coverage 85/134 = 63.4%."


@pytest.mark.parametrize("site", sorted(path.stem for path in (CSOF / "sites").glob("*.yaml")))
def test_a_site_has_the_pinned_findings_and_no_error(site: str) -> None:
    findings = validate_inspection(inspect(CSOF / "sites" / f"{site}.yaml"))
    assert found(findings) == pinned(EXPECTED["model"], EXPECTED["sites"][site])
    assert findings.errors == ()


def test_every_pinned_finding_has_its_reason() -> None:
    listed = [
        *EXPECTED["model"],
        *EXPECTED["table4"],
        *(one for site in EXPECTED["sites"].values() for one in site),
    ]
    assert all(one["reason"].strip() for one in listed)


def test_every_finding_points_into_the_file() -> None:
    inspection = inspect(CSOF / "csof.yaml")
    lines = (CSOF / "csof.yaml").read_text(encoding="utf-8").split("\n")
    for one in validate_inspection(inspection):
        assert one.place is not None
        start = one.place.column - 1
        assert lines[one.place.line - 1][start : start + one.place.width] == one.subject
