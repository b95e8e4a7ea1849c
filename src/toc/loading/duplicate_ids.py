"""Ids that two sections of a tree use."""

from __future__ import annotations

from collections.abc import Iterator

from toc.errors import Fault
from toc.loading.nearest import shown
from toc.loading.sections import SHARED_NAMESPACE, sections
from toc.loading.tree import Branch

__all__ = ["duplicate_ids"]


def duplicate_ids(tree: Branch) -> Iterator[Fault]:
    """Yield a fault for each id that two sections use; boxes, factors and their like share theirs."""
    seen: dict[str, Branch] = {}
    for namespace, _, section in sections(tree):
        if namespace not in SHARED_NAMESPACE:
            continue
        for key in section:
            if seen.setdefault(key, section) is not section:
                message = f"the id `{shown(key)}` is already used."
                hint = (
                    "Boxes, assumptions, factors, studies and indicators share their ids: change one of the two."
                )
                places = section.key_place(key), seen[key].key_place(key)
                yield Fault("duplicate-id", message, places[0], hint, key, places[1])
