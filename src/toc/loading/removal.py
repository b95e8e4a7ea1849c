"""Taking an entry or a link out of a tree, with everything that names it."""

from __future__ import annotations

from collections.abc import Iterator

from toc.errors import Fault
from toc.loading.references import Reference, references
from toc.loading.sections import Named, entries, section_of
from toc.loading.tree import Branch, Items
from toc.places import Place

__all__ = ["remove_entry", "remove_link", "remove_references"]


def remove_references(found: list[Reference]) -> None:
    """Take references out of their tree: a link as a whole, an id out of its list, a field with one id."""
    for reference in found:
        holder, key = reference.holder, reference.key
        value = holder.get(key)
        if reference.is_key or isinstance(value, str):
            holder.pop(key, None)
        elif isinstance(value, Items):
            keep = [index for index, item in enumerate(value) if not _names(item, reference)]
            spots = [value.spots[index] for index in keep] if value.spots else []
            holder[key] = Items.of([value[index] for index in keep], spots)


def _names(item: object, reference: Reference) -> bool:
    if reference.kind == "sources" and isinstance(item, str):
        return item.strip().partition(" ")[0] == reference.target
    return item == reference.target


def remove_entry(tree: Branch, entry: Named, place: Place | None, also_dropped: frozenset[str]) -> Iterator[Fault]:
    """Take an entry and its links out of a tree; yield a fault for each part that would lose its whole."""
    named = [found for found in references(tree) if _is_about(found, entry)]
    for part in named:
        if part.key == "part_of" and part.subject not in also_dropped:
            message = f"`{entry.id}` is dropped, but `{part.subject}` is a part of it and stays."
            hint = f"Drop `{part.subject}` too, or change its `part_of`."
            yield Fault("dangling-reference", message, place, hint, part.subject)
    remove_references(named)
    entry.section.pop(entry.id, None)


def _is_about(reference: Reference, entry: Named) -> bool:
    if reference.kind == "affected" and entry.id in reference.target.split(" -> "):
        return True
    fits = reference.kind == entry.namespace or (
        entry.namespace == "boxes" and reference.kind in ("participants", "outcomes", "affected")
    )
    return fits and reference.target == entry.id


def remove_link(tree: Branch, name: str) -> bool:
    """Take the link `from -> to`, or a stage link, out of a tree; say whether there was one."""
    stage_links = section_of(tree, ("stage_links",))
    if stage_links is not None and name in stage_links:
        del stage_links[name]
        return True
    source, target = name.split(" -> ", 1)
    found = False
    for entry in entries(tree):
        if entry.namespace != "boxes" or not isinstance(entry.content, Branch):
            continue
        for owner, key, end in ((source, "leads_to", target), (target, "engages", source)):
            links = entry.content.get(key)
            if entry.id == owner and isinstance(links, Branch) and end in links:
                del links[end]
                found = True
    return found
