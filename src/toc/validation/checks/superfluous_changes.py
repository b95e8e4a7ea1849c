"""What a site changes to the same as its base says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toc.model import SiteChange, TheoryOfChange
from toc.validation.checks.site_levels import OUTPUT_FIGURES, site_changes
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["superfluous_changes"]

_NOT_THERE = object()


def superfluous_changes(context: Context) -> Iterator[Hit]:
    """TOC605: keys that a site changes to what its base says already, one by one, and changes of no key at all.

    An output's own figures are the site's even where they are the same.
    """
    for site, base, change in site_changes(context.theory, "changed"):
        if not change.fields:
            words = {"id": change.subject, "what": "nothing of"}
            yield Hit("TOC605", change.subject, words, place=change.place)
            continue
        for field, place in zip(change.fields, change.field_places, strict=True):
            if _is_same(site, base, change, field):
                words = {"id": change.subject, "what": f"`{field}` of"}
                yield Hit("TOC605", change.subject, words, place=place)


def _is_same(site: TheoryOfChange, base: TheoryOfChange, change: SiteChange, field: str) -> bool:
    if change.subject in base.outputs and field in OUTPUT_FIGURES:
        return False
    before = getattr(_entry(base, change.subject), field, _NOT_THERE)
    return before is not _NOT_THERE and before == getattr(_entry(site, change.subject), field, _NOT_THERE)


def _entry(theory: TheoryOfChange, subject: str) -> Any:
    """Return what an id, a link or a section names; None where it is not there."""
    entry: Any = theory if (path := theory.path_of(subject)) else None
    for key in path:
        entry = entry.get(key) if isinstance(entry, Mapping) else getattr(entry, key, None)
    return entry
