"""Which parts of a tree hold named entries, and where each id stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toc.loading.tree import Branch
from toc.model import OUTCOME_STAGES

__all__ = [
    "BOX_SECTIONS",
    "KEYED_SECTIONS",
    "LINKING",
    "SHARED_NAMESPACE",
    "SHARED_SECTIONS",
    "SINGLE_SECTIONS",
    "Named",
    "box_contents",
    "entries",
    "section_of",
    "sections",
]

BOX_SECTIONS = ("inputs", "participants", "activities", "outputs")
SHARED_NAMESPACE = ("boxes", "assumptions", "factors", "studies", "indicators")
LINKING = ("boxes", "factors")
"""What may lead to something."""
SHARED_SECTIONS = (*BOX_SECTIONS, "outcomes", *SHARED_NAMESPACE[1:])
OWN_NAMESPACES = ("strands", "populations", "units", "scales", "sources", "contributors", "frameworks", "claims")
KEYED_SECTIONS = (*BOX_SECTIONS, *SHARED_NAMESPACE[1:], *OWN_NAMESPACES, "stage_links", "sites")
SINGLE_SECTIONS = ("coverage", "figure", "site", "stage_labels", "ignore")


class Named(NamedTuple):
    """An entry of a section: its namespace, section path, id and content (which may be of a wrong type)."""

    namespace: str
    path: tuple[str, ...]
    id: str
    section: Branch
    content: object


def section_of(tree: object, path: tuple[str, ...]) -> Branch | None:
    """Return the mapping at a path of keys, or None where there is none."""
    node = tree
    for key in path:
        node = node.get(key) if isinstance(node, Branch) else None
    return node if isinstance(node, Branch) else None


def sections(tree: Branch) -> Iterator[tuple[str, tuple[str, ...], Branch]]:
    """Yield the namespace, the path and the mapping of every section of named entries, in their order."""
    for namespace, path in _SECTIONS:
        section = section_of(tree, path)
        if section is not None:
            yield namespace, path, section


def entries(tree: Branch) -> Iterator[Named]:
    """Yield every named entry of a tree, in the order of the sections."""
    for namespace, path, section in sections(tree):
        for key, content in section.items():
            yield Named(namespace, path, key, section, content)


def box_contents(tree: Branch) -> Iterator[tuple[str, Branch, bool]]:
    """Yield the id of each box and factor in a model or a site, what is said of it, and whether it is a change."""
    added = section_of(tree, ("add",)) or Branch()
    changed = section_of(tree, ("change",)) or Branch()
    holders = [section for part in (tree, added) for name, _, section in sections(part) if name in LINKING]
    for holder in (*holders, changed):
        for key, content in holder.items():
            if isinstance(content, Branch):
                yield key, content, holder is changed


_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    *(("boxes", (section,)) for section in BOX_SECTIONS),
    *(("boxes", ("outcomes", stage)) for stage in OUTCOME_STAGES),
    *((name, (name,)) for name in (*SHARED_NAMESPACE[1:], *OWN_NAMESPACES)),
)
