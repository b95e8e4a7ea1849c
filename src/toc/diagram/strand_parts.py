"""A theory as one part for each strand, with what it shares with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from toc.diagram.covered_parts import covered_parts
from toc.diagram.framed_boxes import ends_of
from toc.diagram.part import Part
from toc.diagram.view import View
from toc.model import TheoryOfChange

__all__ = ["strand_parts"]


def strand_parts(theory: TheoryOfChange, view: View, rest: str) -> tuple[Part, ...]:
    """Return one part for each strand that has a box in the view, none where fewer than two have.

    At home on it are its own boxes with the boxes of no strand that lead to them or follow from them. A part
    without a strand has that of its whole. A link to a box of another strand stands on the page from which it
    leads away.
    """
    drawn = ends_of(view)
    strands = {key: _strands(theory, key) for key in drawn}
    shared = {key for key in drawn if not strands[key]}
    onward, back = _beside(view)
    parts = []
    for strand, title in view.strand_labels:
        own = {key for key in drawn if strand in strands[key]}
        if own:
            home = own | _spread(own, shared, onward) | _spread(own, shared, back)
            parts.append(Part(title, frozenset(home)))
    return covered_parts(parts, view, rest, guest="target") if len(parts) > 1 else ()


def _strands(theory: TheoryOfChange, box: str) -> frozenset[str]:
    """Return the strands of a box, or of the nearest whole that has any."""
    seen: set[str] = set()
    here: str | None = box
    while here is not None and here in theory.boxes and here not in seen:
        if theory.boxes[here].strand:
            return frozenset(theory.boxes[here].strand)
        seen.add(here)
        here = theory.boxes[here].part_of
    return frozenset()


def _beside(view: View) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return what each box or frame leads to, and what leads to it; a frame and its boxes go together."""
    onward: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    pairs = [(link.source, link.target) for link in view.links if not link.feedback]
    for box in view.boxes:
        if box.group is not None:
            pairs += [(box.id, box.group), (box.group, box.id)]
    for source, target in pairs:
        onward[source].add(target)
        back[target].add(source)
    return onward, back


def _spread(own: Collection[str], among: Collection[str], beside: Mapping[str, Collection[str]]) -> set[str]:
    """Return those `among` which are beside `own`, or beside one of them."""
    found: set[str] = set()
    waiting = list(own)
    while waiting:
        near = (set(beside.get(waiting.pop(), ())) & set(among)) - found
        found |= near
        waiting.extend(near)
    return found
