"""The opened wholes of a view with the boxes in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from toc.diagram.view import View

__all__ = ["ends_of", "framed_boxes"]


def framed_boxes(view: View) -> Mapping[str, frozenset[str]]:
    """Return the ids of the boxes in each frame, by the id of the whole."""
    found: dict[str, set[str]] = defaultdict(set)
    for box in view.boxes:
        if box.group is not None:
            found[box.group].add(box.id)
    return {whole: frozenset(own) for whole, own in found.items()}


def ends_of(view: View) -> frozenset[str]:
    """Return the ids of all boxes of a view and of the opened wholes around them."""
    return frozenset([box.id for box in view.boxes]) | frozenset([group.id for group in view.groups])
