"""`Branch` and `Items`: what a YAML text says, as plain values that know where they stand.

Keys are always text. Values are text, numbers, true/false, None, `Items` and `Branch`. They are dicts and
tuples to everything that does not ask for places. A tree is not changed once it is read; merging makes a new
one out of the parts of the old.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, overload

from toc.loading.texts import Texts
from toc.places import Place

__all__ = ["Branch", "Items", "Mark", "Spot", "place_at", "place_of", "value_place_at", "written_part"]

Spot = tuple[Texts, int, object]
"""The texts, the address of a word in them, and what it says: a `Place` that nobody has asked for yet."""

Mark = tuple[int, int]
"""The addresses of a key and of its value."""


@overload
def place_of(spot: Spot) -> Place: ...


@overload
def place_of(spot: Spot | None) -> Place | None: ...


def place_of(spot: Spot | None) -> Place | None:
    """Return a spot as the place that people read, counted from 1; None stays None."""
    if spot is None:
        return None
    texts, address, said = spot
    return texts.place(address, said)


class Branch(dict[str, Any]):
    """A mapping with the place of each key and value; one made by the bare name holds nothing and stands nowhere.

    `places` are the marks of its keys. As it was read it is the number of its first address in `texts`, which has
    two for each entry, in their order: few mappings are ever asked for a mark. `start` is where a whole tree
    begins; the mappings below have none.
    """

    __slots__ = ("places", "start", "texts")

    places: int | dict[str, Mark]
    start: Spot | None
    texts: Texts | None

    @classmethod
    def of(cls, values: Mapping[str, Any], texts: Texts | None = None, marks: Mapping[str, Mark] = {}) -> Branch:
        """Make a mapping from values and where they stand; what has no mark was not read from a text."""
        branch = cls(values)
        branch.texts, branch.places = texts, dict(marks)
        return branch

    @property
    def marks(self) -> dict[str, Mark]:
        """Where each entry stands that was read from a text."""
        places: int | dict[str, Mark] = getattr(self, "places", {})
        if isinstance(places, int):
            addresses = iter(self.texts.addresses[places : places + 2 * len(self)] if self.texts else ())
            places = dict(zip(self, zip(addresses, addresses, strict=True), strict=True))
        self.places = places
        return places

    def start_place(self) -> Place | None:
        """Return where the tree begins, or None where it was not read from a text."""
        return place_of(getattr(self, "start", None))

    def key_spot(self, key: str) -> Spot | None:
        """Return where the key stands, or None where it was not read from a text or is not there."""
        mark = self.marks.get(key)
        return (self.texts, mark[0], key) if mark and self.texts else None

    def value_spot(self, key: str) -> Spot | None:
        """Return where the value of the key stands, or None as above."""
        mark = self.marks.get(key)
        return (self.texts, mark[1], self[key]) if mark and self.texts else None

    def key_place(self, key: str) -> Place | None:
        """Return the place of the key, or None as above."""
        return place_of(self.key_spot(key))

    def value_place(self, key: str) -> Place | None:
        """Return the place of the value of the key, or None as above."""
        return place_of(self.value_spot(key))

    def with_entry(self, key: str, value: Any, mark: Mark | None) -> None:
        """Add an entry while the tree is still being made."""
        marks = self.marks
        self[key] = value
        if mark is not None:
            marks[key] = mark

    def without_entry(self, key: str) -> None:
        """Take an entry away while the tree is still being made; nothing happens where there is none."""
        self.marks.pop(key, None)
        self.pop(key, None)


class Items(tuple[Any, ...]):  # noqa: SLOT001  # Python allows no slots on a tuple that keeps more
    """A list; `starts` holds the address of each item, nothing where it was not read from a text."""

    texts: Texts | None = None
    starts: Sequence[int] = ()

    @classmethod
    def of(cls, values: Iterable[Any], texts: Texts | None = None, starts: Sequence[int] = ()) -> Items:
        """Make a list from values and where they stand."""
        items = cls(values)
        items.texts, items.starts = texts, starts
        return items

    def followed_by(self, more: Items) -> Items:
        """Return a list of these items and more."""
        return Items.of((*self, *more), self.texts or more.texts, (*self.starts, *more.starts))

    def only(self, indices: Sequence[int]) -> Items:
        """Return a list of some of the items."""
        starts = [self.starts[index] for index in indices if self.starts]
        return Items.of([self[index] for index in indices], self.texts, starts)

    def spot_of(self, index: int) -> Spot | None:
        """Return where one item stands, or None."""
        return (self.texts, self.starts[index], self[index]) if self.texts and index < len(self.starts) else None

    def place_of(self, index: int) -> Place | None:
        """Return the place of one item, or None."""
        return place_of(self.spot_of(index))


def place_at(tree: Branch, path: Sequence[str | int]) -> Place | None:
    """Return the place of the key at the end of `path`, or of the last key on the way that is written."""
    spot = getattr(tree, "start", None)
    node: Any = tree
    for step in written_part(tree, path):
        spot = (node.key_spot(step) if isinstance(node, Branch) else node.spot_of(step)) or spot
        node = node[step]
    return place_of(spot)


def value_place_at(tree: Branch, path: Sequence[str | int]) -> Place | None:
    """Return the place of the value at `path`, or what `place_at` says where it is not written."""
    node: Any = tree
    for step in path[:-1] if len(written_part(tree, path)) == len(path) else ():
        node = node[step]
    found = node.value_place(str(path[-1])) if path and isinstance(node, Branch) and path[-1] in node else None
    return found or place_at(tree, path)


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
