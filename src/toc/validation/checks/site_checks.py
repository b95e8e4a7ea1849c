"""The checks of a site against its base, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import sites

__all__ = ["SITES"]

SITES: tuple[Check, ...] = (
    Check.of(sites.dropped_required_outcomes, "TOC601"),
    Check.of(sites.added_activities_without_path, "TOC602"),
    Check.of(sites.bases_of_another_version, "TOC607"),
    Check.of(sites.changes_without_reason, "TOC609"),
    Check.of(sites.locked_fields_changed, "TOC611"),
    Check.of(sites.locked_entries_dropped, "TOC612"),
)
