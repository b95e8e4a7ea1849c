"""What a model or a site locks for the sites below it: ids, `id.key`, links and `a -> b.key`."""

from __future__ import annotations

from collections.abc import Iterator

from toc.errors import Edit, Fault
from toc.loading.named_parts import NamedParts
from toc.loading.nearest import nearest_hint, shown, typo_mended
from toc.loading.tree import Branch, Items
from toc.places import Place

__all__ = ["dangling_locks", "locks_of", "without_dropped_locks"]

_KEY = "locked"


def locks_of(tree: Branch) -> Items | None:
    """Return what a tree locks, of which one may stand alone; None for what is of a wrong type."""
    value, mark = tree.get(_KEY, Items()), tree.marks.get(_KEY)
    if isinstance(value, str):
        return Items.of((value,), tree.texts, mark[1:] if mark else ())
    return value if isinstance(value, Items) else None


def dangling_locks(written: Branch, tree: Branch) -> Iterator[Fault]:
    """Yield a fault for each lock of a file (`written`) that names nothing in the whole model (`tree`)."""
    locks = locks_of(written)
    if not locks:
        return
    parts = NamedParts(tree)
    names = [
        (index, name) for index, name in enumerate(locks) if isinstance(name, str) and not _is_there(name, parts)
    ]
    for asked, (index, name) in enumerate(names):
        message, hint = _wanted(name, parts, asked)
        edit = _typo(name, parts, locks.place_of(index), asked)
        yield Fault("dangling-reference", message, locks.place_of(index), hint, _KEY, edit=edit)


def without_dropped_locks(before: Branch, after: Branch) -> Items | None:
    """Return the locks of a tree without those whose part was there `before` and has been dropped since."""
    locks = locks_of(after)
    if not locks:
        return None
    old, new = NamedParts(before), NamedParts(after)
    return locks.only([index for index, name in enumerate(locks) if not _is_gone(name, old, new)])


def _is_gone(name: object, old: NamedParts, new: NamedParts) -> bool:
    return isinstance(name, str) and _is_there(name, old) and not _is_there(name, new)


def _is_there(name: str, parts: NamedParts) -> bool:
    if parts.path_of(name):
        return name != "coverage" or parts.content_of(name) is not None
    holder, _, key = name.rpartition(".")
    return key in parts.keys_of(holder)


def _wanted(name: str, parts: NamedParts, asked: int) -> tuple[str, str]:
    """Return the message and the hint for a lock of nothing."""
    holder, _, key = name.rpartition(".")
    keys = parts.keys_of(holder)
    if keys:
        hint = nearest_hint(name, [f"{holder}.{known}" for known in keys], f"It may have: {', '.join(keys)}.")
        return f"`{shown(key)}`, which is locked here, is not a key of `{shown(holder)}`.", hint
    near = _like(name, parts)
    hint = nearest_hint(name, near, "Lock an id, `id.key` or `from -> to` of this model.", asked=asked)
    return f"`{shown(name)}`, which is locked here, is not in this model.", hint


def _like(name: str, parts: NamedParts) -> list[str]:
    holder, _, key = name.rpartition(".")
    return [f"{known}.{key}" if holder else known for known in parts.like(name)]


def _typo(name: str, parts: NamedParts, place: Place | None, asked: int) -> Edit | None:
    holder = name.rpartition(".")[0]
    keys = parts.keys_of(holder)
    known = [f"{holder}.{key}" for key in keys] if keys else _like(name, parts)
    return typo_mended(name, known, place, asked=asked)
