"""`TreeOrigin`: the places of a theory, looked up in the tree that it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toc.errors import Fault
from toc.loading.tree import Branch, place_at, value_place_at
from toc.places import Place

__all__ = ["TreeOrigin"]


class TreeOrigin:
    """Where every key of a theory stands, and the texts of the files that it was read from."""

    __slots__ = ("_notes", "_texts", "_tree")

    def __init__(self, tree: Branch, texts: Mapping[str, str], notes: tuple[Fault, ...]) -> None:
        self._tree = tree
        self._texts = texts
        self._notes = notes

    @property
    def notes(self) -> tuple[Fault, ...]:
        """What is sound in the files that the theory was read from, but worth a finding."""
        return self._notes

    def place(self, path: Sequence[str | int]) -> Place | None:
        """Return the place of the key at `path`, of its nearest parent where it is not written, or None."""
        return place_at(self._tree, path)

    def value_place(self, path: Sequence[str | int]) -> Place | None:
        """Return the place of the value at `path`, or what `place` says where it is not written."""
        return value_place_at(self._tree, path)

    def text(self, file: str) -> str | None:
        """Return the text of a file that the theory was read from, or None."""
        return self._texts.get(file)
