"""The rules of a theory of change and what they find; detection and wording stand apart.

What holds findings against known ones is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.validation.catalogue import RULES
from toc.validation.choice import Choice, ChoiceError, Words, choice_of, settings_of
from toc.validation.findings import Finding, Findings, Ignored
from toc.validation.fingerprints import file_below, fingerprints
from toc.validation.fix import Fix, Safety
from toc.validation.named_rules import rule_named
from toc.validation.profiles import PROFILES, Profile
from toc.validation.rule import SEVERITIES, Option, Rule, Severity, Value
from toc.validation.rule_page import page_of
from toc.validation.settings import Settings
from toc.validation.validate import findings_of_faults, validate, validate_inspection

if TYPE_CHECKING:
    from toc.validation.baseline import Baseline, Entry, baseline_of, read_baseline

__all__ = [
    "PROFILES",
    "RULES",
    "SEVERITIES",
    "Baseline",
    "Choice",
    "ChoiceError",
    "Entry",
    "Finding",
    "Findings",
    "Fix",
    "Ignored",
    "Option",
    "Profile",
    "Rule",
    "Safety",
    "Settings",
    "Severity",
    "Value",
    "Words",
    "baseline_of",
    "choice_of",
    "file_below",
    "findings_of_faults",
    "fingerprints",
    "page_of",
    "read_baseline",
    "rule_named",
    "settings_of",
    "validate",
    "validate_inspection",
]

_HOME = dict.fromkeys(("Baseline", "Entry", "baseline_of", "read_baseline"), "baseline")


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
