"""The checks of wording, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import acronyms, directions, label_forms, outcome_wording

__all__ = ["WORDING"]

WORDING: tuple[Check, ...] = (
    Check.of(label_forms.unreadable_labels, "TOC212", "TOC213"),
    Check.of(
        outcome_wording.worded_outcomes, "TOC201", "TOC202", "TOC203", "TOC204", "TOC205", "TOC207", "TOC209"
    ),
    Check.of(outcome_wording.subjects_missing, "TOC206"),
    Check.of(directions.directions_without_baseline, "TOC208"),
    Check.of(label_forms.long_labels, "TOC210"),
    Check.of(outcome_wording.stages_that_do_not_fit, "TOC211"),
    Check.of(acronyms.unexpanded_acronyms, "TOC214"),
)
