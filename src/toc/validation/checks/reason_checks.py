"""The checks of reasons, assumptions and evidence, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import assumptions, citations, conditions, links, studies

__all__ = ["REASONS"]

REASONS: tuple[Check, ...] = (
    Check.of(links.unexplained_links, "TOC401"),
    Check.of(assumptions.untested_assumptions, "TOC402"),
    Check.of(studies.links_with_weak_evidence, "TOC403"),
    Check.of(conditions.insufficient_conditions, "TOC406"),
    Check.of(conditions.benefits_only, "TOC407"),
    Check.of(studies.old_evidence, "TOC408"),
    Check.of(links.unattached_assumptions, "TOC409"),
    Check.of(assumptions.activities_without_reach_assumption, "TOC410"),
    Check.of(conditions.moderated_links_without_mechanism, "TOC411"),
    Check.of(studies.links_with_own_evidence, "TOC412"),
    Check.of(citations.uncited_sources, "TOC413"),
    Check.of(assumptions.links_on_refuted_assumptions, "TOC414"),
    Check.of(studies.contradicted_links, "TOC415"),
    Check.of(studies.unused_studies, "TOC416"),
    Check.of(conditions.factors_without_effect, "TOC417"),
)
