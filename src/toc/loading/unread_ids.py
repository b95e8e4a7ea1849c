"""The ids that a file gives to something, but under a key that is not known, so that nothing reads them."""

from __future__ import annotations

from toc.loading.fields import known_fields
from toc.loading.sections import section_of
from toc.loading.tree import Branch

__all__ = ["unread_ids"]


def unread_ids(tree: Branch) -> frozenset[str]:
    """Return every key, at any depth, below a key which neither a model nor its outcomes may have."""
    found: set[str] = set()
    for path in ((), ("outcomes",)):
        holder, known = section_of(tree, path) or Branch(), known_fields(path)
        below = [content for key, content in holder.items() if key not in known]
        while below:
            content = below.pop()
            if isinstance(content, Branch):
                found.update(content)
                below.extend(content.values())
    return frozenset(found)
