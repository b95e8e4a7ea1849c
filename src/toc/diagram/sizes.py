"""`BoxSize`: the words of each box broken into lines, and how tall the box must be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toc.diagram.loops import Loop
from toc.diagram.measures import Measures
from toc.diagram.skeleton import Skeleton
from toc.diagram.tag_rows import NO_TAGS, TagRows, rows_of
from toc.diagram.view import View, ViewBox
from toc.diagram.wrapping import wrap

__all__ = ["BoxSize", "count_ports", "size_boxes"]


@dataclass(frozen=True, slots=True)
class BoxSize:
    """A box at one font size: its lines, its height and the part of it that the badge takes."""

    lines: tuple[str, ...]
    height: float
    badge_height: float = 0.0
    caution_lines: tuple[str, ...] = ()
    aside_lines: tuple[str, ...] = ()
    tags: TagRows = NO_TAGS


def size_boxes(
    view: View, ports: dict[tuple[str, str], int], measures: Measures, width: float
) -> dict[str, BoxSize]:
    """Measure all boxes of a column width; a box grows with its lines and with the arrows on its busier side."""
    return {
        box.id: size_box(
            box, max(ports[box.id, "left"], ports[box.id, "right"]), measures, width, in_words=view.tags_in_words
        )
        for box in view.boxes
    }


def size_box(box: ViewBox, ports: int, measures: Measures, width: float, *, in_words: bool = False) -> BoxSize:
    """Measure one box."""
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
    small = 1.18 * measures.aside * len(asides) + tags.height
    words = max(len(lines), box.room) * measures.line + small + badge + 2 * measures.box_pad_y
    heads = (ports - 1) * measures.port_gap + 2 * measures.port_inset if ports else 0.0
    return BoxSize(lines, max(words, heads), badge, caution, asides, tags)


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
