"""Boxes moved together with the runs of their long arrows, to where all of these cross least.

Sifting moves one block at a time, so that a box stays where its runs hold it and they stay where it holds them.
Here a box is taken out with all its arrows, and the cheapest way of every arrow is found anew for each place that
the box might take: a shortest path from column to column, since an arrow's crossings add up gutter by gutter.
Places are counted with what is taken out still standing: it is the same on either side of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import add

from toc.diagram.arrangement import Arrangement
from toc.diagram.gutter_costs import Costs, GutterCosts
from toc.diagram.layers import Way
from toc.diagram.movers import Mover, find_movers
from toc.diagram.prices import Prices

__all__ = ["Reinsertion"]

NEVER = 1_000_000
"""The cost of a place that may not be taken."""

Tables = dict[tuple[int, int], tuple[GutterCosts, list[int]]]
"""What an arrow costs from one column to the next, and from each place there, without what is taken out."""


class Reinsertion:
    """Takes one box after another out of an arrangement and puts it back."""

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.prices = Prices(arrangement)
        self.movers = find_movers(arrangement.layers, arrangement.ways)
        self.stayed: dict[int, list[int]] = {}

    def reinsert_boxes(self) -> None:
        """Take out every box with long arrows once, and put it back where it crosses least.

        A box that stayed is left where it is as long as nothing has moved in the columns around it.
        """
        versions = self.arrangement.versions
        for number, mover in enumerate(self.movers):
            around = versions[mover.reach]
            if self.stayed.get(number) != around:
                self.reinsert(mover)
                if versions[mover.reach] == around:
                    self.stayed[number] = around

    def reinsert(self, mover: Mover) -> None:
        """Move a box, or a part of a group, and its runs if that crosses less."""
        now = 0
        for gutter, numbers in mover.numbers.items():
            now += sum(map(self.prices.counts(gutter).__getitem__, numbers))
        if not now:
            return
        here = self.prices.rows_in(mover.column, is_flat=mover.group is not None)[mover.slot]
        places = self.places(mover)
        totals = self.start_totals(mover, here, places)
        now += totals[here]
        tables: Tables = {}
        reached = []
        for way in mover.ways:
            stages = self.reach(mover, way, tables, now - min(totals))
            totals = list(map(add, totals, stages[-1])) if stages else []
            if not stages or min(totals) >= now:
                return
            reached.append(stages)
        least = min(totals)
        place = min([one for one in places if totals[one] == least], key=lambda one: abs(one - here))
        traces = [trace(way, stages, tables, place) for way, stages in zip(mover.ways, reached, strict=True)]
        self.fill(mover, place, traces)

    def places(self, mover: Mover) -> Sequence[int]:
        """The places that a box, or a part within its group, may take."""
        arrangement, number = self.arrangement, mover.column
        if mover.group is None:
            return arrangement.free[number].places_for(mover.row, arrangement.bands[number])
        flat = self.prices.rows_in(number, is_flat=True)
        own = arrangement.inner[number][mover.group]
        return range(flat[own[0]], flat[own[-1]] + 2)

    def start_totals(self, mover: Mover, here: int, places: Sequence[int]) -> list[int]:
        """What each place of a box costs before its arrows are counted: what the loops of its column cross."""
        number = mover.column
        totals = [NEVER] * self.prices.count_places(number, is_flat=mover.group is not None)
        loops = self.arrangement.loops[number]
        costs = None
        if loops and mover.group is None:
            loops.stand(self.arrangement.rows[number])
            costs = loops.costs(mover.row)
        for place in places:
            totals[place] = costs[place - (place > here)] if costs else 0
        return totals

    def reach(self, mover: Mover, way: Way, tables: Tables, limit: int) -> list[Costs]:
        """The least cost of an arrow from its far end to every place of each column on its way to the box.

        Empty where there is no way of less than a limit.
        """
        arrangement, prices = self.arrangement, self.prices
        is_part = mover.group is not None
        (outer, slot), (inner, _) = way[-1], way[-2]
        is_flat = is_part and len(way) == 2
        gone = prices.ends(mover.gone[min(outer, inner)], outer, inner, is_flat=is_flat)
        costs = prices.between(outer, inner, is_flat=is_flat).from_exact(arrangement.place(outer)[slot], gone)
        stages = []
        for depth in range(len(way) - 2, 0, -1):
            outer, slot = way[depth]
            inner = way[depth - 1][0]
            allowed = arrangement.free[outer].places_for(slot, arrangement.bands[outer])
            if len(allowed) < len(costs):
                costs = tuple([cost if place in allowed else NEVER for place, cost in enumerate(costs)])
            if min(costs) >= limit:
                return []
            stages.append(costs)
            if (outer, inner) not in tables:
                is_flat = is_part and depth == 1
                gone = prices.ends(mover.gone[min(outer, inner)], outer, inner, is_flat=is_flat)
                price = prices.between(outer, inner, is_flat=is_flat)
                tables[outer, inner] = (price, price.from_between(gone))
            price, table = tables[outer, inner]
            costs = price.least(costs, table, limit)
        return [*stages, costs]

    def fill(self, mover: Mover, place: int, traces: list[list[int]]) -> None:
        """Put the box and its runs back at these places, unless that turns out no better."""
        arrangement = self.arrangement
        before, kept = arrangement.count(), arrangement.copy()
        moves: dict[int, list[tuple[int, float, int]]] = defaultdict(list)
        for way, places in zip(mover.ways, traces, strict=True):
            column, slot = way[-1]
            aim = arrangement.place(column)[slot]
            for (number, run), one in zip(way[1:-1], places, strict=True):
                moves[number].append((one, aim, run))
        if mover.group is None:
            moves[mover.column].append((place, 0, mover.row))
        else:
            own = arrangement.inner[mover.column][mover.group]
            to = place - self.prices.rows_in(mover.column, is_flat=True)[own[0]]
            here = own.index(mover.slot)
            own.insert(to - (to > here), own.pop(here))
            arrangement.note(mover.column)
        are_possible = [settle_in(arrangement, number, sorted(own)) for number, own in moves.items()]
        if not all(are_possible) or arrangement.count() >= before:
            arrangement.restore(kept)


def trace(way: Way, stages: list[Costs], tables: Tables, place: int) -> list[int]:
    """The places of an arrow's runs, from the box outwards, on its cheapest way to a place of the box."""
    found = []
    for depth in range(1, len(way) - 1):
        price, table = tables[way[depth][0], way[depth - 1][0]]
        starts = stages[len(way) - 2 - depth]
        values = [start + price.read(costs)[place] for start, costs in zip(starts, table, strict=True)]
        place = values.index(min(values))
        found.append(place)
    return found


def settle_in(arrangement: Arrangement, number: int, moves: list[tuple[int, float, int]]) -> bool:
    """Move rows of a column to other places, ordered by their aims; whether the lanes leave all to them."""
    free = arrangement.free[number]
    gone = {row for _, _, row in moves}
    old = arrangement.rows[number]
    stay = [place for place, row in enumerate(old) if row not in gone]
    rows = [old[place] for place in stay]
    bands = [arrangement.bands[number][place] for place in stay]
    is_possible = True
    for shift, (place, _, row) in enumerate(moves):
        at = shift + sum([one < place for one in stay])
        is_possible = is_possible and at in free.places_for(row, bands)
        bands.insert(at, free.band_at(row, bands, at))
        rows.insert(at, row)
    arrangement.rows[number], arrangement.bands[number] = rows, bands
    arrangement.note(number)
    return is_possible
