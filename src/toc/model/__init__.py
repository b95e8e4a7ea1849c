"""The typed, frozen values of a theory of change."""

from __future__ import annotations

from toc.model.boxes import Activity, Box, Input, Outcome, Output, Participant
from toc.model.citations import Citation
from toc.model.context import Assumption, Coverage, Factor, Figure, Population, Site, Source, Strand, Unit
from toc.model.entry import Basis, Entry
from toc.model.fingerprint import fingerprint
from toc.model.indicators import Better, Indicator, Scale
from toc.model.links import Link, LinkDefaults, LinkEntry, StageLinkEntry
from toc.model.origin import Origin, SiteChange
from toc.model.read_only import ReadOnly
from toc.model.stages import OUTCOME_STAGES, STAGE_LABELS, STAGES, Stage
from toc.model.text import Text
from toc.model.theory import Derivation, Outcomes, TheoryOfChange

__all__ = [
    "OUTCOME_STAGES",
    "STAGES",
    "STAGE_LABELS",
    "Activity",
    "Assumption",
    "Basis",
    "Better",
    "Box",
    "Citation",
    "Coverage",
    "Derivation",
    "Entry",
    "Factor",
    "Figure",
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
    "ReadOnly",
    "Scale",
    "Site",
    "SiteChange",
    "Source",
    "Stage",
    "StageLinkEntry",
    "Strand",
    "Text",
    "TheoryOfChange",
    "Unit",
    "fingerprint",
]
