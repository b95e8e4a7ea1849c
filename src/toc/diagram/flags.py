"""`Flag`: the numbers of what is assumed of a link, in a place on it that is free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from toc.diagram.measures import Measures
from toc.diagram.picture import Arrow, Flag, PictureBox, Point, TextLine
from toc.diagram.text_widths import text_width

__all__ = ["lay_flags"]

STEPS = 24
"""Places that are tried on each cubic of an arrow."""
FROM_TAIL, FROM_TIP = 3.0, 9.0
"""Points of an arrow that are kept free at its ends; the head is at its tip."""
CLEAR = 1.5
"""Points between a flag and all else, where there is room."""
CROWDED = 12.0
"""Points from which on another arrow does not matter."""

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def lay_flags(
    arrows: tuple[Arrow, ...], boxes: tuple[PictureBox, ...], words: Sequence[TextLine], measures: Measures
) -> tuple[Flag, ...]:
    """Put one flag on every arrow that has numbers, on no box, no words and no other flag where there is room.

    Of the free places the one is taken that is farthest from all other arrows.
    """
    taken = [_around(box.x, box.y, box.width, box.height) for box in boxes] + [_of_words(line) for line in words]
    lines = {(arrow.source, arrow.target): list(_places(arrow.points)) for arrow in arrows}
    flags: list[Flag] = []
    for arrow in arrows:
        if not arrow.flags:
            continue
        others = [point for ends, line in lines.items() if ends != (arrow.source, arrow.target) for point in line]
        flag = _best(arrow, _free_part(lines[arrow.source, arrow.target], arrow), taken, others, measures)
        taken.append(_around(flag.x, flag.y, flag.width, flag.height))
        flags.append(flag)
    return tuple(flags)


def _best(
    arrow: Arrow, places: Sequence[Point], taken: Sequence[Rect], others: Sequence[Point], measures: Measures
) -> Flag:
    """Return the flag at the place that covers nothing, and then is farthest from other arrows."""
    text = ", ".join(map(str, arrow.flags))
    size = max(0.72 * measures.size, 4.0)
    words = text_width(text, size, bold=True)
    width, height = words + 0.7 * size, 1.25 * size

    def merit(place: Point) -> tuple[bool, bool, float]:
        roomy, rect = _around(*place, width + 2 * CLEAR, height + 2 * CLEAR), _around(*place, width, height)
        covers, touches = (any(_meets(one, other) for other in taken) for one in (rect, roomy))
        near = [point for point in others if abs(point[0] - place[0]) < width + CROWDED]
        apart = min((hypot(x - place[0], y - place[1]) for x, y in near), default=CROWDED)
        return not covers, not touches, min(apart, CROWDED)

    x, y = max(places, key=merit)
    line = TextLine(text, x, y + 0.35 * size, size, words, bold=True, anchor="middle")
    return Flag(arrow.source, arrow.target, x, y, width, height, line)


def _free_part(line: Sequence[Point], arrow: Arrow) -> Sequence[Point]:
    """Return the places on an arrow that are not at its ends, or its middle."""
    tail, tip = arrow.points[0], arrow.points[-1]
    found = [
        (x, y)
        for x, y in line
        if hypot(x - tail[0], y - tail[1]) >= FROM_TAIL and hypot(x - tip[0], y - tip[1]) >= FROM_TIP
    ]
    return found or [line[len(line) // 2]]


def _places(points: tuple[Point, ...]) -> Iterator[Point]:
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(STEPS):
            t = (step + 0.5) / STEPS
            s = 1 - t
            weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            four = (a, b, c, d)
            yield (
                sum(weight * point[0] for weight, point in zip(weights, four, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, four, strict=True)),
            )


def _around(x: float, y: float, width: float, height: float) -> Rect:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _of_words(line: TextLine) -> Rect:
    left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
    return (left, line.y - 0.75 * line.size, left + line.width, line.y + 0.1 * line.size)


def _meets(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
