"""The rules of a theory of change and what they find; detection and wording stand apart."""

from __future__ import annotations

from toc.validation.catalogue import RULES
from toc.validation.findings import Finding, Findings, Ignored
from toc.validation.rule import SEVERITIES, Rule, Severity
from toc.validation.validate import findings_of_faults, validate, validate_inspection

__all__ = [
    "RULES",
    "SEVERITIES",
    "Finding",
    "Findings",
    "Ignored",
    "Rule",
    "Severity",
    "findings_of_faults",
    "validate",
    "validate_inspection",
]
