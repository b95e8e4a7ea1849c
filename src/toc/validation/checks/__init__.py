"""The checks: each finds where one rule, or a few that belong together, are broken, and words nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.validation.checks import cycles, endings, labels, links, measures, reach, sites, structure
from toc.validation.context import Context
from toc.validation.hit import Hit

if TYPE_CHECKING:
    from toc.validation.checks.claims import claim_hits
    from toc.validation.checks.data import data_hits

__all__ = ["CHECKS", "claim_hits", "data_hits"]

CHECKS: tuple[Callable[[Context], Iterator[Hit]], ...] = (
    structure.dangling_references,
    structure.missing_stages,
    structure.circles_of_parts,
    structure.isolated_boxes,
    cycles.cycles,
    links.self_links,
    links.duplicate_links,
    links.backward_links,
    links.skipping_links,
    links.unexplained_links,
    links.unattached_assumptions,
    reach.activities_without_outcome,
    reach.outcomes_without_cause,
    reach.outcomes_out_of_reach,
    endings.dead_ends,
    labels.duplicate_labels,
    measures.outcomes_without_indicator,
    measures.indicators_without_outcome,
    measures.scales_without_direction,
    sites.dropped_required_outcomes,
    sites.added_activities_without_path,
    sites.bases_of_another_version,
    sites.changes_without_reason,
    sites.locked_fields_changed,
    sites.locked_entries_dropped,
)


_HOME = {"claim_hits": "claims", "data_hits": "data"}


def __getattr__(name: str) -> Any:
    """Give the checks that need scoring when they are first asked for: a model alone is checked without it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
