"""`BoxDetails`: what a model says of a box besides what its figure shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toc.model import Citation, TheoryOfChange

__all__ = ["BoxDetails", "box_details"]


@dataclass(frozen=True, slots=True)
class BoxDetails:
    """The description of a box ("" without one), what measures it and where it is stated, in words."""

    description: str = ""
    indicators: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def box_details(theory: TheoryOfChange, language: str) -> Mapping[str, BoxDetails]:
    """Return the details of every box and factor by its id; an indicator of a part is told at the part alone."""
    measured: dict[str, list[str]] = {}
    for indicator in theory.indicators.values():
        for key in indicator.measures:
            measured.setdefault(key, []).append(indicator.label.in_language(language))
    return {
        key: BoxDetails(
            entry.description.in_language(language) if entry.description else "",
            tuple(measured.get(key, ())),
            tuple(_cited(theory, entry.cite)),
        )
        for key, entry in (*theory.boxes.items(), *theory.factors.items())
    }


def _cited(theory: TheoryOfChange, citations: tuple[Citation, ...]) -> Iterator[str]:
    for citation in citations:
        source = theory.sources.get(citation.source)
        if source is None:
            yield str(citation)
            continue
        year = f" ({source.year})" if source.year else ""
        by = source.publisher or source.authors or source.title
        yield ", ".join(filter(None, (f"{by}{year}", citation.where)))
