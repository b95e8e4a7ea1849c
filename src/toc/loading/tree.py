"""`Branch` and `Items`: what a YAML text says, as plain values that know where they stand.

Keys are always text. Values are text, numbers, true/false, None, `Items` and `Branch`. They are dicts and
tuples to everything that does not ask for places. A tree is not changed once it is read; merging makes a new
one out of the parts of the old.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from toc.places import Place

__all__ = ["Branch", "Items", "Mark", "place_at"]


class Mark(NamedTuple):
    """Where a key and its value stand, counted from 0; a plain tuple because a model has thousands."""

    file: str
    key_line: int
    key_column: int
    key_width: int
    line: int
    column: int
    width: int


class Branch(dict[str, Any]):
    """A mapping with the place of each key and value; `start` is where the mapping itself begins."""

    __slots__ = ("marks", "start")

    def __init__(self, values: dict[str, Any] | None = None, marks: dict[str, Mark] | None = None) -> None:
        super().__init__(values or {})
        self.marks: dict[str, Mark] = {} if marks is None else marks
        self.start: Place | None = None

    def key_place(self, key: str) -> Place | None:
        """Return where the key stands, or None where the mapping was not read from a text."""
        mark = self.marks.get(key)
        return Place(mark.file, mark.key_line + 1, mark.key_column + 1, mark.key_width) if mark else None

    def value_place(self, key: str) -> Place | None:
        """Return where the value of the key stands, or None as above."""
        mark = self.marks.get(key)
        return Place(mark.file, mark.line + 1, mark.column + 1, mark.width) if mark else None

    def with_entry(self, key: str, value: Any, mark: Mark | None) -> None:
        """Add an entry while the tree is still being made."""
        self[key] = value
        if mark is not None:
            self.marks[key] = mark


class Items(tuple[Any, ...]):  # noqa: SLOT001  # Python allows no slots on a tuple that keeps more
    """A list; `places` holds the place of each item, empty where it was not read from a text."""

    places: tuple[Place, ...] = ()

    @classmethod
    def of(cls, values: Sequence[Any], places: Sequence[Place] = ()) -> Items:
        """Make a list from values and their places."""
        items = cls(values)
        items.places = tuple(places)
        return items

    def place_of(self, index: int) -> Place | None:
        """Return the place of one item, or None."""
        return self.places[index] if index < len(self.places) else None


def place_at(tree: Branch, path: Sequence[str | int]) -> Place | None:
    """Return the place of the key at the end of `path`, or of the last key on the way that is written."""
    found: Place | None = tree.start
    node: Any = tree
    for step in path:
        if isinstance(node, Branch) and isinstance(step, str) and step in node:
            found = node.key_place(step) or found
            node = node[step]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            found = node.place_of(step) or found
            node = node[step]
        else:
            break
    return found
