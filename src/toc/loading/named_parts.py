"""`NamedParts`: what a site or a lock may name in a tree, and under which keys it stands."""

from __future__ import annotations

from collections.abc import Collection

from toc.loading.fields import known_fields
from toc.loading.references import link_names
from toc.loading.sections import Named, entries, section_of
from toc.loading.tree import Branch

__all__ = ["NamedParts"]

_SINGLE = ("coverage", "figure")


class NamedParts:
    """Entries by id (a box before all else), links and stage links by their names, the coverage and the figure."""

    def __init__(self, tree: Branch) -> None:
        self.tree = tree
        self.entries: dict[str, Named] = {}
        for entry in entries(tree):
            self.entries.setdefault(entry.id, entry)
        self.links = frozenset((*link_names(tree), *(section_of(tree, ("stage_links",)) or ())))

    def path_of(self, subject: str) -> tuple[str, ...]:
        """Return the keys under which a part stands; () where none does.

        Of two links of one name, `leads_to` of the participant comes before `engages` of the activity.
        """
        if subject in _SINGLE:
            return (subject,)
        if " -> " in subject:
            return self._link_path(subject)
        entry = self.entries.get(subject)
        return (*entry.path, entry.id) if entry else ()

    def _link_path(self, name: str) -> tuple[str, ...]:
        if name in (section_of(self.tree, ("stage_links",)) or ()):
            return ("stage_links", name)
        source, target = name.split(" -> ", 1)
        for owner, key, end in ((source, "leads_to", target), (target, "engages", source)):
            path = self.path_of(owner)
            if path and end in (section_of(self.tree, (*path, key)) or ()):
                return (*path, key, end)
        return ()

    def content_of(self, subject: str) -> object:
        """Return what stands there; None where nothing does."""
        *above, last = self.path_of(subject) or ("",)
        return (section_of(self.tree, tuple(above)) or Branch()).get(last)

    def keys_of(self, subject: str) -> tuple[str, ...]:
        """Return the keys that a part may have, () where nothing stands there."""
        path = self.path_of(subject)
        return known_fields(path) if path else ()

    def like(self, subject: str) -> Collection[str]:
        """Return the names that something may have been meant for: links for a link, ids for the rest."""
        return self.links if " -> " in subject else self.entries.keys()
