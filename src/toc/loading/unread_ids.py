"""The ids that a file gives to something, but under a key that is not known, so that nothing reads them."""

from __future__ import annotations

from collections.abc import Iterable

from toc.loading.fields import known_fields
from toc.loading.sections import section_of
from toc.loading.tree import Branch, Items

__all__ = ["unread_ids"]


def unread_ids(tree: Branch, unread: Iterable[object] = ()) -> frozenset[str]:
    """Return every key and listed name, at any depth, below a key which neither a model nor its outcomes may have.

    `unread` is what else nothing reads, such as a block of a site whose name is not known.
    """
    found: set[str] = set()
    below = list(unread)
    for path in ((), ("outcomes",)):
        holder, known = section_of(tree, path) or Branch(), known_fields(path)
        unknown = [key for key in holder if key not in known]
        below.extend(holder[key] for key in unknown)
        # An outcome may stand without its stage.
        found.update(unknown if path else ())
    while below:
        content = below.pop()
        if isinstance(content, Branch):
            found.update(content)
            below.extend(content.values())
        elif isinstance(content, Items):
            found.update(one for one in content if isinstance(one, str))
            below.extend(content)
    return frozenset(found)
