"""Taking an entry or a link out of a tree, with everything that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from toc.errors import Fault
from toc.loading.nearest import shown
from toc.loading.references import Reference, cited_source, references
from toc.loading.sections import Named
from toc.loading.tree import Branch, Items
from toc.places import Place

__all__ = ["remove_named", "remove_references", "remove_unexplained_ignores"]


def remove_references(found: Iterable[Reference]) -> None:
    """Take references out of their tree: a link as a whole, an id out of its list, a field with one id."""
    listed: dict[tuple[int, str], tuple[Reference, set[str]]] = {}
    for reference in found:
        value = reference.holder.get(reference.key)
        if reference.is_key or isinstance(value, str):
            reference.holder.without_entry(reference.key)
        elif isinstance(value, Items):
            place = (id(reference.holder), reference.key)
            listed.setdefault(place, (reference, set()))[1].add(reference.target)
    for reference, targets in listed.values():
        reference.holder[reference.key] = _without(reference.holder[reference.key], targets, reference.kind)


def _without(items: Items, targets: Collection[str], kind: str) -> Items:
    ids = [cited_source(item) if kind == "sources" and isinstance(item, str) else item for item in items]
    return items.only([index for index, named in enumerate(ids) if named not in targets])


def remove_named(
    tree: Branch, gone: Sequence[Named], links: Collection[str], places: Mapping[str, Place | None]
) -> Iterator[Fault]:
    """Take entries and links (`from -> to`) out of a tree, with every mention of them.

    Yields a fault for each part that would lose its whole, at the place where the whole is dropped.
    """
    ids: dict[str, set[str]] = {}
    for entry in gone:
        ids.setdefault(entry.namespace, set()).add(entry.id)
    boxes = ids.get("boxes", set())
    named = [found for found in references(tree) if _is_gone(found, ids, links)]
    for part in named:
        if part.key == "part_of" and part.subject not in boxes:
            message = f"`{shown(part.target)}` is dropped, but `{shown(part.subject)}` is a part of it and stays."
            hint = f"Drop `{shown(part.subject)}` too, or change its `part_of`."
            yield Fault("dangling-reference", message, places.get(part.target), hint, part.subject)
    remove_references(named)
    for entry in gone:
        entry.section.without_entry(entry.id)


def remove_unexplained_ignores(tree: Branch) -> None:
    """Take every `ignore` without a reason out of a tree: it leaves nothing out."""
    for key, content in tree.items():
        if key == "ignore" and isinstance(content, Items):
            tree[key] = content.only([index for index, one in enumerate(content) if not _lacks_reason(one)])
        elif isinstance(content, Branch):
            remove_unexplained_ignores(content)


def _lacks_reason(ignore: object) -> bool:
    reason = ignore.get("reason") if isinstance(ignore, Branch) else ""
    return isinstance(ignore, Branch) and (reason is None or (isinstance(reason, str) and not reason.strip()))


def _is_gone(reference: Reference, ids: Mapping[str, Collection[str]], links: Collection[str]) -> bool:
    """Say whether a reference names something that goes, or is a link that does."""
    boxes = ids.get("boxes", ())
    if reference.is_key and reference.subject in links:
        return True
    either = {*boxes, *ids.get("factors", ())}
    if reference.kind == "affected":
        return reference.target in links or any(end in either for end in reference.target.split(" -> "))
    if reference.kind == "effects":
        return reference.target in either
    if reference.kind == "framework items":
        return reference.target.partition(".")[0] in ids.get("frameworks", ())
    if reference.kind in ("boxes", "participants", "outcomes"):
        return reference.target in boxes
    return reference.target in ids.get(reference.kind, ())
