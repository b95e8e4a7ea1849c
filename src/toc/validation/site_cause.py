"""`SiteCause`: what a site did to its base that a finding of its model comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from toc.graph import Graph
from toc.model import Derivation, SiteChange, Stage, TheoryOfChange
from toc.places import Place
from toc.validation.checks import hits_of
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["SiteCause", "SiteCauses"]

_FAMILIES_OF_DESIGN = frozenset("1345")
_BACK = frozenset(("TOC109", "TOC110"))
"""Rules on what leads to a box; what it leads to has no part in them."""
_ON = frozenset(("TOC108", "TOC111"))
_HOWEVER_FAR = frozenset(("TOC108", "TOC110"))
_WANTED: Mapping[str, Stage] = {"TOC114": "long_term", "TOC121": "activities", "TOC122": "participants"}
_FIELDS_THAT_TELL = frozenset(
    ("assumptions", "because", "better", "engages", "feedback", "leads_to", "measures", "part_of", "required")
) | {"evidence", "moderated_by", "necessary", "scale", "status", "sufficient", "terminal", "who"}


class SiteCause(NamedTuple):
    """Where the site brings a finding about, and the words with which a message begins that says so.

    `is_told`: what the site does there has a finding of its own.
    """

    place: Place | None
    opening: str
    is_told: bool = False


class SiteCauses:
    """What the sites of a theory bring about in what they have from their bases."""

    def __init__(self, context: Context, told: frozenset[Place] = frozenset()) -> None:
        """Take the places at which what a site does is told by findings of their own."""
        self._told = told
        self._theory = context.theory
        self._context = context
        self._asked: dict[int, tuple[Graph, frozenset[tuple[str, str]]]] = {}

    def of(self, hit: Hit, place: Place | None) -> SiteCause | None:
        """Return the cause of a hit whose subject stands at `place`.

        None where that is the file of the site itself, and where the base has the same finding without it.
        """
        site, told = self._theory, hit.code[3] in _FAMILIES_OF_DESIGN and hit.place is None
        while told and place is not None and site.derivation is not None and site.origin is not None:
            start = site.origin.place(())
            # What a model lacks stands where it names itself, as a site does anew.
            if start is None or (start.file == place.file and hit.code not in _WANTED):
                return None
            graph, found = self._of_base(site.derivation.base)
            if _key(hit) not in found:
                return self._cause(site.derivation, graph, hit, start)
            site = site.derivation.base
        return None

    def _of_base(self, base: TheoryOfChange) -> tuple[Graph, frozenset[tuple[str, str]]]:
        """Return the graph of a base, and the codes and subjects of what is found in it alone."""
        if id(base) not in self._asked:
            context = replace(self._context, theory=base)
            hits = hits_of(context, context.settings.asked)
            self._asked[id(base)] = context.graph, frozenset(key for hit in hits for key in _keys(hit))
        return self._asked[id(base)]

    def _cause(self, derivation: Derivation, graph: Graph, hit: Hit, start: Place) -> SiteCause:
        """Return what the site drops nearest to the subject, else what it changes, else that it has a base."""
        fields = frozenset(("label",)) if hit.code == "TOC118" else _FIELDS_THAT_TELL
        changed = [change for change in derivation.changed if not fields.isdisjoint(change.fields)]
        for names in _names_around(derivation.base, graph, hit):
            for verb, changes in (("drops", derivation.dropped), ("changes", changed)):
                near = [change for change in changes if change.subject in names]
                if near:
                    is_told = any(change.place in self._told for change in near)
                    return SiteCause(near[0].place, f"Since this site {verb} {_listed(near)}, ", is_told)
        return SiteCause(start, "In this site, ")


def _keys(hit: Hit) -> Iterator[tuple[str, str]]:
    """Yield the key of a hit, and of each link told with it: in a site another of them may be the first."""
    yield _key(hit)
    yield from ((hit.code, link) for link in hit.covers if " -> " in link)


def _key(hit: Hit) -> tuple[str, str]:
    """Return what is the same for one finding in a site and in its base; the model itself has an id in each."""
    return hit.code, "" if hit.code in _WANTED else hit.subject


def _listed(changes: Sequence[SiteChange]) -> str:
    *others, last = [f"`{change.subject}`" for change in changes]
    return f"{', '.join(others)} and {last}" if others else last


def _names_around(base: TheoryOfChange, graph: Graph, hit: Hit) -> Iterator[frozenset[str]]:
    """Yield the ids and links of the base on which a finding may rest, the nearest ones first."""
    if hit.code in _WANTED:
        yield frozenset(base.boxes_of(_WANTED[hit.code]))
        return
    also = (str(hit.words[key]) for key in ("other", "indicator", "assumption") if key in hit.words)
    if hit.code == "TOC504":
        yield frozenset(_about(base, hit.subject))
        return
    level = _with_wholes_and_parts(graph, {hit.subject, *hit.subject.split(" -> "), *also})
    seen = set(level)
    yield frozenset((*level, *_measuring(base, level), *_resting(base, hit.subject)))
    while level:
        links = [link for one in level for link in _links_at(graph, one, hit.code)]
        level = _with_wholes_and_parts(graph, {end for link in links for end in link}) - seen
        seen |= level
        yield frozenset((*level, *(" -> ".join(link) for link in links)))
        if hit.code not in _HOWEVER_FAR:
            return


def _links_at(graph: Graph, box: str, code: str) -> Iterator[tuple[str, str]]:
    if box in graph.number:
        if code not in _ON:
            yield from ((before, box) for before in graph.predecessors(box))
        if code not in _BACK:
            yield from ((box, after) for after in graph.successors(box))


def _with_wholes_and_parts(graph: Graph, ids: Iterable[str]) -> set[str]:
    found = set(ids)
    waiting = [graph.number[one] for one in found if one in graph.number]
    while waiting:
        box = waiting.pop()
        for other in (*graph.parts[box], graph.whole[box]):
            if other >= 0 and graph.ids[other] not in found:
                found.add(graph.ids[other])
                waiting.append(other)
    return found


def _measuring(base: TheoryOfChange, ids: set[str]) -> Iterator[str]:
    """Yield the indicators of these outcomes, and the outcomes of these indicators."""
    for indicator in base.indicators.values():
        if not ids.isdisjoint(indicator.measures):
            yield indicator.id
        if indicator.id in ids:
            yield from indicator.measures


def _about(base: TheoryOfChange, population: str) -> Iterator[str]:
    """Yield the indicators about a population or split by one, and the outcomes of theirs that some measure."""
    for indicator in base.indicators.values():
        measured = [base.boxes[one] for one in indicator.measures if one in base.boxes]
        if population in indicator.who or indicator.disaggregate:
            yield indicator.id
        elif not indicator.who and (about := [box.id for box in measured if population in box.who]):
            yield from (indicator.id, *about)


def _resting(base: TheoryOfChange, assumption: str) -> Iterator[str]:
    """Yield the links that rest on an assumption, and their ends."""
    for link in (*base.links, *base.factor_links):
        if assumption in link.assumptions:
            yield from (link.name, link.source, link.target)
