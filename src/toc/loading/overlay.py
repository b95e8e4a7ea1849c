"""A site's `add`, `change` and `drop` applied to the tree of its base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from toc.errors import Fault
from toc.loading.fields import known_fields
from toc.loading.locks import locks_of, without_dropped_locks
from toc.loading.missing_link import link_meant, missing_link_hint
from toc.loading.named_parts import NamedParts
from toc.loading.nearest import nearest_hint, shown, typo_mended
from toc.loading.removal import remove_named
from toc.loading.sections import KEYED_SECTIONS, SHARED_NAMESPACE, SHARED_SECTIONS, Named, entries
from toc.loading.tree import Branch, Items
from toc.model import OUTCOME_STAGES, SiteChange
from toc.places import Place

__all__ = ["ADDED_SECTIONS", "SITE_KEYS", "Overlay", "overlaid"]

SITE_KEYS = (
    "toc",
    "extends",
    "base_fingerprint",
    "id",
    "title",
    "version",
    "description",
    "language",
    "site",
    "sites",
    "locked",
    "ignore",
    "add",
    "change",
    "drop",
)
"""What may stand in the file of a site."""
ADDED_SECTIONS = (*KEYED_SECTIONS, "outcomes")
"""What a site may add to."""
_OF_THE_BASE_ALONE = ("sites", "claims")
_REPLACED = ("id", "title", "version", "description", "language", "site", "sites")


@dataclass(slots=True)
class Overlay:
    """The tree of a site while it is made from its base, and what was done to it.

    `unread` is what stands under a key that is not known, or is no mapping where ids are wanted.
    """

    tree: Branch
    added: list[str] = field(default_factory=list)
    changed: list[SiteChange] = field(default_factory=list)
    dropped: list[SiteChange] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: list[object] = field(default_factory=list)


def overlaid(base: Branch, site: Branch) -> Overlay:
    """Return the effective tree of a site; `base` and `site` stay as they are.

    Unknown ids, blocks of a wrong type and ids added twice are faults, and that entry is left out.
    """
    made = Overlay(_copied(base))
    for key in _OF_THE_BASE_ALONE:
        made.tree.without_entry(key)
    # What stands nowhere else in a site is told where it names its base.
    made.tree.start = site.key_spot("extends") or site.start
    for key in site:
        if key not in SITE_KEYS:
            hint = nearest_hint(key, SITE_KEYS, "A site has `site`, `add`, `change` and `drop`.")
            message = f"`{shown(key)}` is not a key that can stand in the file of a site."
            place = site.key_place(key)
            edit = typo_mended(key, SITE_KEYS, place)
            made.faults.append(Fault("unknown-field", message, place, hint, key, edit=edit))
            made.unread.append(site[key])
    for key in _REPLACED:
        if key in site:
            made.tree.with_entry(key, _copied(site[key]), site.marks.get(key))
    if "locked" in site:
        _lock_more(made.tree, site)
    if "ignore" in site:
        _ignore_more(made.tree, site)
    _add(made, _block(made, site, "add"))
    _change(made, _block(made, site, "change"))
    _drop(made, _block(made, site, "drop"))
    if (made.dropped or made.changed) and (locks := without_dropped_locks(base, made.tree)) is not None:
        made.tree["locked"] = locks
    return made


def _lock_more(tree: Branch, site: Branch) -> None:
    """Add what a site locks for the sites that extend it; what its base has locked stays locked."""
    before, more = locks_of(tree), locks_of(site)
    if before is None or more is None:
        tree.with_entry("locked", site["locked"], site.marks.get("locked"))
    else:
        tree.with_entry("locked", before.followed_by(more), site.marks.get("locked"))


def _ignore_more(tree: Branch, site: Branch) -> None:
    """Add what a site ignores in the whole model; what its base ignores stays ignored."""
    before, more = tree.get("ignore", Items()), site["ignore"]
    if isinstance(before, Items) and isinstance(more, Items):
        more = before.followed_by(more)
    tree.with_entry("ignore", more, site.marks.get("ignore"))


def _copied(node: Any) -> Any:
    if not isinstance(node, Branch):
        return node
    return Branch.of({key: _copied(value) for key, value in node.items()}, node.texts, node.marks)


def _block(made: Overlay, site: Branch, key: str) -> Branch:
    block = site.get(key)
    if block is None or isinstance(block, Branch):
        return block or Branch()
    message = f"`{key}` must be a mapping (ids with what is said of them below)."
    made.faults.append(Fault("wrong-type", message, site.key_place(key), _instead_of(key, block), key))
    made.unread.append(block)
    return Branch()


def _instead_of(key: str, written: object) -> str:
    """Return how ids that are dropped are written where a list or a word stands; "" for another block."""
    first = written[0] if isinstance(written, Items) and written else written
    name = shown(first) if isinstance(first, str) else "id"
    return f"Write each id with the reason behind it: `{key}: {{{name}: why it goes}}`." if key == "drop" else ""


def _add(made: Overlay, block: Branch) -> None:
    known = {entry.id: entry for entry in entries(made.tree) if entry.namespace in SHARED_NAMESPACE}
    for section, stage, entry_id, holder in _additions(made, block):
        place = holder.key_place(entry_id)
        first = known.get(entry_id) if section in SHARED_SECTIONS else None
        target = _section(made.tree, section, stage, block)
        if first or entry_id in target:
            other = first.section.key_place(entry_id) if first else target.key_place(entry_id)
            hint = "Use `change` to alter it, or give the new one another id."
            message = f"`{shown(entry_id)}` is already in the base."
            made.faults.append(Fault("duplicate-id", message, place, hint, entry_id, other))
            continue
        target.with_entry(entry_id, _copied(holder[entry_id]), holder.marks.get(entry_id))
        made.added.append(entry_id)


def _additions(made: Overlay, block: Branch) -> Iterator[tuple[str, str | None, str, Branch]]:
    for section, content in block.items():
        stages = content if section == "outcomes" and isinstance(content, Branch) else {None: content}
        if section not in ADDED_SECTIONS:
            hint = nearest_hint(section, ADDED_SECTIONS, "`add` holds sections of the model.")
            message = f"`{shown(section)}` is not a section that a site can add to."
            place = block.key_place(section)
            edit = typo_mended(section, ADDED_SECTIONS, place)
            made.faults.append(Fault("unknown-field", message, place, hint, section, edit=edit))
            made.unread.append(content)
            continue
        for stage, ids in stages.items():
            if not isinstance(ids, Branch) or (stage is not None and stage not in OUTCOME_STAGES):
                hint = f"Outcomes stand under {', '.join(OUTCOME_STAGES)}." if section == "outcomes" else ""
                message = f"`{shown(stage or section)}` must hold ids with what is said of them below."
                place = block.key_place(section) if stage is None else content.key_place(stage)
                made.faults.append(Fault("wrong-type", message, place, hint, section))
                made.unread.append(ids)
                continue
            for entry_id in ids:
                yield section, stage, entry_id, ids


def _section(tree: Branch, section: str, stage: str | None, block: Branch) -> Branch:
    holder = tree
    for key in (section, stage) if stage else (section,):
        if not isinstance(holder.get(key), Branch):
            holder.with_entry(key, Branch.of({}, tree.texts), block.marks.get(section))
        holder = holder[key]
    return holder


def _change(made: Overlay, block: Branch) -> None:
    known = NamedParts(made.tree)
    for subject, patch in block.items():
        place = block.key_place(subject)
        content = known.content_of(subject)
        if not isinstance(content, Branch):
            made.faults.append(_unknown(made, known, subject, block, "change"))
            continue
        if not isinstance(patch, Branch):
            message = f"what is changed of `{shown(subject)}` must be a mapping of its fields."
            hint = "To take it away, use `drop`."
            made.faults.append(Fault("wrong-type", message, place, hint, subject))
            continue
        fields = tuple(key for key in patch if key != "reason")
        _merge(content, patch, fields, known.path_of(subject))
        why = _reason(made, subject, patch.get("reason"), patch.key_place("reason"))
        made.changed.append(SiteChange(subject, fields, why, place, tuple(map(patch.key_place, fields))))


def _merge(content: Branch, patch: Branch, fields: tuple[str, ...], path: tuple[str, ...]) -> None:
    for key in fields:
        value = patch[key]
        if value is None and _can_stand(content, key, path):
            content.without_entry(key)
        elif isinstance(value, Branch) and isinstance(content.get(key), Branch):
            _merge(content[key], value, tuple(value), (*path, key))
        else:
            content.with_entry(key, _copied(value), patch.marks.get(key))


def _can_stand(content: Branch, key: str, path: tuple[str, ...]) -> bool:
    """Say whether a key may be taken away; one that cannot stand here is left in, to be told as any other."""
    known = known_fields(path)
    return key in content or key in known or not known


def _drop(made: Overlay, block: Branch) -> None:
    known = NamedParts(made.tree)
    gone: list[Named] = []
    links: list[str] = []
    for subject, reason in block.items():
        place = block.key_place(subject)
        if subject in known.links:
            links.append(subject)
        elif subject in known.entries:
            gone.append(known.entries[subject])
        elif subject == "coverage" and subject in made.tree:
            made.tree.without_entry(subject)
        else:
            made.faults.append(_unknown(made, known, subject, block, "drop"))
            continue
        made.dropped.append(SiteChange(subject, (), _reason_of_drop(made, subject, reason, place), place))
    places = {subject: block.key_place(subject) for subject in block}
    made.faults.extend(remove_named(made.tree, gone, frozenset(links), places))


def _reason_of_drop(made: Overlay, subject: str, written: object, place: Place | None) -> str:
    """Return the reason, which may also stand in a mapping of its own (`reason: ...`)."""
    if not isinstance(written, Branch):
        return _reason(made, subject, written, place)
    for key in written:
        if key != "reason":
            message = f"`{shown(key)}` is not a key that can stand in what is dropped."
            hint = "It may have: reason."
            made.faults.append(Fault("unknown-field", message, written.key_place(key), hint, subject))
    return _reason(made, subject, written.get("reason"), written.key_place("reason"))


def _reason(made: Overlay, subject: str, words: object, place: Place | None) -> str:
    """Return a reason, "" where none is given."""
    if not isinstance(words, str | None):
        message = f"the reason for `{shown(subject)}` must be text."
        hint = "Put it into quotes." if isinstance(words, int | float) else ""
        made.faults.append(Fault("wrong-type", message, place, hint, subject))
    return words if isinstance(words, str) else ""


def _unknown(made: Overlay, known: NamedParts, subject: str, block: Branch, verb: str) -> Fault:
    """Say that a site names nothing, and what it may have meant."""
    message = f"`{shown(subject)}`, which this site wants to {verb}, is not in the base."
    otherwise = "Look the id up in the base, or use `add` for something new."
    asked, like, place = len(made.faults), known.like(subject), block.key_place(subject)
    if subject in ADDED_SECTIONS:
        hint = f"`{verb}` names ids directly{_first_id(block[subject])}."
        return Fault("overlay-targets-unknown-id", message, place, hint, subject)
    if verb == "drop":
        # A unit or a scale that goes takes more with it than a misspelt box: it is not what was meant.
        own = {key for key, entry in known.entries.items() if entry.namespace not in SHARED_NAMESPACE}
        like = [name for name in like if name not in own]
    link, hint = link_meant(known, subject), missing_link_hint(known, subject)
    if hint and link is None:
        return Fault("overlay-targets-unknown-id", message, place, hint, subject)
    hint = f"Did you mean `{link}`?" if link else nearest_hint(subject, like, otherwise, asked=asked)
    edit = typo_mended(subject, [link] if link else like, place, asked=asked)
    return Fault("overlay-targets-unknown-id", message, place, hint, subject, edit=edit)


def _first_id(section: object) -> str:
    """Return what to write in place of the name of a section, where it holds ids."""
    ids = section
    while isinstance(ids, Branch) and (stage := next((one for one in ids if one in OUTCOME_STAGES), None)):
        ids = ids[stage]
    first = next(iter(ids), None) if isinstance(ids, Branch) else None
    return f": write `{shown(first)}:` here" if first else ""
