"""A view with one box for all that stands in one column and belongs to one strand: the map of a large figure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from toc.diagram.figure_words import figure_words
from toc.diagram.merged_links import merged_link
from toc.diagram.view import View, ViewBox, ViewGroup, ViewLink

__all__ = ["Cells", "cells_of", "cells_view"]

Cells = Mapping[str, str]
"""The id of the cell in which each box or frame of a view stands."""


def cells_of(view: View) -> Cells:
    """Find the cell of each box and frame; what belongs to several strands stands with what belongs to none.

    A box that has a cell for itself gives it its id.
    """
    cells = {box.id: _place(box) for box in view.boxes}
    counts = Counter(cells.values())
    alone = {cell: key for key, cell in cells.items() if counts[cell] == 1}
    inside = {box.group: cells[box.id] for box in view.boxes if box.group is not None}
    for group in view.groups:
        own = _place(group)
        cells[group.id] = own if own in counts else inside[group.id]
    return {key: alone.get(cell, cell) for key, cell in cells.items()}


def cells_view(view: View, cells: Cells) -> View:
    """Return the view with a box for each cell that says how many boxes are in it, or is the only one.

    Links between two cells become one; those within a cell are not shown.
    """
    inside: dict[str, list[ViewBox]] = defaultdict(list)
    for box in view.boxes:
        inside[cells[box.id]].append(box)
    links: dict[tuple[str, str], ViewLink] = {}
    for link in view.links:
        ends = (cells[link.source], cells[link.target])
        new = replace(link, source=ends[0], target=ends[1])
        if ends[0] != ends[1] and set(ends) <= set(inside):
            links[ends] = merged_link(links[ends], new) if ends in links else new
    boxes = tuple(_cell(key, own, view) for key, own in inside.items())
    notes = (figure_words(view.language)["map"], *view.notes)
    return replace(view, boxes=boxes, links=tuple(links.values()), groups=(), notes=notes)


def _place(one: ViewBox | ViewGroup) -> str:
    return f"{one.column}/{one.strands[0] if len(one.strands) == 1 else ''}"


def _cell(key: str, own: list[ViewBox], view: View) -> ViewBox:
    first = own[0]
    if len(own) == 1:
        return replace(first, group=None)
    words = figure_words(view.language)
    strands = (
        first.strands
        if len(first.strands) == 1
        else tuple(dict.fromkeys(one for box in own for one in box.strands))
    )
    label = words["some_boxes" if not view.strands else "some_boxes_of"]
    named = dict(view.strand_labels)[strands[0]] if len(strands) == 1 else words[_shared(own)]
    return ViewBox(key, label.format(label=named, n=len(own)), first.column, strands)


def _shared(own: list[ViewBox]) -> str:
    """Which words say what boxes of several strands or of none have in common."""
    counts = {len(box.strands) for box in own}
    return "shared" if 0 not in counts else "shared_by_all" if counts == {0} else "shared_either_way"
