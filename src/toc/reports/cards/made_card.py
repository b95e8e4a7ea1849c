"""`card_of`: scores in, everything that a scorecard says of them out."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.agreement_section import agreement_section
from toc.reports.cards.card import Card, Section
from toc.reports.cards.comparison_section import comparison_section
from toc.reports.cards.group_sections import group_sections
from toc.reports.cards.missing_sections import missing_sections
from toc.reports.cards.outcome_sections import outcome_sections
from toc.reports.cards.provenance_section import method_section, provenance_section
from toc.reports.cards.target_section import target_section
from toc.reports.cards.tested_section import tested_section
from toc.scoring import Scores

__all__ = ["card_of"]

_STAMP = "SYNTHETIC DATA: these data are made up; nothing may be concluded from them."
_NOT_CAUSE = "Change observed, not caused: this page says what changed, not what brought it about."
_COMPARED = {
    "counts": "first reading against latest, as published",
    "pre_post": "per cent of people before and after, as published",
}


def card_of(scores: Scores) -> Card:
    """Return the scorecard of some scores; it holds what they hold and nothing that is hidden."""
    return Card(
        title=scores.title,
        stamp=_STAMP if scores.synthetic else "",
        facts=tuple(_facts(scores)),
        sections=tuple(_sections(scores)),
        language=scores.provenance.language if scores.provenance else "en",
    )


def _facts(scores: Scores) -> Iterator[tuple[str, str]]:
    known = scores.provenance
    if known is not None and known.version is not None:
        yield "Version of the model", known.version
    if known is not None and known.site:
        yield "Site", known.site
    yield "Data", scores.source
    if scores.informant is not None:
        yield "Informant", scores.informant
    yield "Compared", _COMPARED.get(scores.data, scores.change.compared)
    measured = sum(outcome.measured for outcome in scores.outcomes)
    yield "Measured", f"{measured} of {len(scores.outcomes)} outcomes"
    yield "Coverage", scores.coverage_line.removeprefix("Coverage: ")
    if scores.direction_assumed:
        yield "Direction", "assumed: the source does not say which end of the scale is good"
    if scores.publication is not None:
        yield "Hidden", scores.publication.line
    yield "Cause", _NOT_CAUSE


def _sections(scores: Scores) -> Iterator[Section]:
    yield from outcome_sections(scores)
    yield from group_sections(scores)
    yield from comparison_section(scores)
    yield from agreement_section(scores)
    yield from target_section(scores)
    yield from missing_sections(scores)
    yield from tested_section(scores.tests)
    yield method_section(scores)
    yield provenance_section(scores)
