"""`ReadOnly`: a mapping that nobody can change, so that a theory stays what was loaded."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

__all__ = ["ReadOnly"]

K = TypeVar("K")
V = TypeVar("V")


class ReadOnly(dict[K, V]):
    """A dict whose every way of changing it raises `TypeError`; equal to a dict with the same entries."""

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("a loaded theory of change cannot be changed; change its YAML and load it again")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # dict has none; a frozen one may
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[ReadOnly[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)
