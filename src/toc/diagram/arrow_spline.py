"""The line of an arrow without its head: where the arrowhead begins."""

from __future__ import annotations

from toc.diagram.picture import Point

__all__ = ["cut_before_head"]

STEPS = 24
SHORTEST = 0.02


def cut_before_head(points: tuple[Point, ...], head_length: float) -> tuple[Point, ...]:
    """The same cubics, the last one ended `head_length` points before its tip.

    The head is then drawn from the new end to the old tip, along the curve. A last cubic that is shorter than
    the head keeps a fiftieth of itself, so that the direction of the head is known.
    """
    # Complex numbers hold both axes at once; the cubic as a polynomial of how far along it one is, from its tip.
    a, b, c, tip = (complex(*point) for point in points[-4:])
    once, twice, thrice = 3 * (b - a), 3 * (c - 2 * b + a), tip - 3 * c + 3 * b - a
    low, high = SHORTEST, 1.0
    for _ in range(STEPS):
        part = (low + high) / 2
        if abs(a - tip + part * (once + part * (twice + part * thrice))) > head_length:
            low = part
        else:
            high = part
    ab, bc, cd = a + (b - a) * low, b + (c - b) * low, c + (tip - c) * low
    abc, bcd = ab + (bc - ab) * low, bc + (cd - bc) * low
    end = abc + (bcd - abc) * low
    return (*points[:-3], *((point.real, point.imag) for point in (ab, abc, end)))
