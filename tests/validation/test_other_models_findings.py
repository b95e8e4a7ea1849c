"""What the rules find on the two models of the 2008 guide, pinned finding by finding under tests/expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.loading import inspect
from toc.validation import RULES, Findings, validate_inspection

ROOT = Path(__file__).parents[2]
MODELS = ("parental_imprisonment", "family_ties")


def file_of(model: str) -> Path:
    return ROOT / "models" / model / f"{model}.yaml"


def expected(model: str) -> list[dict[str, str]]:
    pinned: dict[str, Any] = yaml.safe_load(
        (ROOT / "tests" / "expected" / f"{model}.yaml").read_text(encoding="utf-8")
    )
    return list(pinned["model"])


def findings_of(model: str) -> Findings:
    return validate_inspection(inspect(file_of(model)))


@pytest.mark.parametrize("model", MODELS)
def test_a_model_has_the_pinned_findings_and_no_error(model: str) -> None:
    findings = findings_of(model)
    pinned = [
        (one["code"], one["subject"], one.get("severity", RULES[one["code"]].severity)) for one in expected(model)
    ]
    assert sorted((one.code, one.subject, one.severity) for one in findings) == sorted(pinned)
    assert findings.errors == ()


@pytest.mark.parametrize("model", MODELS)
def test_a_pinned_finding_has_its_reason(model: str) -> None:
    assert [one["subject"] for one in expected(model) if not one["reason"].strip()] == []


def test_a_finding_points_at_its_subject_in_the_file() -> None:
    lines = file_of("family_ties").read_text(encoding="utf-8").split("\n")
    for one in findings_of("family_ties"):
        assert one.place is not None
        start = one.place.column - 1
        assert lines[one.place.line - 1][start : start + one.place.width] == one.subject
