"""How tall each box must be at one font size, and its words broken into lines (`BoxWords`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.skeleton import Skeleton
from toc.diagram.tag_rows import NO_TAGS, TagRows, rows_of
from toc.diagram.view import View, ViewBox
from toc.diagram.wrapping import count_lines, wrap

__all__ = ["BoxWords", "break_words", "busier_sides", "count_ports", "size_boxes"]


@dataclass(frozen=True, slots=True)
class BoxWords:
    """The words of a box at one font size in lines, the height of its badge and its signs in rows."""

    lines: tuple[str, ...]
    badge_height: float = 0.0
    caution_lines: tuple[str, ...] = ()
    aside_lines: tuple[str, ...] = ()
    tags: TagRows = NO_TAGS


def size_boxes(view: View, busier: Mapping[str, int], measures: Measures, width: float) -> dict[str, float]:
    """The heights of all boxes of a column width: each grows with its lines, and with its arrows.

    `busier` counts the arrows on the busier side of each box.
    """
    room, line, pads = (width - 2 * measures.box_pad_x) / measures.size, measures.line, 2 * measures.box_pad_y
    gap, insets = measures.port_gap, 2 * measures.port_inset
    heights = {}
    for box in view.boxes:
        small = badge = 0.0
        if box.badge is not None or box.asides or box.tags:
            words = break_words(box, measures, width, in_words=view.tags_in_words)
            small, badge = 1.18 * measures.aside * len(words.aside_lines) + words.tags.height, words.badge_height
        height = max(count_lines(box.label, room), box.room) * line + small + badge + pads
        heads = busier[box.id]
        heights[box.id] = max(height, (heads - 1) * gap + insets) if heads else height
    return heights


def break_words(box: ViewBox, measures: Measures, width: float, *, in_words: bool) -> BoxWords:
    """Break all words of a box into lines."""
    room = width - 2 * measures.box_pad_x
    lines = wrap(box.label, room / measures.size)
    caution: tuple[str, ...] = ()
    badge = 0.0
    if box.badge is not None:
        badge = 1.35 * measures.badge + 0.15 * measures.size
        if box.badge.caution:
            caution = wrap(box.badge.caution, room / measures.caution)
            badge += 1.18 * measures.caution * len(caution)
    asides = tuple(line for aside in box.asides for line in wrap(aside, room / measures.aside))
    tags = rows_of(box.tags, width - 0.6 * measures.size, measures, in_words=in_words) if box.tags else NO_TAGS
    return BoxWords(lines, badge, caution, asides, tags)


def count_ports(skeleton: Skeleton, loops: tuple[Loop, ...]) -> Counter[tuple[str, str]]:
    """How many arrows meet each side of each node."""
    ports: Counter[tuple[str, str]] = Counter()
    for segment in skeleton.segments:
        ports[segment.left, "right"] += 1
        ports[segment.right, "left"] += 1
    for loop in loops:
        ports[loop.source, loop.side] += 1
        ports[loop.target, loop.side] += 1
    return ports


def busier_sides(view: View, ports: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """How many arrows meet the busier side of each box."""
    return {box.id: max(ports[box.id, "left"], ports[box.id, "right"]) for box in view.boxes}
