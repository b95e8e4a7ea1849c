"""The checks of a site against its base, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import sites
from toc.validation.checks.contrary_changes import changes_of_what_is_dropped
from toc.validation.checks.redefined_indicators import redefined_indicators
from toc.validation.checks.site_labels import labels_of_another_meaning
from toc.validation.checks.site_measures import outcomes_measured_no_more
from toc.validation.checks.site_particulars import periods_that_end_before_they_start, sites_that_are_not_listed
from toc.validation.checks.superfluous_changes import superfluous_changes

__all__ = ["SITES"]

SITES: tuple[Check, ...] = (
    Check.of(sites.dropped_required_outcomes, "TOC601"),
    Check.of(sites.added_activities_without_path, "TOC602"),
    Check.of(redefined_indicators, "TOC603"),
    Check.of(superfluous_changes, "TOC605"),
    Check.of(outcomes_measured_no_more, "TOC606"),
    Check.of(sites.bases_of_another_version, "TOC607"),
    Check.of(labels_of_another_meaning, "TOC608"),
    Check.of(sites.changes_without_reason, "TOC609"),
    Check.of(sites.locked_fields_changed, "TOC611"),
    Check.of(sites.locked_entries_dropped, "TOC612"),
    Check.of(periods_that_end_before_they_start, "TOC613"),
    Check.of(sites_that_are_not_listed, "TOC614"),
    Check.of(changes_of_what_is_dropped, "TOC617"),
)
