"""The checks of the shape of a theory, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import cycles, endings, labels, links, reach, structure

__all__ = ["SHAPE"]

SHAPE: tuple[Check, ...] = (
    Check.of(structure.dangling_references, "TOC101"),
    Check.of(structure.missing_stages, "TOC114", "TOC121", "TOC122"),
    Check.of(structure.circles_of_parts, "TOC125"),
    Check.of(structure.isolated_boxes, "TOC112"),
    Check.of(cycles.cycles, "TOC103"),
    Check.of(links.self_links, "TOC104"),
    Check.of(links.duplicate_links, "TOC105"),
    Check.of(links.backward_links, "TOC106"),
    Check.of(links.skipping_links, "TOC107"),
    Check.of(reach.activities_without_outcome, "TOC108"),
    Check.of(reach.outcomes_without_cause, "TOC109"),
    Check.of(reach.outcomes_out_of_reach, "TOC110"),
    Check.of(endings.dead_ends, "TOC111"),
    Check.of(labels.duplicate_labels, "TOC118"),
)
