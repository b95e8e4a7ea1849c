"""The line of an arrow without its head: where the arrowhead begins."""

from __future__ import annotations

from math import hypot

from toc.diagram.picture import Point

__all__ = ["cut_before_head"]

STEPS = 24
SHORTEST = 0.02


def cut_before_head(points: tuple[Point, ...], head_length: float) -> tuple[Point, ...]:
    """The same cubics, the last one ended `head_length` points before its tip.

    The head is then drawn from the new end to the old tip, along the curve. A last cubic that is shorter than
    the head keeps a fiftieth of itself, so that the direction of the head is known.
    """
    last = points[-4:]
    low, high = SHORTEST, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        if _distance(_point_at(last, middle), last[3]) > head_length:
            low = middle
        else:
            high = middle
    return points[:-4] + _first_part(last, low)


def _first_part(cubic: tuple[Point, ...], part: float) -> tuple[Point, ...]:
    a, b, c, d = cubic
    ab, bc, cd = _between(a, b, part), _between(b, c, part), _between(c, d, part)
    abc, bcd = _between(ab, bc, part), _between(bc, cd, part)
    return (a, ab, abc, _between(abc, bcd, part))


def _point_at(cubic: tuple[Point, ...], part: float) -> Point:
    return _first_part(cubic, part)[3]


def _between(start: Point, end: Point, part: float) -> Point:
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
