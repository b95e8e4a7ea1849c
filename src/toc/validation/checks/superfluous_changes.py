"""What a site changes to the same as its base says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from toc.model import Link, TheoryOfChange
from toc.validation.checks.site_levels import OUTPUT_FIGURES, site_levels
from toc.validation.context import Context
from toc.validation.fix import Mending
from toc.validation.hit import Hit

__all__ = ["superfluous_changes"]

_NOT_THERE = object()


def superfluous_changes(context: Context) -> Iterator[Hit]:
    """TOC605: keys that a site changes to what its base says already, one by one, and changes of no key at all.

    An output's own figures are the site's even where they are the same.
    """
    for site, derivation in site_levels(context.theory):
        before, after = _Entries(derivation.base), _Entries(site)
        for change in derivation.changed:
            if not change.fields:
                words = {"id": change.subject, "what": "nothing of"}
                yield Hit("TOC605", change.subject, words, place=change.place, mending=Mending("remove"))
            for field, place in zip(change.fields, change.field_places, strict=True):
                if _is_same(before, after, change.subject, field):
                    words = {"id": change.subject, "what": f"`{field}` of"}
                    yield Hit("TOC605", change.subject, words, place=place, mending=Mending("remove"))


def _is_same(before: _Entries, after: _Entries, subject: str, field: str) -> bool:
    if subject in before.theory.outputs and field in OUTPUT_FIGURES:
        return False
    old = getattr(before.of(subject), field, _NOT_THERE)
    return old is not _NOT_THERE and old == getattr(after.of(subject), field, _NOT_THERE)


class _Entries:
    """What the ids, links and sections of a theory name."""

    def __init__(self, theory: TheoryOfChange) -> None:
        self.theory = theory

    @cached_property
    def _links(self) -> Mapping[str, Link]:
        """Every link by its name; of two with one name the first, which is the one that is changed."""
        return {link.name: link for link in reversed((*self.theory.links, *self.theory.factor_links))}

    def of(self, subject: str) -> Any:
        """Return what a name stands for; None where it is not there."""
        theory = self.theory
        if " -> " in subject and subject not in theory.stage_links:
            link = self._links.get(subject)
            path = (*theory.path_of(link.owner), *link.path) if link else ()
        else:
            path = theory.path_of(subject)
        entry: Any = theory if path else None
        for key in path:
            entry = entry.get(key) if isinstance(entry, Mapping) else getattr(entry, key, None)
        return entry
