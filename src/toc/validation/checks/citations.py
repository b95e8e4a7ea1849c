"""Sources that nothing cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toc.model import Citation, Entry, TheoryOfChange
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["uncited_sources"]


def uncited_sources(context: Context) -> Iterator[Hit]:
    """TOC413: sources that no entry, link or section cites."""
    theory = context.theory
    left = set(theory.sources)
    for citations in _citations(theory) if left else ():
        left.difference_update(citation.source for citation in citations)
        if not left:
            return
    for name, source in theory.sources.items():
        if name in left:
            words = {"id": name, "title": " ".join(source.title.split())}
            yield Hit("TOC413", name, words, path=("sources", name))


def _citations(theory: TheoryOfChange) -> Iterator[Iterable[Citation]]:
    """Yield what each place of a theory cites, those that cite most often first."""
    for box in theory.boxes.values():
        yield box.cite
        yield box.links.cite
    for factor in theory.factors.values():
        yield factor.cite
        yield factor.links.cite
    for link in (*theory.links, *theory.factor_links):
        yield link.cite
    for stage_link in theory.stage_links.values():
        yield stage_link.cite
    for entry in _other_entries(theory):
        yield entry.cite
    for scale in theory.scales.values():
        if scale.better is not None:
            yield scale.better.cite
    for section in (theory.coverage, theory.site):
        if section is not None:
            yield section.cite


def _other_entries(theory: TheoryOfChange) -> Iterator[Entry]:
    sections: tuple[Mapping[str, Entry], ...] = (
        *(theory.studies, theory.indicators, theory.assumptions, theory.claims, theory.populations),
        *(theory.strands, theory.units, theory.contributors, theory.frameworks),
        *(framework.items for framework in theory.frameworks.values()),
    )
    for section in sections:
        yield from section.values()
