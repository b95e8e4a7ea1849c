"""What a site changes and drops as well."""

from __future__ import annotations

from collections.abc import Iterator

from toc.validation.checks.site_levels import site_levels
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["changes_of_what_is_dropped"]


def changes_of_what_is_dropped(context: Context) -> Iterator[Hit]:
    """TOC617: ids and links under `change` that the same site drops; a link goes with either of its ends."""
    for _, derivation in site_levels(context.theory):
        dropped = {change.subject: change for change in derivation.dropped}
        for change in derivation.changed if dropped else ():
            ends = change.subject.split(" -> ")
            named = next((name for name in (change.subject, *ends) if name in dropped), None)
            if named is not None:
                words = {"id": change.subject, "dropped": named}
                yield Hit("TOC617", change.subject, words, place=change.place, other=dropped[named].place)
