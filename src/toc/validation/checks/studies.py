"""Links whose evidence is weak, old, against them, or the programme's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toc.model import Citation, Link, Outcome, TheoryOfChange
from toc.validation.checks.design_ladder import DesignLadder
from toc.validation.checks.english import english_of
from toc.validation.checks.link_words import hit_at
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = [
    "contradicted_links",
    "links_with_own_evidence",
    "links_with_weak_evidence",
    "old_evidence",
    "unused_studies",
]

_HIGHEST = 5


def links_with_weak_evidence(context: Context) -> Iterator[Hit]:
    """TOC403: links to a long-term or required outcome whose studies all stand below a step of the ladder.

    Silent where a study's design is not known or not rated, and where the link rests on an assumption that is not
    supported: then the doubt is declared.
    """
    theory = context.theory
    if not theory.studies:
        return
    wanted = context.number("TOC403", "level")
    ladder = DesignLadder.of(lambda step: context.settings.words("TOC403", f"level_{step}"), _HIGHEST)
    steps = {name: ladder.step(english_of(one.design, theory.language)) for name, one in theory.studies.items()}
    for link in _links(theory):
        found = [steps.get(study) for study in link.evidence.for_]
        if not found or not _is_what_counts(theory, link.target) or _is_in_doubt(theory, link):
            continue
        known = [step for step in found if step is not None]
        if len(known) == len(found) and max(known) < wanted:
            yield hit_at(context, "TOC403", link, step=max(known), wanted=f"{wanted:g}")


def old_evidence(context: Context) -> Iterator[Hit]:
    """TOC408: sources from some years ago that are the newest of what studies say of links, for and against.

    Links of which a study cites nothing with a year are left out.
    """
    theory = context.theory
    if not theory.studies:
        return
    oldest = context.today.year - context.number("TOC408", "years")
    newest = {name: _newest(theory, study.cite) for name, study in theory.studies.items()}
    resting: dict[str, list[str]] = {}
    for link in _links(theory):
        found = [newest.get(study) for study in (*link.evidence.for_, *link.evidence.against)]
        known = [one for one in found if one is not None]
        if known and len(known) == len(found) and max(known)[0] < oldest:
            resting.setdefault(max(known)[1], []).append(link.name)
    for name, links in resting.items():
        source = theory.sources[name]
        told = f"the link `{links[0]}`" if len(links) == 1 else f"{len(links)} links, such as `{links[0]}`,"
        words = {"id": name, "title": " ".join(source.title.split()), "year": source.year, "links": told}
        yield Hit("TOC408", name, words, path=("sources", name))


def links_with_own_evidence(context: Context) -> Iterator[Hit]:
    """TOC412: links for which nothing speaks but what the programme has written itself.

    Silent where a study cites no source: it may be anybody's.
    """
    theory = context.theory
    own = {name for name, source in theory.sources.items() if source.own}
    if not own:
        return
    cited = {name: {citation.source for citation in study.cite} for name, study in theory.studies.items()}
    for link in _links(theory):
        found = [cited.get(study, set()) for study in link.evidence.for_]
        sources = set[str]().union(*found)
        if all(found) and sources and sources <= own:
            yield hit_at(context, "TOC412", link, sources=", ".join(f"`{source}`" for source in sorted(sources)))


def contradicted_links(context: Context) -> Iterator[Hit]:
    """TOC415: links for which no study speaks, and against which at least one does."""
    for link in _links(context.theory):
        if link.evidence.against and not link.evidence.for_:
            studies = ", ".join(f"`{study}`" for study in link.evidence.against)
            yield hit_at(context, "TOC415", link, studies=studies)


def unused_studies(context: Context) -> Iterator[Hit]:
    """TOC416: studies that no link names as evidence, for or against."""
    theory = context.theory
    if context.is_drawn_by_stages:
        return
    named = {study for link in _links(theory) for study in (*link.evidence.for_, *link.evidence.against)}
    for name, study in theory.studies.items():
        if name not in named:
            yield Hit("TOC416", name, words_of(study), path=("studies", name))


def _links(theory: TheoryOfChange) -> Iterable[Link]:
    return (*theory.links, *theory.factor_links) if theory.studies else ()


def _is_what_counts(theory: TheoryOfChange, name: str) -> bool:
    box = theory.boxes.get(name)
    return isinstance(box, Outcome) and (box.required or box.stage == "long_term")


def _is_in_doubt(theory: TheoryOfChange, link: Link) -> bool:
    named = (theory.assumptions.get(name) for name in link.assumptions)
    return any(one is not None and one.status != "supported" for one in named)


def _newest(theory: TheoryOfChange, citations: tuple[Citation, ...]) -> tuple[int, str] | None:
    """Return the year and the id of the newest source that is cited, or None where none has a year."""
    names = (citation.source for citation in citations if citation.source in theory.sources)
    dated = ((year, name) for name in names if (year := theory.sources[name].year) is not None)
    return max(dated, default=None)
