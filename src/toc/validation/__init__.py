"""The rules of a theory of change and what they find; detection and wording stand apart."""

from __future__ import annotations

from toc.validation.catalogue import RULES
from toc.validation.choice import Choice, ChoiceError, choice_of, settings_of
from toc.validation.findings import Finding, Findings, Ignored
from toc.validation.fingerprints import file_below, fingerprints
from toc.validation.profiles import PROFILES, Profile
from toc.validation.rule import SEVERITIES, Option, Rule, Severity, Value
from toc.validation.settings import Settings
from toc.validation.validate import findings_of_faults, validate, validate_inspection

__all__ = [
    "PROFILES",
    "RULES",
    "SEVERITIES",
    "Choice",
    "ChoiceError",
    "Finding",
    "Findings",
    "Ignored",
    "Option",
    "Profile",
    "Rule",
    "Settings",
    "Severity",
    "Value",
    "choice_of",
    "file_below",
    "findings_of_faults",
    "fingerprints",
    "settings_of",
    "validate",
    "validate_inspection",
]
