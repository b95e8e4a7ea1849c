"""`Prices`: what arrows cost in every gutter of an arrangement, worked out again only where something moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toc.diagram.arrangement import Arrangement
from toc.diagram.gutter_costs import End, GutterCosts, count_each, price_gutter

__all__ = ["Prices"]


@dataclass(frozen=True, slots=True)
class Stand:
    """For every slot of a column its place, the place of its row, and its place where parts count as rows."""

    version: int
    exact: Sequence[float]
    rows: list[int]
    flat: list[int]


class Prices:
    """The prices of an arrangement as it stands."""

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.stood: list[Stand | None] = [None] * len(arrangement.rows)
        self.priced: dict[tuple[int, int, bool], tuple[list[int], GutterCosts]] = {}
        self.counted: list[tuple[list[int], list[int]] | None] = [None] * len(arrangement.rows)

    def stand_of(self, number: int) -> Stand:
        """Where the slots of a column stand."""
        arrangement = self.arrangement
        known = self.stood[number]
        if known is None or known.version != arrangement.versions[number]:
            layer = arrangement.layers[number]
            rows = [0] * len(layer.names)
            for place, row in enumerate(arrangement.rows[number]):
                rows[row] = place
            exact: Sequence[float] = rows
            flat = rows
            if layer.groups:
                rows = [rows[row] for row in layer.owners]
                exact = arrangement.place(number).copy()
                flat = [int(place) for place in exact]
            known = self.stood[number] = Stand(arrangement.versions[number], exact, rows, flat)
        return known

    def rows_in(self, number: int, *, is_flat: bool) -> list[int]:
        """The place of the row of every slot of a column; if flat, the parts of groups count as rows."""
        stand = self.stand_of(number)
        return stand.flat if is_flat else stand.rows

    def count_places(self, number: int, *, is_flat: bool) -> int:
        """How many places there are between the rows of a column."""
        return 2 + max(self.stand_of(number).flat) if is_flat else 1 + len(self.arrangement.rows[number])

    def ends(self, pairs: list[tuple[int, int]], outer: int, inner: int, *, is_flat: bool) -> list[End]:
        """Where the arrows between some slots of neighbouring columns begin and end, from the outer column on."""
        begin, near = self.stand_of(outer), self.rows_in(inner, is_flat=is_flat)
        exact, far = begin.exact, begin.rows
        if outer < inner:
            return [(exact[left], far[left], near[right]) for left, right in pairs]
        return [(exact[right], far[right], near[left]) for left, right in pairs]

    def between(self, outer: int, inner: int, *, is_flat: bool) -> GutterCosts:
        """What arrows cost from one column to its neighbour; if flat, there the parts of groups count as rows."""
        arrangement = self.arrangement
        gutter = min(outer, inner)
        versions = arrangement.versions[gutter : gutter + 2]
        known = self.priced.get((outer, inner, is_flat))
        if known is None or known[0] != versions:
            arrows = self.ends(arrangement.layers[gutter].gutter, outer, inner, is_flat=is_flat)
            near_rows = self.count_places(inner, is_flat=is_flat) - 1
            known = (versions, price_gutter(arrows, len(arrangement.rows[outer]), near_rows))
            self.priced[outer, inner, is_flat] = known
        return known[1]

    def counts(self, gutter: int) -> list[int]:
        """How many others every arrow of a gutter crosses."""
        versions = self.arrangement.versions[gutter : gutter + 2]
        known = self.counted[gutter]
        if known is None or known[0] != versions:
            left, right = self.arrangement.place(gutter), self.arrangement.place(gutter + 1)
            arrows = [(left[one], right[other]) for one, other in self.arrangement.layers[gutter].gutter]
            known = self.counted[gutter] = (versions, count_each(arrows))
        return known[1]
