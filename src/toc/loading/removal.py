"""Taking an entry or a link out of a tree, with everything that names it."""

from __future__ import annotations

from collections.abc import Iterator

from toc.errors import Fault
from toc.loading.nearest import shown
from toc.loading.references import Reference, cited_source, references
from toc.loading.sections import Named, section_of
from toc.loading.tree import Branch, Items
from toc.places import Place

__all__ = ["remove_entry", "remove_link", "remove_references"]


def remove_references(found: list[Reference]) -> None:
    """Take references out of their tree: a link as a whole, an id out of its list, a field with one id."""
    for reference in found:
        holder, key = reference.holder, reference.key
        value = holder.get(key)
        if reference.is_key or isinstance(value, str):
            holder.without_entry(key)
        elif isinstance(value, Items):
            keep = [index for index, item in enumerate(value) if not _names(item, reference)]
            spots = [value.spots[index] for index in keep] if value.spots else []
            holder[key] = Items.of([value[index] for index in keep], spots)


def _names(item: object, reference: Reference) -> bool:
    if reference.kind == "sources" and isinstance(item, str):
        return cited_source(item) == reference.target
    return item == reference.target


def remove_entry(tree: Branch, entry: Named, place: Place | None, also_dropped: frozenset[str]) -> Iterator[Fault]:
    """Take an entry and its links out of a tree; yield a fault for each part that would lose its whole."""
    named = [found for found in references(tree) if _is_about(found, entry)]
    for part in named:
        if part.key == "part_of" and part.subject not in also_dropped:
            message = f"`{shown(entry.id)}` is dropped, but `{shown(part.subject)}` is a part of it and stays."
            hint = f"Drop `{shown(part.subject)}` too, or change its `part_of`."
            yield Fault("dangling-reference", message, place, hint, part.subject)
    remove_references(named)
    entry.section.without_entry(entry.id)


def _is_about(reference: Reference, entry: Named) -> bool:
    if entry.namespace != "boxes":
        return reference.kind == entry.namespace and reference.target == entry.id
    if reference.kind == "affected":
        return entry.id in reference.target.split(" -> ")
    return reference.kind in ("boxes", "participants", "outcomes") and reference.target == entry.id


def remove_link(tree: Branch, name: str) -> bool:
    """Take the link `from -> to`, or a stage link, out of a tree; say whether there was one."""
    stage_links = section_of(tree, ("stage_links",)) or Branch()
    if name in stage_links:
        stage_links.without_entry(name)
        return True
    named = [found for found in references(tree) if _is_link(found, name)]
    remove_references(named)
    return any(found.is_key for found in named)


def _is_link(reference: Reference, name: str) -> bool:
    """Say whether a reference is the link itself, or a factor that acts on it."""
    if reference.is_key:
        return reference.subject == name
    return reference.kind == "affected" and reference.target == name
