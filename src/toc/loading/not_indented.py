"""The keys of an entry that stand beside it, where they should stand below it."""

from __future__ import annotations

from typing import Any

from toc.loading.fields import known_fields
from toc.loading.nearest import shown
from toc.loading.sections import section_of
from toc.loading.tree import Branch

__all__ = ["keys_not_indented", "put_further_in"]


def keys_not_indented(tree: Branch, path: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the keys right after an entry of which nothing is said, as far as they are keys that it may have."""
    section = section_of(tree, path[:-1])
    if section is None or section.get(path[-1], "") is not None:
        return ()
    fields = known_fields(path)
    found: list[str] = []
    is_after = False
    for key in section:
        if is_after and key not in fields:
            break
        if is_after:
            found.append(key)
        is_after = is_after or key == path[-1]
    return tuple(found)


def put_further_in(tree: Branch, path: tuple[Any, ...]) -> str:
    """Return how such keys are put below their entry, "" where there are none."""
    names = [f"`{key}`" for key in keys_not_indented(tree, path)]
    if not names:
        return ""
    listed = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    return f"What belongs to `{shown(path[-1])}` goes further in than it: put more blanks before {listed}."
