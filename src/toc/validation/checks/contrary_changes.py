"""What a site changes and drops as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.model import SiteChange
from toc.validation.checks.site_levels import site_levels
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["changes_of_what_is_dropped"]

_NAMED = 4
"""Changes that one finding names."""


def changes_of_what_is_dropped(context: Context) -> Iterator[Hit]:
    """TOC617: ids and links under `change` that the same site drops; a link goes with either of its ends.

    All that goes with one drop is told together, at the first change of it.
    """
    for _, derivation in site_levels(context.theory):
        dropped = {change.subject: change for change in derivation.dropped}
        contrary: dict[str, list[SiteChange]] = {}
        for change in derivation.changed if dropped else ():
            ends = change.subject.split(" -> ")
            named = next((name for name in (change.subject, *ends) if name in dropped), None)
            if named is not None:
                contrary.setdefault(named, []).append(change)
        for named, changes in contrary.items():
            covers = tuple(change.subject for change in changes)
            comes = "the change comes" if len(changes) == 1 else "these changes come"
            words = {"changed": _listed(covers), "dropped": named, "comes": comes}
            place, other = changes[0].place, dropped[named].place
            yield Hit("TOC617", named, words, place=place, other=other, covers=covers)


def _listed(names: Sequence[str]) -> str:
    told = [f"`{name}`" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        told.append(f"{len(names) - _NAMED} more")
    *others, last = told
    return f"{', '.join(others)} and {last}" if others else last
