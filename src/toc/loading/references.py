"""Every place in a tree where one entry names another, and those that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from toc.errors import Fault
from toc.loading.first_entry import first_entry
from toc.loading.nearest import nearest_hint, shown, typo_mended
from toc.loading.sections import LINKING, entries, section_of, sections
from toc.loading.tree import Branch, Items, Spot, place_of
from toc.loading.unread_ids import unread_ids
from toc.model import FACTOR_ROLES, PERCENT, STAGES

__all__ = [
    "Reference",
    "cited_source",
    "dangling_references",
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
    "columns": "stage", "outputs": "output", "measured": "outcome or indicator", "claims": "claim",
    "claimed units": "unit",
}  # fmt: skip

_LISTED = frozenset(("strands", "populations", "outcomes", "assumptions", "factors", "studies", "contributors"))
"""Kinds of which several may be named."""

_SAYS_MORE = frozenset({"affected", "effects", "columns", "measured", "claimed units"})
"""Kinds that gather others: an id of theirs is already known as something else."""

_STAGE_NAMES: Mapping[str, AbstractSet[str]] = {
    "stages": frozenset(STAGES),
    "columns": frozenset((*STAGES, *FACTOR_ROLES)),
    "stage pairs": frozenset(f"{source} -> {target}" for source in STAGES for target in STAGES),
}

_Fields = Mapping[str, "str | _Fields"]
"""What the keys of a mapping name: a kind, or the keys of the mapping below."""

_CITED: _Fields = {"cite": "sources"}
_ANY_ENTRY: _Fields = {**_CITED, "links": _CITED, "better": _CITED}
_ENTRY: Mapping[str, _Fields] = {
    "boxes": {
        **_ANY_ENTRY, "part_of": "boxes", "strand": "strands", "who": "populations", "unit": "units",
        "aligns": "framework items", "contributors": "contributors",
    },
    "indicators": {**_ANY_ENTRY, "measures": "outcomes", "scale": "scales", "who": "populations"},
    "factors": {**_ANY_ENTRY, "affects": "affected"},
    "claims": {
        **_CITED, "unit": "claimed units",
        "about": {
            "of": "measured", "output": "outputs", "same_as": "claims", "unit": "units", "out_of_unit": "units",
        },
    },
}  # fmt: skip
_LINK: _Fields = {
    **_CITED, "assumptions": "assumptions", "moderated_by": "factors",
    "evidence": {"for": "studies", "against": "studies"},
}  # fmt: skip
_NAMING = frozenset(_LINK)
_LINKS = {"leads_to": "effects", "engages": "participants"}
_SINGLE: Mapping[str, _Fields] = {
    "figure": {"open": "boxes", "columns": "columns"},
    "coverage": {**_CITED, "unit": "units"},
    "site": _CITED,
}


def names_in(tree: Branch) -> dict[str, AbstractSet[str]]:
    """Return which ids there are of each kind that can be named."""
    found: dict[str, set[str]] = {kind: set() for kind in _WORDS}
    for namespace, path, section in sections(tree):
        if namespace in found:
            found[namespace].update(section)
        if path[0] in ("participants", "outputs", "outcomes"):
            found[path[0]].update(section)
    found["framework items"].update(_framework_items(tree))
    found["measured"] = found["outcomes"] | found["indicators"]
    found["claimed units"] = found["units"] | {PERCENT}
    effects = found["boxes"] | found["factors"]
    affected = effects.union(link_names(tree)) if "factors" in tree else effects
    return {**found, **_STAGE_NAMES, "effects": effects, "affected": affected}


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


def references(tree: Branch) -> list[Reference]:
    """Return every reference of a tree, section by section."""
    return _Search({kind: frozenset() for kind in _WORDS}).through(tree)


class _Search:
    """The references found so far whose target is not among those that are `known` of its kind."""

    __slots__ = ("found", "known")

    def __init__(self, known: Mapping[str, AbstractSet[str]]) -> None:
        self.known = known
        self.found: list[Reference] = []

    def through(self, tree: Branch) -> list[Reference]:
        """Look through a whole tree."""
        for namespace, _, section in sections(tree):
            fields = _ENTRY.get(namespace, _ANY_ENTRY)
            for key, content in section.items():
                if not isinstance(content, Branch):
                    continue
                before = len(self.found)
                self.fields(content, fields, key)
                for item in _branch(content["items"]).values() if "items" in content else ():
                    self.fields(_branch(item), _CITED, key)
                if namespace == "claims":
                    self.found[before:] = [_as_a_whole(found, section) for found in self.found[before:]]
                for field, kind in _LINKS.items() if namespace in LINKING else ():
                    if field in content:
                        self.links(content, field, kind, key)
        self.stage_links(section_of(tree, ("stage_links",)) or Branch())
        for key, fields in _SINGLE.items():
            if key in tree and isinstance(tree[key], Branch):
                self.fields(tree[key], fields, key)
        return self.found

    def fields(self, content: Branch, fields: _Fields, subject: str) -> None:
        """Look through the keys of one mapping."""
        for key, value in content.items():
            kind = fields.get(key)
            if kind is None:
                continue
            if not isinstance(kind, str):
                if isinstance(value, Branch):
                    self.fields(value, kind, subject)
            elif isinstance(value, str):
                target = cited_source(value) if kind == "sources" else value
                if target not in self.known[kind]:
                    spot = content.value_spot(key)
                    self.found.append(Reference(subject, target, kind, spot, content, key, is_key=False))
            elif isinstance(value, Items):
                self.listed(value, kind, subject, content, key)

    def listed(self, names: Items, kind: str, subject: str, holder: Branch, key: str) -> None:
        """Look through a list of names."""
        for index, name in enumerate(names):
            if isinstance(name, str):
                target = cited_source(name) if kind == "sources" else name
                if target not in self.known[kind]:
                    spot = names.spot_of(index)
                    self.found.append(Reference(subject, target, kind, spot, holder, key, is_key=False))

    def links(self, box: Branch, field: str, kind: str, subject: str) -> None:
        """Look through the links of a box or factor."""
        links = box.get(field)
        if not isinstance(links, Branch):
            return
        known = self.known[kind]
        for target, link in links.items():
            says_more = isinstance(link, Branch) and not _NAMING.isdisjoint(link)
            if not says_more and target in known:
                continue
            name = f"{subject} -> {target}" if field == "leads_to" else f"{target} -> {subject}"
            if target not in known:
                self.found.append(
                    Reference(name, target, kind, links.key_spot(target), links, target, is_key=True)
                )
            if says_more:
                self.fields(link, _LINK, name)

    def stage_links(self, links: Branch) -> None:
        """Look through the links between stages."""
        for pair, link in links.items():
            if pair not in self.known["stage pairs"]:
                spot = links.key_spot(pair)
                self.found.append(Reference(pair, pair, "stage pairs", spot, links, pair, is_key=True))
            if isinstance(link, Branch):
                self.fields(link, _CITED, pair)


def _as_a_whole(found: Reference, claims: Branch) -> Reference:
    """Return what a claim names so that the claim goes with it, where without it the claim is about nothing."""
    if found.kind not in ("measured", "outputs", "claims"):
        return found
    return found._replace(holder=claims, key=found.subject, is_key=True)


def cited_source(written: str) -> str:
    """Return the id of the source that a citation (`<source id> <where>`) begins with."""
    return written.strip().partition(" ")[0]


def dangling_references(tree: Branch) -> list[Reference]:
    """Return every reference of a tree that names nothing."""
    return [found for found in _Search(names_in(tree)).through(tree) if not _is_told(found)]


def _is_told(found: Reference) -> bool:
    """Say whether it is empty where that is a wrong type, and told as one: a citation, or the id of a link."""
    return not found.target and found.kind in ("sources", "effects", "participants")


def reference_faults(
    tree: Branch, dangling: Sequence[Reference], unread: Iterable[object] = ()
) -> Iterator[Fault]:
    """Say of references that they name nothing, what they may have meant, and where they stand.

    What they name may stand under a key that is not known, or in what else is `unread`: then that is told, and
    not they.
    """
    names = names_in(tree) if dangling else {}
    hidden = unread_ids(tree, unread) if dangling else frozenset[str]()
    dangling = [found for found in dangling if hidden.isdisjoint(found.target.split(" -> "))]
    for index, reference in enumerate(dangling):
        kind, target = reference.kind, reference.target
        fault = "cited-source-missing" if kind == "sources" else "dangling-reference"
        message, hint = _wanted(target, kind, names)
        place, edit = place_of(reference.spot), None
        if not hint:
            ways_out = _ways_out(target, kind, names[kind])
            hint = nearest_hint(target, names[kind], ways_out, asked=index)
            edit = typo_mended(target, names[kind], place, asked=index)
        named = reference.key, target
        yield Fault(fault, message, place, hint, reference.subject, edit=edit, named=named)


def _wanted(target: str, kind: str, names: Mapping[str, AbstractSet[str]]) -> tuple[str, str]:
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


def _ways_out(target: str, kind: str, ids: AbstractSet[str]) -> str:
    if "," in target and kind in _LISTED:
        return f"Several go into brackets: `[{shown(target)}]`."
    if not ids and (example := first_entry(kind, target)):
        return f"The model has no {_WORDS[kind]} yet: write, for example, `{example}`, or take this away."
    if not ids:
        return f"The model has no {_WORDS[kind]} yet: add it, or take this away."
    if kind == "sources":
        return "Begin with the id of a source, then say where in it; or add the source, or take this away."
    if kind in ("stages", "stage pairs", "columns"):
        return f"The stages are {', '.join(STAGES)}."
    return f"Add the {_WORDS[kind]}, or take this away."
