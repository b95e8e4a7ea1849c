"""`Choice`: which part of a theory a figure shows, and the drawn boxes that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from toc.diagram.missing_entry import missing_entry
from toc.diagram.shown import all_links
from toc.graph import graph_of, leading_to
from toc.model import TheoryOfChange

__all__ = ["Choice", "check_box"]

Ends = Mapping[str, str]
"""The drawn box or opened whole as which each box of the theory appears."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of a theory, None for all of it: of one strand, what leads to the box `chain`, for one population.

    Of several wishes only what meets them all is shown. A page of a figure of many pages shows `only` some of the
    drawn boxes, and only these `links` between them; `opened` are the outermost wholes that are shown by all their
    parts, None where the model says which; then `closed` are those that are closed all the same. A `bare` overview
    has no scores, indicators, factors and assumptions, and says so where they are asked for; only where
    `is_counted` does its footer count what is not drawn.
    """

    strand: str | None = None
    chain: str | None = None
    who: str | None = None
    only: frozenset[str] | None = None
    links: frozenset[tuple[str, str]] | None = None
    opened: frozenset[str] | None = None
    closed: frozenset[str] = frozenset()
    bare: bool = False
    is_counted: bool = True

    @property
    def leaves_out(self) -> bool:
        """Whether any box of the drawn columns may be left out."""
        return any(wish is not None for wish in (self.strand, self.chain, self.who, self.only))

    def keeps_link(self, source: str, target: str) -> bool:
        """Whether a link between these two drawn boxes or wholes is shown."""
        return self.links is None or (source, target) in self.links

    def check(self, theory: TheoryOfChange) -> None:
        """Raise `TocError` for a strand, box or population that the theory does not have."""
        if self.strand is not None and self.strand not in theory.strands:
            raise missing_entry(theory, self.strand, "strands")
        if self.chain is not None:
            check_box(theory, self.chain)
        if self.who is not None and self.who not in theory.populations:
            raise missing_entry(theory, self.who, "populations")

    def keep(self, theory: TheoryOfChange, ends: Ends) -> frozenset[str]:
        """Return the drawn boxes and wholes that belong to it."""
        kept = frozenset(ends.values()) if self.only is None else self.only
        if self.strand is not None:
            kept &= _of_strand(theory, self.strand, ends)
        if self.chain is not None:
            leading = leading_to(graph_of(theory), (self.chain,))
            kept &= {end for key, end in ends.items() if key in leading}
        if self.who is not None:
            kept &= _of_population(theory, self.who, ends)
        return kept


def check_box(theory: TheoryOfChange, box: str) -> None:
    """Raise `TocError` where the theory has no such box, nor such a factor."""
    if box not in theory.boxes and box not in theory.factors:
        raise missing_entry(theory, box, "boxes")


def _of_strand(theory: TheoryOfChange, strand: str, ends: Ends) -> frozenset[str]:
    """Its own boxes, with the shared boxes that are linked to them or to nothing at all."""
    drawn = set(ends.values())
    own = {key for key in drawn if key in theory.boxes and strand in theory.boxes[key].strand}
    shared = {key for key in drawn if key not in theory.boxes or not theory.boxes[key].strand}
    onward, back = _beside(theory, ends)
    beside = {key: onward[key] | back[key] for key in drawn}
    return frozenset(own | {key for key in shared if not beside[key]} | _spread(own, shared, beside))


def _of_population(theory: TheoryOfChange, who: str, ends: Ends) -> frozenset[str]:
    """The boxes that name it, with those that name nobody and lead to them, or to which they lead.

    A part is about whom its whole is about.
    """
    named: dict[str, set[str]] = {end: set() for end in ends.values()}
    for key, end in ends.items():
        named[end] |= _named(theory, key)
    own = {end for end, people in named.items() if who in people}
    nobody = {end for end, people in named.items() if not people}
    onward, back = _beside(theory, ends)
    for end in named:
        whole = theory.boxes[end].part_of if end in theory.boxes else None
        if whole in named and whole != end:
            for beside in (onward, back):
                beside[end].add(whole)
                beside[whole].add(end)
    return frozenset(own | _spread(own, nobody, onward) | _spread(own, nobody, back))


def _named(theory: TheoryOfChange, key: str) -> set[str]:
    people: set[str] = set()
    seen: set[str] = set()
    here: str | None = key
    while here is not None and here in theory.boxes and here not in seen:
        seen.add(here)
        people |= set(theory.boxes[here].who)
        here = theory.boxes[here].part_of
    return people


def _beside(theory: TheoryOfChange, ends: Ends) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return what each drawn box leads to, and what leads to it."""
    onward: dict[str, set[str]] = {end: set() for end in ends.values()}
    back: dict[str, set[str]] = {end: set() for end in ends.values()}
    for link in all_links(theory):
        source, target = ends.get(link.source), ends.get(link.target)
        if source and target:
            onward[source].add(target)
            back[target].add(source)
    return onward, back


def _spread(own: Collection[str], among: Collection[str], beside: Mapping[str, Collection[str]]) -> set[str]:
    """Return those `among` which are beside `own`, or beside one of them."""
    found: set[str] = set()
    waiting = list(own)
    while waiting:
        near = set(beside[waiting.pop()]) & (set(among) - found)
        found |= near
        waiting.extend(near)
    return found
