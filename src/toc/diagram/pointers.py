"""`Pointer`: a line from a factor to the arrow on which it acts, where there is a free way for one."""

from __future__ import annotations

from collections.abc import Sequence

from toc.diagram.flag_places import Ground, Rect, around, grow, meets, solid_rects, words_rect
from toc.diagram.picture import Arrow, FactorSign, Frame, PictureBox, Point, Pointer

__all__ = ["lay_pointers"]

FREE = 3.0
"""Points between a pointer and all that it passes."""
FROM_TAIL, FROM_TIP = 10.0, 16.0
"""Points of an arrow at its ends at which nothing points."""
RUNS = (6.0, 11.0, 16.0, 21.0)
"""How far above its band a pointer may go sideways, in points."""
ROUND = 6.0
"""How round its corners are, in points."""
EVERY = 3
"""Of the points of an arrow each third is tried."""

Way = tuple[Point, ...]


def lay_pointers(
    factors: Sequence[FactorSign], arrows: Sequence[Arrow], boxes: Sequence[PictureBox], frames: Sequence[Frame]
) -> tuple[Pointer, ...]:
    """Point at each arrow on which a factor acts if a way leads there past all boxes, words, arrows and pointers.

    It goes up from the letter, sideways above the uppermost band, and up to the arrow; of the free ways the one
    that goes least to the side is taken. Where there is none, the letter of the factor stands on the arrow.
    """
    links = [(factor, ends) for factor in factors for ends in factor.links]
    if not links:
        return ()
    words = [words_rect(line) for one in factors for line in one.text]
    letters = [around(one.x, one.y, one.width, one.height) for one in factors]
    ground = Ground(arrows, [*solid_rects(boxes, frames), *words, *letters])
    top = min(frame.y - frame.height / 2 for frame in frames if frame.kind == "band")
    pointers: list[Pointer] = []
    taken: list[Rect] = []
    for factor, ends in links:
        found = _free_way(factor, ends, top, ground, taken)
        if found is not None:
            start, tip, run = found
            pointers.append(Pointer(factor.id, factor.sign, *ends, _way(start, tip, run)))
            taken += _legs(start, tip, run)
    return tuple(pointers)


def _free_way(
    factor: FactorSign, ends: tuple[str, str], top: float, ground: Ground, taken: list[Rect]
) -> tuple[Point, Point, float] | None:
    """Find where a way begins and ends, and at which height it goes sideways."""
    line = ground.lines[ends]
    start = (factor.x, factor.y - factor.height / 2 - 2 * FREE)
    for tip in sorted(line[::EVERY], key=lambda tip: (abs(tip[0] - factor.x), tip)):
        is_at_end = _near(line[0], tip, FROM_TAIL) or _near(line[-1], tip, FROM_TIP)
        if is_at_end or tip[1] + ROUND > top - RUNS[-1]:
            continue
        if not _is_free([(tip[0], tip[1], tip[0], top - RUNS[-1])], tip, ends, ground, taken):
            continue
        for run in RUNS:
            if _is_free(_legs(start, tip, top - run), tip, ends, ground, taken):
                return (start[0], start[1] + 2 * FREE), tip, top - run
    return None


def _legs(start: Point, tip: Point, run: float) -> list[Rect]:
    """The three straight parts of a way, without their rounded corners."""
    left, right = sorted((start[0], tip[0]))
    return [(start[0], run, start[0], start[1]), (left, run, right, run), (tip[0], tip[1], tip[0], run)]


def _is_free(legs: list[Rect], tip: Point, ends: tuple[str, str], ground: Ground, taken: list[Rect]) -> bool:
    """Whether parts of a way keep clear of everything, and of their own arrow but where they end."""
    for leg in legs:
        roomy = grow(leg, FREE)
        if any(meets(roomy, other) for other in (*ground.solids, *taken)) or ground.apart(leg, ends) < FREE:
            return False
        own = (one for one in ground.lines[ends] if not _near(one, tip, 3 * FREE))
        if any(meets(roomy, (x, y, x, y)) for x, y in own):
            return False
    return True


def _way(start: Point, tip: Point, run: float) -> Way:
    """The whole line with round corners, as cubics."""
    (x, _), (to_x, to_y) = start, tip
    if abs(to_x - x) < 1.0:
        return _joined([start, tip])
    bend = min(ROUND, abs(to_x - x) / 2, run - to_y)
    side = bend if to_x > x else -bend
    up = _joined([start, (x, run + bend)])
    across = _joined([(x + side, run), (to_x - side, run)])
    last = _joined([(to_x, run - bend), tip])
    return (
        *up,
        (x, run + bend / 2),
        (x + side / 2, run),
        *across,
        (to_x - side / 2, run),
        (to_x, run - bend / 2),
        *last,
    )


def _joined(ends: list[Point]) -> Way:
    """A straight line as a cubic."""
    (x, y), (to_x, to_y) = ends
    thirds = ((x + (to_x - x) / 3, y + (to_y - y) / 3), (x + (to_x - x) * 2 / 3, y + (to_y - y) * 2 / 3))
    return ((x, y), *thirds, (to_x, to_y))


def _near(one: Point, other: Point, distance: float) -> bool:
    return abs(one[0] - other[0]) < distance and abs(one[1] - other[1]) < distance
