"""Starts for the ordering: a walk along the arrows, and columns sorted by the mean place of their neighbours.

Source of the sorting: Sugiyama, Tagawa and Toda (1981).
"""

from __future__ import annotations

from collections import deque
from itertools import accumulate

from toc.diagram.arrangement import Arrangement
from toc.diagram.crossing_costs import find_differences

__all__ = ["sort_column", "sort_columns", "walk"]


def walk(arrangement: Arrangement, *, deep: bool, from_right: bool = False) -> None:
    """Put what a walk along the arrows, in depth or in breadth, meets one after another near each other."""
    layers = arrangement.layers
    spots = {name: (column, slot) for column, layer in enumerate(layers) for slot, name in enumerate(layer.names)}
    nodes = arrangement.skeleton.nodes
    rank = {spots[name]: rank for rank, name in enumerate(nodes)}
    seen: dict[tuple[int, int], int] = {}
    way = -1 if from_right else 1
    for start in sorted(rank, key=lambda spot: way * spot[0]):
        waiting = deque([start])
        while waiting:
            spot = waiting.pop() if deep else waiting.popleft()
            if spot not in seen:
                seen[spot] = len(seen)
                column, slot = spot
                left, right = layers[column].sides
                beside = {(column - 1, one) for one in left[slot]} | {(column + 1, one) for one in right[slot]}
                waiting += sorted(beside, key=rank.__getitem__)
    for number, rows in enumerate(arrangement.rows):
        homes = arrangement.free[number].homes
        rows.sort(key=lambda row: (homes[row], seen[number, row]))
        arrangement.bands[number][:] = [homes[row] for row in rows]
        for slots in arrangement.inner[number]:
            slots.sort(key=lambda slot: seen[number, slot])
        arrangement.note(number)


def sort_columns(arrangement: Arrangement, *, from_right: bool) -> None:
    """Sort one column after another by the column before it."""
    columns = range(len(arrangement.rows))
    for number in reversed(columns) if from_right else columns:
        sort_column(arrangement, number, int(from_right))


def sort_column(arrangement: Arrangement, number: int, side: int) -> None:
    """Sort a column by the mean place of its neighbours on the left (0) or right (1) side.

    Loose rows go where they cross least.
    """
    layer, free, rows = arrangement.layers[number], arrangement.free[number], arrangement.rows[number]
    other = number + (1 if side else -1)
    is_outermost = not 0 <= other < len(arrangement.rows)
    at = [] if is_outermost else arrangement.place(other)
    own = arrangement.place(number)
    beside = layer.sides[side]
    means = [
        sum([at[one] for one in others]) / len(others) if others else own[slot]
        for slot, others in enumerate(beside)
    ]
    for group, slots in zip(layer.groups, arrangement.inner[number], strict=True):
        slots.sort(key=lambda slot: (means[slot], slot))
        ends = [at[one] for slot in (group.row, *group.slots) for one in beside[slot]]
        means[group.row] = sum(ends) / len(ends) if ends else own[group.row]
    loose = [row for row in rows if free.is_loose(row)]
    homes = free.homes
    rows[:] = sorted([row for row in rows if row not in loose], key=lambda row: (homes[row], means[row], row))
    arrangement.bands[number] = [homes[row] for row in rows]
    if loose:
        levels = () if is_outermost else arrangement.levels(other)
        table = find_differences(layer.beside, None if side else levels, levels if side else None)
        for row in sorted(loose, key=lambda row: (means[row], row)):
            insert(arrangement, number, row, table[row])
    arrangement.note(number)


def insert(arrangement: Arrangement, number: int, row: int, differences: tuple[int, ...]) -> None:
    """Put a row where it crosses least; among equal places, in the band that its neighbours stand in."""
    free, rows, bands = arrangement.free[number], arrangement.rows[number], arrangement.bands[number]
    places = free.places_for(row, bands)
    gains = list(accumulate(map(differences.__getitem__, rows), initial=0))
    best = max([gains[place] for place in places])
    wish = free.wishes[row]
    equal = [place for place in places if gains[place] == best]
    place = min(equal, key=lambda one: abs(free.band_at(row, bands, one) - wish)) if len(equal) > 1 else equal[0]
    bands.insert(place, free.band_at(row, bands, place))
    rows.insert(place, row)
