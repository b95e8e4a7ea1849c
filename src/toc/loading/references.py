"""Every place in a tree where one entry names another, and those that name nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toc.errors import Fault
from toc.loading.nearest import nearest_hint, shown
from toc.loading.sections import LINKING, SHARED_NAMESPACE, entries, section_of
from toc.loading.tree import Branch, Items, Spot, place_of
from toc.model import FACTOR_ROLES, STAGES
from toc.places import Place

__all__ = [
    "Reference",
    "cited_source",
    "dangling_references",
    "duplicate_ids",
    "link_names",
    "reference_faults",
    "references",
]


class Reference(NamedTuple):
    """One entry naming another: who, what it names, of which kind, and the spot where it stands.

    `holder` and `key` say where to take it away: a key of a mapping, or the value of one.
    """

    subject: str
    target: str
    kind: str
    spot: Spot | None
    holder: Branch
    key: str
    is_key: bool


_WORDS = {
    "boxes": "box", "participants": "participant", "outcomes": "outcome", "strands": "strand",
    "populations": "population", "units": "unit", "sources": "source", "scales": "scale",
    "assumptions": "assumption", "factors": "factor", "indicators": "indicator", "studies": "study",
    "contributors": "contributor", "framework items": "item of a framework", "effects": "box",
    "affected": "box or link", "stages": "stage", "stage pairs": "pair of stages",
    "columns": "stage",
}  # fmt: skip

_ENTRY_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "boxes": (
        ("part_of", "boxes"), ("strand", "strands"), ("who", "populations"), ("unit", "units"),
        ("aligns", "framework items"), ("contributors", "contributors"),
    ),
    "indicators": (("measures", "outcomes"), ("scale", "scales"), ("who", "populations")),
    "factors": (("affects", "affected"),),
}  # fmt: skip
_SAYS_MORE = frozenset({"affected", "effects", "columns"})
"""Kinds that gather others: an id of theirs is already known as something else."""
_LINK_FIELDS = (("assumptions", "assumptions"), ("moderated_by", "factors"))


def names_in(tree: Branch) -> dict[str, frozenset[str]]:
    """Return which ids there are of each kind that can be named."""
    found: dict[str, set[str]] = {kind: set() for kind in _WORDS}
    for entry in entries(tree):
        if entry.namespace in found:
            found[entry.namespace].add(entry.id)
        if entry.path[0] in ("participants", "outcomes"):
            found[entry.path[0]].add(entry.id)
    found["effects"].update(found["boxes"], found["factors"])
    found["affected"].update(found["effects"], link_names(tree) if "factors" in tree else ())
    found["framework items"].update(_framework_items(tree))
    found["stages"].update(STAGES)
    found["columns"].update(STAGES, FACTOR_ROLES)
    found["stage pairs"].update(f"{source} -> {target}" for source in STAGES for target in STAGES)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _framework_items(tree: Branch) -> Iterator[str]:
    for key, framework in (section_of(tree, ("frameworks",)) or Branch()).items():
        for item in section_of(framework, ("items",)) or ():
            yield f"{key}.{item}"


def link_names(tree: Branch) -> list[str]:
    """Return the name of every link (`from -> to`), in the order of the boxes and factors that hold them."""
    names: list[str] = []
    for entry in entries(tree):
        if entry.namespace in LINKING and isinstance(entry.content, Branch):
            names.extend(f"{entry.id} -> {target}" for target in _branch(entry.content.get("leads_to")))
            names.extend(f"{source} -> {entry.id}" for source in _branch(entry.content.get("engages")))
    return names


def _branch(value: object) -> Branch:
    return value if isinstance(value, Branch) else Branch()


def references(tree: Branch) -> Iterator[Reference]:
    """Yield every reference of a tree in the order of its sections."""
    for entry in entries(tree):
        if isinstance(entry.content, Branch):
            for field, kind in (*_ENTRY_FIELDS.get(entry.namespace, ()), ("cite", "sources")):
                yield from _named(entry.content, field, kind, entry.id)
            yield from _cited_below(entry.content, entry.id)
            if entry.namespace in LINKING:
                yield from _links(entry.content, entry.id)
    yield from _of_model(tree)


def _links(box: Branch, subject: str) -> Iterator[Reference]:
    for field, kind in (("leads_to", "effects"), ("engages", "participants")):
        links = _branch(box.get(field))
        for target, link in links.items():
            name = f"{subject} -> {target}" if field == "leads_to" else f"{target} -> {subject}"
            yield Reference(name, target, kind, links.key_spot(target), links, target, is_key=True)
            if isinstance(link, Branch):
                for inner, inner_kind in (*_LINK_FIELDS, ("cite", "sources")):
                    yield from _named(link, inner, inner_kind, name)
                for side in ("for", "against"):
                    yield from _named(_branch(link.get("evidence")), side, "studies", name)


def _cited_below(content: Branch, subject: str) -> Iterator[Reference]:
    for field in ("links", "better"):
        below = content.get(field)
        if isinstance(below, Branch):
            yield from _named(below, "cite", "sources", subject)
    for item in _branch(content.get("items")).values():
        yield from _named(_branch(item), "cite", "sources", subject)


def _of_model(tree: Branch) -> Iterator[Reference]:
    stage_links = section_of(tree, ("stage_links",)) or Branch()
    for pair, link in stage_links.items():
        yield Reference(pair, pair, "stage pairs", stage_links.key_spot(pair), stage_links, pair, is_key=True)
        if isinstance(link, Branch):
            yield from _named(link, "cite", "sources", pair)
    for section, fields in (
        ("figure", (("open", "boxes"), ("columns", "columns"))),
        ("coverage", (("unit", "units"), ("cite", "sources"))),
        ("site", (("cite", "sources"),)),
    ):
        content = tree.get(section)
        if isinstance(content, Branch):
            for field, kind in fields:
                yield from _named(content, field, kind, section)


def _named(content: Branch, field: str, kind: str, subject: str) -> Iterator[Reference]:
    value = content.get(field)
    if value is None:
        return
    if isinstance(value, str):
        spot = content.value_spot(field)
        yield Reference(subject, _id(value, kind), kind, spot, content, field, is_key=False)
    elif isinstance(value, Items):
        for index, item in enumerate(value):
            if isinstance(item, str):
                spot = value.spot_of(index)
                yield Reference(subject, _id(item, kind), kind, spot, content, field, is_key=False)


def _id(written: str, kind: str) -> str:
    return cited_source(written) if kind == "sources" else written


def cited_source(written: str) -> str:
    """Return the id of the source that a citation (`<source id> <where>`) begins with."""
    return written.strip().partition(" ")[0]


def dangling_references(tree: Branch) -> list[Reference]:
    """Return every reference of a tree that names nothing. An empty one is of a wrong type, and left to that."""
    names = names_in(tree)
    return [found for found in references(tree) if found.target not in names[found.kind] and found.target]


def reference_faults(tree: Branch, dangling: Sequence[Reference]) -> Iterator[Fault]:
    """Say of references that they name nothing, what they may have meant, and where they stand."""
    names = names_in(tree)
    for index, reference in enumerate(dangling):
        kind, target = reference.kind, reference.target
        fault = "cited-source-missing" if kind == "sources" else "dangling-reference"
        message, hint = _wanted(target, kind, names)
        if not hint:
            ways_out = _ways_out(kind, names[kind])
            hint = nearest_hint(target, names[kind], ways_out, asked=index)
        yield Fault(fault, message, place_of(reference.spot), hint, reference.subject)


def _wanted(target: str, kind: str, names: dict[str, frozenset[str]]) -> tuple[str, str]:
    """Return the message, and the hint where the id is there but names something else."""
    if kind == "stage pairs":
        return f"`{shown(target)}` is not a pair of stages.", ""
    if kind in ("stages", "columns"):
        return f"`{shown(target)}` is not a {_WORDS[kind]}.", ""
    other = next((other for other, ids in names.items() if target in ids and other not in _SAYS_MORE), None)
    if other is None:
        return f"`{shown(target)}` is not the id of any {_WORDS[kind]}.", ""
    message = f"`{shown(target)}` is {_a(_WORDS[other])}, where {_a(_WORDS[kind])} is wanted."
    return message, f"Name {_a(_WORDS[kind])}, or take this away."


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aio" else f"a {word}"


def _ways_out(kind: str, ids: frozenset[str]) -> str:
    if not ids:
        return f"The model has no {_WORDS[kind]} yet: add it, or take this away."
    if kind in ("stages", "stage pairs", "columns"):
        return f"The stages are {', '.join(STAGES)}."
    return f"Add the {_WORDS[kind]}, or take this away."


def duplicate_ids(tree: Branch) -> Iterator[Fault]:
    """Yield a fault for each id that two sections use; boxes, factors and their like share theirs."""
    seen: dict[str, Place | None] = {}
    for entry in entries(tree):
        if entry.namespace not in SHARED_NAMESPACE:
            continue
        place = entry.section.key_place(entry.id)
        if entry.id in seen:
            message = f"the id `{shown(entry.id)}` is already used."
            hint = "Boxes, assumptions, factors, studies and indicators share their ids: change one of the two."
            yield Fault("duplicate-id", message, place, hint, entry.id, seen[entry.id])
        else:
            seen[entry.id] = place
