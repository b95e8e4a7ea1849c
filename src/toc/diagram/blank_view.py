"""A view as a worksheet: the headings and lanes, and boxes to write in."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.figure_words import figure_words
from toc.diagram.view import View, ViewBox

__all__ = ["blank_view"]

_ROOM, _ROOM_AS_MODELLED = 4, 2
"""How many lines of the largest words that fit there is room for in a box."""


def blank_view(view: View, boxes: int | None = None) -> View:
    """Return a view without links and with nothing in its boxes.

    There are as many boxes in each column as before, in their lanes, or `boxes` in each and no lanes. Nothing of
    the boxes that were there is left, not even their ids.
    """
    if boxes is None:
        empty = tuple(
            ViewBox(f"{box.column}-{number:03}", "", box.column, box.strands, room=_ROOM_AS_MODELLED)
            for number, box in enumerate(view.boxes, start=1)
        )
        strands = view.strands
    else:
        places = ((column.id, number) for column in view.columns for number in range(1, boxes + 1))
        empty = tuple(ViewBox(f"{column}-{number:03}", "", column, room=_ROOM) for column, number in places)
        strands = ()
    told = ". ".join(filter(None, (view.subtitle, figure_words(view.language)["worksheet"])))
    return replace(
        view, subtitle=told, boxes=empty, links=(), strands=strands, groups=(), stage_links=(), notes=()
    )
