"""The typed, frozen values of a theory of change.

What is made of a whole theory is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.model.boxes import Activity, Box, Input, Outcome, Output, Participant
from toc.model.citations import Citation
from toc.model.claims import PERCENT, About, Claim, ClaimedChange
from toc.model.context import (
    Assumption,
    Contributor,
    Coverage,
    Factor,
    Figure,
    Population,
    Site,
    Source,
    Strand,
    Unit,
)
from toc.model.entry import Basis, Entry, Ignore, Strict
from toc.model.frameworks import Framework, FrameworkItem
from toc.model.indicators import DEFERRED, Better, Indicator, Scale, Target
from toc.model.key_descriptions import describe
from toc.model.links import Link, LinkDefaults, LinkEntry, StageLinkEntry
from toc.model.origin import AcceptedBase, Origin, SiteChange
from toc.model.quantities import Qualifier, Quantity, total
from toc.model.read_only import ReadOnly
from toc.model.stages import COLUMN_LABELS, FACTOR_ROLES, OUTCOME_STAGES, STAGES, ColumnName, FactorRole, Stage
from toc.model.studies import Effect, Evidence, Study
from toc.model.text import Text
from toc.model.theory import Derivation, Outcomes, TheoryOfChange

if TYPE_CHECKING:
    from toc.model.theory_fingerprint import fingerprint

__all__ = [
    "COLUMN_LABELS",
    "DEFERRED",
    "FACTOR_ROLES",
    "OUTCOME_STAGES",
    "PERCENT",
    "STAGES",
    "About",
    "AcceptedBase",
    "Activity",
    "Assumption",
    "Basis",
    "Better",
    "Box",
    "Citation",
    "Claim",
    "ClaimedChange",
    "ColumnName",
    "Contributor",
    "Coverage",
    "Derivation",
    "Effect",
    "Entry",
    "Evidence",
    "Factor",
    "FactorRole",
    "Figure",
    "Framework",
    "FrameworkItem",
    "Ignore",
    "Indicator",
    "Input",
    "Link",
    "LinkDefaults",
    "LinkEntry",
    "Origin",
    "Outcome",
    "Outcomes",
    "Output",
    "Participant",
    "Population",
    "Qualifier",
    "Quantity",
    "ReadOnly",
    "Scale",
    "Site",
    "SiteChange",
    "Source",
    "Stage",
    "StageLinkEntry",
    "Strand",
    "Strict",
    "Study",
    "Target",
    "Text",
    "TheoryOfChange",
    "Unit",
    "describe",
    "fingerprint",
    "total",
]

_HOME = {"fingerprint": "theory_fingerprint"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
