"""`Branch` and `Items`: what a YAML text says, as plain values that know where they stand.

Keys are always text. Values are text, numbers, true/false, None, `Items` and `Branch`. They are dicts and
tuples to everything that does not ask for places. A tree is not changed once it is read; merging makes a new
one out of the parts of the old.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from toc.places import Place

__all__ = ["Branch", "Items", "Mark", "Spot", "place_at", "place_of", "written_part"]

Spot = tuple[str, Any, Any]
"""A file and the marks of the YAML reader where a word begins and ends (a line and a column counted from 0).

A `Place` that nobody has asked for yet: a model has thousands, and few are ever looked at.
"""

Mark = tuple[str, Any, Any, Any, Any]
"""Where a key stands, and where its value does: a file, the two marks of the key and the two of its value.

One flat value, since a model has thousands of them.
"""


@overload
def place_of(spot: Spot) -> Place: ...


@overload
def place_of(spot: Spot | None) -> Place | None: ...


def place_of(spot: Spot | None) -> Place | None:
    """Return a spot as the place that people read, counted from 1; None stays None."""
    if spot is None:
        return None
    file, start, end = spot
    width = end.column - start.column if start.line == end.line else 1
    return Place(file, start.line + 1, start.column + 1, max(width, 1))


class Branch(dict[str, Any]):
    """A mapping with the place of each key and value; `start` is where the mapping itself begins."""

    __slots__ = ("marks", "start")

    def __init__(
        self, values: dict[str, Any] | None = None, marks: dict[str, Mark] | None = None, start: Spot | None = None
    ) -> None:
        if values:
            self.update(values)
        self.marks: dict[str, Mark] = {} if marks is None else marks
        self.start = start

    def start_place(self) -> Place | None:
        """Return where the mapping begins, or None where it was not read from a text."""
        return place_of(self.start)

    def key_spot(self, key: str) -> Spot | None:
        """Return where the key stands, as it was read."""
        return self.marks[key][:3] if key in self.marks else None

    def value_spot(self, key: str) -> Spot | None:
        """Return where the value of the key stands, as it was read."""
        if key not in self.marks:
            return None
        file, _, _, start, end = self.marks[key]
        return (file, start, end)

    def key_place(self, key: str) -> Place | None:
        """Return where the key stands, or None as above."""
        return place_of(self.key_spot(key))

    def value_place(self, key: str) -> Place | None:
        """Return where the value of the key stands, or None as above."""
        return place_of(self.value_spot(key))

    def with_entry(self, key: str, value: Any, mark: Mark | None) -> None:
        """Add an entry while the tree is still being made."""
        self[key] = value
        if mark is not None:
            self.marks[key] = mark

    def without_entry(self, key: str) -> None:
        """Take an entry away while the tree is still being made; nothing happens where there is none."""
        self.pop(key, None)
        self.marks.pop(key, None)


class Items(tuple[Any, ...]):  # noqa: SLOT001  # Python allows no slots on a tuple that keeps more
    """A list; `spots` holds where each item stands, empty where it was not read from a text."""

    spots: Sequence[Spot] = ()

    @classmethod
    def of(cls, values: Sequence[Any], spots: Sequence[Spot] = ()) -> Items:
        """Make a list from values and where they stand."""
        items = cls(values)
        items.spots = tuple(spots)
        return items

    def spot_of(self, index: int) -> Spot | None:
        """Return where one item stands, or None."""
        return self.spots[index] if index < len(self.spots) else None

    def place_of(self, index: int) -> Place | None:
        """Return the place of one item, or None."""
        return place_of(self.spot_of(index))


def place_at(tree: Branch, path: Sequence[str | int]) -> Place | None:
    """Return the place of the key at the end of `path`, or of the last key on the way that is written."""
    found = tree.start_place()
    node: Any = tree
    for step in written_part(tree, path):
        found = (node.key_place(step) if isinstance(node, Branch) else node.place_of(step)) or found
        node = node[step]
    return found


def written_part(tree: Branch, path: Sequence[str | int]) -> tuple[Any, ...]:
    """Return the beginning of `path` that the tree holds."""
    node: Any = tree
    for length, step in enumerate(path):
        in_mapping = isinstance(node, Branch) and step in node
        in_list = isinstance(node, Items) and isinstance(step, int) and step < len(node)
        if not in_mapping and not in_list:
            return tuple(path[:length])
        node = node[step]
    return tuple(path)
