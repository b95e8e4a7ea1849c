"""`EntryField`: one leaf of what a model says, its value, and where that value was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toc.loading.yaml_words import yaml_word
from toc.model import Derivation, SiteChange, TheoryOfChange
from toc.places import Place

__all__ = ["EntryField", "Keys", "derivations_of", "fields_at", "place_dict"]

Keys = tuple[str, ...]
"""The keys that lead to something in a model file."""

_LINKS = ("leads_to", "engages")


@dataclass(frozen=True, slots=True)
class EntryField:
    """One leaf.

    `path` leads to it from its entry (`leads_to.calm.basis`). `value` is what the YAML says: text, a number,
    true or false, a list or an empty mapping; None where a site has taken the key away. `place` is where it
    was written, None for a theory that was not read from a text. `reason` is why a site changed it, else "".
    `from_links` marks what a link has from the `links` of its box or factor.
    """

    path: str
    value: Any
    place: Place | None
    reason: str = ""
    from_links: bool = False

    @property
    def written(self) -> str:
        """The value as YAML, on one line."""
        if isinstance(self.value, list):
            return f"[{', '.join(map(_written_item, self.value))}]"
        if isinstance(self.value, dict):
            return "{}"
        return "null" if self.value is None else yaml_word(self.value)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; file, line, column and reason are null where there is none."""
        found = {"path": self.path, "value": self.value, **place_dict(self.place)}
        return {**found, "reason": self.reason or None, "from_links": self.from_links}


def _written_item(item: Any) -> str:
    if isinstance(item, Mapping):
        inner = (f"{yaml_word(key, listed=True)}: {yaml_word(word, listed=True)}" for key, word in item.items())
        return f"{{{', '.join(inner)}}}"
    return yaml_word(item, listed=True)


def place_dict(place: Place | None) -> dict[str, Any]:
    """Return a place as `file`, `line` and `column`, each null where there is none."""
    if place is None:
        return {"file": None, "line": None, "column": None}
    return {"file": place.file, "line": place.line, "column": place.column}


def derivations_of(theory: TheoryOfChange) -> Iterator[tuple[TheoryOfChange, Derivation]]:
    """Yield each site from the file itself up to the outermost base, with how it was made from the one above."""
    while (derivation := theory.derivation) is not None:
        yield theory, derivation
        theory = derivation.base


def fields_at(theory: TheoryOfChange, path: Keys) -> tuple[EntryField, ...]:
    """Return every leaf of the entry at a path of keys, in the order of the language; () where there is none.

    What a link has from the `links` of its box follows the link; what sites have taken away comes last.
    """
    everything = theory.model_dump(mode="json", exclude_unset=True, include={path[0]})
    content = _at(everything, path)
    if content is None:
        return ()
    holder = path[:-2] if path[-2:-1] and path[-2] in _LINKS else path
    defaults = _at(everything, (*holder, "links")) or {}
    shown = _Shown(theory, path, holder, defaults, tuple(_changed_keys(theory)))
    return (*shown.leaves(content, path), *shown.taken_away(content))


def _at(content: Any, path: Keys) -> Any:
    for key in path:
        content = content.get(key) if isinstance(content, Mapping) else None
    return content


@dataclass(frozen=True, slots=True)
class _Shown:
    """The entry that is shown: its path, that of its box or factor (but for a link its own), and `links` there.

    `changes` are the keys that sites have changed anywhere, the last level first.
    """

    theory: TheoryOfChange
    path: Keys
    holder: Keys
    defaults: Mapping[str, Any]
    changes: tuple[tuple[Keys, SiteChange, Place | None], ...]

    def leaves(self, content: Any, path: Keys) -> Iterator[EntryField]:
        """Yield the leaves below a path, each link followed by what it has from the defaults."""
        if isinstance(content, Mapping) and content:
            for key, inner in content.items():
                yield from self.leaves(inner, (*path, key))
        else:
            yield EntryField(self._name(path), content, self._place(path), self._reason(path))
        depth = len(self.holder)
        if len(path) == depth + 2 and path[depth] in _LINKS:
            yield from self._inherited(content, path)

    def _inherited(self, link: Mapping[str, Any], path: Keys) -> Iterator[EntryField]:
        for key, value in self.defaults.items():
            if not link.get(key):
                source = (*self.holder, "links", key)
                name = self._name((*path, key))
                yield EntryField(name, value, self._place(source), self._reason(source), from_links=True)

    def taken_away(self, content: Mapping[str, Any]) -> Iterator[EntryField]:
        """Yield the keys that a site has set to null; where several levels did, the last of them counts."""
        told = set(content)
        for path, change, place in self.changes:
            if path[:-1] == self.path and path[-1] not in told:
                told.add(path[-1])
                yield EntryField(path[-1], None, place, change.reason)

    def _name(self, path: Keys) -> str:
        return ".".join(path[len(self.path) :])

    def _place(self, path: Keys) -> Place | None:
        return self.theory.origin.place(path) if self.theory.origin else None

    def _reason(self, path: Keys) -> str:
        """Return why a site wrote what stands at a path; "" where it is the base's, or no reason was given."""
        place = self._place(path)
        return next(
            (
                change.reason
                for changed, change, where in self.changes
                if path[: len(changed)] == changed and place and where and place.file == where.file
            ),
            "",
        )


def _changed_keys(theory: TheoryOfChange) -> Iterator[tuple[Keys, SiteChange, Place | None]]:
    """Yield each key that a level of sites has changed, its change and its place; the last level first."""
    for _, derivation in derivations_of(theory):
        for change in derivation.changed:
            entry = derivation.base.path_of(change.subject) or theory.path_of(change.subject)
            for key, place in zip(change.fields, change.field_places, strict=True):
                yield (*entry, key), change, place
