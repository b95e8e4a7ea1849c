"""Sifting: each block, and each part of a group, is moved to the place in its column where it crosses least.

Source: Matuszewski, Schönfeld and Molitor (1999).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter, sub

from toc.diagram.arrangement import Arrangement

__all__ = ["sift_all", "sift_column"]


def sift_all(arrangement: Arrangement, drifts: tuple[int, ...]) -> int:
    """Sift all columns from left to right, then back, and so on; the count of crossings."""
    columns = range(len(arrangement.rows))
    for turn, drift in enumerate(drifts):
        for column in reversed(columns) if turn % 2 else columns:
            sift_column(arrangement, column, drift)
    return arrangement.count()


def sift_column(arrangement: Arrangement, number: int, drift: int) -> None:
    """Move each block of a column, and each part of its groups, to its best place.

    Among equals it stays near (`drift` 0), or goes as far down (-1) or up (1) as it can, which leads out of dead
    ends.
    """
    known = (drift, *arrangement.versions[max(0, number - 1) : number + 2])
    if known in arrangement.settled[number]:
        return
    is_moved = len(arrangement.rows[number]) > 1 and sift_rows(arrangement, number, drift)
    for group in range(len(arrangement.layers[number].groups)):
        is_moved = sift_parts(arrangement, number, group, drift) or is_moved
    if is_moved:
        arrangement.note(number)
    else:
        arrangement.settled[number].add(known)


def sift_rows(arrangement: Arrangement, number: int, drift: int) -> bool:
    """Move the rows of a column; whether any moved."""
    layer, free, loops = arrangement.layers[number], arrangement.free[number], arrangement.loops[number]
    rows, bands = arrangement.rows[number], arrangement.bands[number]
    table = arrangement.differences(number, layer.beside)
    movable = layer.movable
    if loops:
        loops.stand(rows)
        movable |= loops.ends
    is_moved = False
    take = itemgetter(*rows)
    for row in [row for row in rows if row in movable]:
        here = rows.index(row)
        places = free.places_from(row, bands, here)
        gains = list(accumulate(take(table[row]), initial=0))
        del gains[here]
        to = choose(gains, places, here, drift)
        if loops and (to != here or row in loops.burdened):
            costs = loops.costs(row)
            if costs:
                gains = list(map(sub, gains, costs))
                to = choose(gains, places, here, drift)
        if to != here:
            is_moved = True
            arrangement.crossings -= gains[to] - gains[here]
            rows.insert(to, rows.pop(here))
            del bands[here]
            bands.insert(to, free.band_at(row, bands, to))
            take = itemgetter(*rows)
            if loops:
                loops.stand(rows)
    return is_moved


def sift_parts(arrangement: Arrangement, number: int, group: int, drift: int) -> bool:
    """Move the parts of a group within it; whether any moved."""
    own, slots = arrangement.layers[number].groups[group], arrangement.inner[number][group]
    if len(slots) == 1 or not own.movable:
        return False
    table = arrangement.differences(number, own.beside)
    rows = [slot - own.slots.start for slot in slots]
    places = range(len(rows))
    is_moved = False
    take = itemgetter(*rows)
    for row in [row for row in rows if row in own.movable]:
        here = rows.index(row)
        gains = list(accumulate(take(table[row]), initial=0))
        del gains[here]
        to = choose(gains, places, here, drift)
        if to != here:
            is_moved = True
            rows.insert(to, rows.pop(here))
            take = itemgetter(*rows)
    slots[:] = [row + own.slots.start for row in rows]
    return is_moved


def choose(gains: list[int], places: Sequence[int], here: int, drift: int) -> int:
    """The place that gains most: among equals the nearest, or the first (`drift` 1) or last (-1)."""
    values = gains if len(places) == len(gains) else [gains[place] for place in places]
    best = max(values)
    if gains[here] == best and (not drift or values.count(best) == 1):
        return here
    if drift:
        return places[values.index(best) if drift > 0 else len(values) - 1 - values[::-1].index(best)]
    equal = [place for place, value in zip(places, values, strict=True) if value == best]
    return min(equal, key=lambda place: (abs(place - here), place))
