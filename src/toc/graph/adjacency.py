"""`Graph`: who leads to whom, as plain numbers, so that every question is one pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from toc.graph.components import components
from toc.model import Link, TheoryOfChange

__all__ = ["Graph", "graph_of"]


@dataclass(frozen=True)
class Graph:
    """The boxes of a theory by number, the factors that lie on a way between them, and what leads to what.

    `ids` are in the order of the theory, boxes before factors; the number of a box is its position there.
    `after[n]` and `before[n]` are the boxes one link further on and one link back, each once, never the box
    itself. `whole[n]` is the box that `n` is part of, or -1; `parts[n]` are its parts. `links` are the links
    taken in.
    """

    ids: tuple[str, ...]
    number: Mapping[str, int]
    links: tuple[Link, ...]
    after: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]
    whole: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]

    def successors(self, box: str) -> tuple[str, ...]:
        """Return the boxes that `box` leads to by one link of its own; raises `KeyError` for an unknown id."""
        return tuple(self.ids[other] for other in self.after[self.number[box]])

    def predecessors(self, box: str) -> tuple[str, ...]:
        """Return the boxes that lead to `box` by one link of their own; raises `KeyError` for an unknown id."""
        return tuple(self.ids[other] for other in self.before[self.number[box]])

    @cached_property
    def lift(self) -> int:
        """The number of boxes where some are parts of others, else 0: what `states` adds to a box's number."""
        return len(self.ids) if any(self.parts) else 0

    @cached_property
    def states(self) -> tuple[tuple[int, ...], ...]:
        """What follows from what once parts and wholes are taken in, as a graph of two states per box.

        State `n` says that the whole of box `n` is reached, and so are its parts. State `n + lift` says that it
        or some part of it is, which is enough for its own links to be followed but does not reach its other
        parts. Where no box is a part, the two are one.
        """
        lift = self.lift
        if not lift:
            return self.after
        entered = ((lift + box, *self.parts[box]) for box in range(lift))
        left = ((*self.after[box], *_lifted(self.whole[box], lift)) for box in range(lift))
        return (*entered, *left)

    @cached_property
    def states_back(self) -> tuple[tuple[int, ...], ...]:
        """`states` with every arrow turned round."""
        return _turned(self.states) if self.lift else self.before

    @cached_property
    def order(self) -> list[list[int]]:
        """All numbers, those of a circle of links together, so that every other link leads on."""
        return components(self.after, self.before)

    @cached_property
    def order_of_states(self) -> list[list[int]]:
        """`order` with parts and wholes taken in: of `states`."""
        return components(self.states, self.states_back) if self.lift else self.order


def graph_of(theory: TheoryOfChange, *, feedback: bool = False) -> Graph:
    """Return the graph of a theory; links that feed back are left out unless `feedback` is True.

    An activity that engages participants is followed from the participants to the activity. Links from a box to
    itself, and links and wholes that do not exist, are left out.
    """
    ends = {end for link in theory.factor_links for end in (link.source, link.target)}
    ids = (*theory.boxes, *(factor for factor in theory.factors if factor in ends))
    number = {box: position for position, box in enumerate(ids)}
    links: list[Link] = []
    after: list[dict[int, None]] = [{} for _ in ids]
    for link in (*theory.links, *theory.factor_links):
        source, target = number.get(link.source, -1), number.get(link.target, -1)
        if source >= 0 and target >= 0 and source != target and (feedback or not link.feedback):
            links.append(link)
            after[source][target] = None
    wholes = [number.get(box.part_of, -1) if box.part_of else -1 for box in theory.boxes.values()]
    whole = (*wholes, *(-1 for _ in ids[len(wholes) :]))
    parts: list[list[int]] = [[] for _ in ids]
    for part, its_whole in enumerate(whole):
        if its_whole >= 0:
            parts[its_whole].append(part)
    forward = tuple(map(tuple, after))
    return Graph(ids, number, tuple(links), forward, _turned(forward), whole, tuple(map(tuple, parts)))


def _lifted(whole: int, lift: int) -> tuple[int, ...]:
    return (lift + whole,) if whole >= 0 else ()


def _turned(after: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    before: list[list[int]] = [[] for _ in after]
    for start, ends in enumerate(after):
        for end in ends:
            before[end].append(start)
    return tuple(map(tuple, before))
