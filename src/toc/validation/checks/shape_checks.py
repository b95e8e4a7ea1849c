"""The checks of the shape of a theory, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import (
    bottlenecks,
    crowding,
    cycles,
    endings,
    input_use,
    labels,
    links,
    near_labels,
    needless_links,
    reach,
    repeated_ids,
    structure,
)

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
    Check.of(input_use.unused_inputs, "TOC113"),
    Check.of(input_use.activities_without_input, "TOC124"),
    Check.of(crowding.crowded_figures, "TOC115"),
    Check.of(crowding.stages_linked_throughout, "TOC116"),
    Check.of(needless_links.shortcut_links, "TOC117"),
    Check.of(needless_links.links_to_whole_and_part, "TOC120"),
    Check.of(labels.duplicate_labels, "TOC118"),
    Check.of(near_labels.near_duplicate_labels, "TOC123"),
    Check.of(bottlenecks.boxes_on_every_way, "TOC119"),
    Check.of(repeated_ids.ids_listed_twice, "TOC126"),
    Check.of(bottlenecks.weak_links_on_every_way, "TOC404"),
)
