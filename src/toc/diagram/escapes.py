"""Ways out of an arrangement that cannot be bettered by small moves."""

from __future__ import annotations

from toc.diagram.arrangement import Arrangement
from toc.diagram.starts import sort_column

__all__ = ["disturb"]

STEPS = (1, -1, 2, -2)


def disturb(arrangement: Arrangement, number: int) -> None:
    """Lead away from the arrangement: each time with another box, the busiest first."""
    boxes = [
        (-sum(block.ends), column, block.row)
        for column, layer in enumerate(arrangement.layers)
        for block in layer.blocks
        if len(layer.blocks) > 2 and block.node.kind == "box"
    ]
    boxes.sort()
    if boxes:
        _, column, row = boxes[number % len(boxes)]
        if draw_along(arrangement, column, row, number):
            return
    shake(arrangement, number)


def draw_along(arrangement: Arrangement, number: int, row: int, turn: int) -> bool:
    """Move a box a step or two and sort the other columns after it; False where it has no other place."""
    here = arrangement.rows[number].index(row)
    places = arrangement.free[number].places_from(row, arrangement.bands[number], here)
    if len(places) < 2:
        return False
    move(arrangement, number, here, places[(places.index(here) + STEPS[turn % len(STEPS)]) % len(places)])
    arrangement.note(number)
    for other in range(number - 1, -1, -1):
        sort_column(arrangement, other, 1)
    for other in range(number + 1, len(arrangement.rows)):
        sort_column(arrangement, other, 0)
    return True


def shake(arrangement: Arrangement, number: int) -> None:
    """Move a third of the blocks, and of the parts of groups, of two neighbouring columns to other places."""
    first = number % len(arrangement.rows)
    for one in range(first, min(first + 2, len(arrangement.rows))):
        rows = arrangement.rows[one]
        for start, row in enumerate(list(rows)):
            if (start + number) % 3 == 0:
                here = rows.index(row)
                places = arrangement.free[one].places_from(row, arrangement.bands[one], here)
                move(arrangement, one, here, places[(here * 7 + number * 5 + 3) % len(places)])
        for slots in arrangement.inner[one]:
            if len(slots) > 2:
                turn = 1 + number % (len(slots) - 1)
                slots[:] = slots[turn::2] + slots[:turn] + slots[turn + 1 :: 2]
        arrangement.note(one)


def move(arrangement: Arrangement, number: int, here: int, place: int) -> None:
    """Move what stands at one place of a column to another."""
    rows, bands = arrangement.rows[number], arrangement.bands[number]
    row = rows.pop(here)
    del bands[here]
    bands.insert(place, arrangement.free[number].band_at(row, bands, place))
    rows.insert(place, row)
