"""The catalogue of rules: every code with its words, apart from how it is detected."""

from __future__ import annotations

from collections.abc import Mapping

from toc.validation.catalogue.data import DATA
from toc.validation.catalogue.evidence import EVIDENCE
from toc.validation.catalogue.indicators import INDICATORS
from toc.validation.catalogue.loader import LOADER
from toc.validation.catalogue.people import PEOPLE
from toc.validation.catalogue.sites import SITES
from toc.validation.catalogue.structure import STRUCTURE
from toc.validation.catalogue.wording import WORDING
from toc.validation.rule import Rule

__all__ = ["RULES", "rule_of_fault"]

RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in (*LOADER, *STRUCTURE, *WORDING, *INDICATORS, *EVIDENCE, *PEOPLE, *SITES, *DATA)
}
"""Every rule by its code, in the order of the codes. Codes are never used again for something else."""

_BY_FAULT = {rule.fault: rule for rule in RULES.values() if rule.fault}


def rule_of_fault(kind: str) -> Rule:
    """Return the rule that a kind of fault of a file or of a row of data breaks."""
    return _BY_FAULT[kind]
