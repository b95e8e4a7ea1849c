"""A theory as one part for each of its last outcomes: the chain that leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from toc.diagram.covered_parts import covered_parts
from toc.diagram.framed_boxes import framed_boxes
from toc.diagram.part import Part
from toc.diagram.view import View, ViewBox, ViewGroup

__all__ = ["outcome_columns", "outcome_parts"]

_OUTCOMES = ("short_term", "intermediate", "long_term")


def outcome_columns(view: View) -> tuple[str, ...]:
    """Return the columns of a view that hold outcomes, from left to right."""
    used = {box.column for box in view.boxes}
    return tuple(column.id for column in view.columns if column.id in _OUTCOMES and column.id in used)


def outcome_parts(view: View, title: str, rest: str) -> tuple[Part, ...]:
    """Return one part for each outcome of the last column to which something leads; none where fewer than two.

    At home on it is all that leads to it, up to the other outcomes of that column, which stand on it as guests.
    `title` has room for the `label` of the outcome.
    """
    columns = outcome_columns(view)
    frames = framed_boxes(view)
    labels = _last_outcomes(view, columns[-1]) if columns else {}
    goals = {key: frozenset((key, *frames.get(key, ()))) for key in labels}
    before = _before(view, frames)
    every = frozenset[str]().union(*goals.values())
    parts = []
    for key, own in goals.items():
        home = _leading(own, before, every - own)
        home |= {whole for whole, boxes in frames.items() if not boxes.isdisjoint(home)}
        if len(home) > len(own):
            parts.append(Part(title.format(label=labels[key]), home))
    return covered_parts(parts, view, rest, guest="source") if len(parts) > 1 else ()


def _last_outcomes(view: View, column: str) -> dict[str, str]:
    """Return the frames and boxes of the column with their labels, in the order of the view."""
    everything: list[ViewBox | ViewGroup] = [*view.groups, *(box for box in view.boxes if box.group is None)]
    return {one.id: one.label for one in everything if one.column == column}


def _before(view: View, frames: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """Return what leads to each box or frame: by a link of its own, or of the whole that it is part of.

    Where a whole leads somewhere, all its parts do.
    """
    before: dict[str, set[str]] = defaultdict(set)
    for link in view.links:
        if not link.feedback:
            before[link.target] |= {link.source, *frames.get(link.source, ())}
    for whole, parts in frames.items():
        for part in parts:
            before[part] |= before.get(whole, set())
    return before


def _leading(own: Collection[str], before: Mapping[str, Iterable[str]], stops: Collection[str]) -> frozenset[str]:
    found = set(own)
    waiting = list(own)
    while waiting:
        new = set(before.get(waiting.pop(), ())) - found - set(stops)
        found |= new
        waiting.extend(new)
    return frozenset(found)
