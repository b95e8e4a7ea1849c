"""`Place`: where on its arrow a flag may stand, and how much it would be in the way there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from toc.diagram.picture import Arrow, Frame, PictureBox, Point, Pointer, TextLine

__all__ = [
    "CLEAR",
    "IN_THE_WAY",
    "Ground",
    "Place",
    "Rect",
    "around",
    "meets",
    "points_along",
    "solid_rects",
    "words_rect",
]

STEP = 2.0
"""Points from one place that is tried to the next, and between those that stand for an arrow."""
FROM_TAIL = 3.0
"""Points of an arrow that are kept free at its tail."""
HEAD_LONG, HEAD_HIGH = 8.0, 3.0
"""The room of an arrowhead, to the left of its tip or to the right, and above and below it."""
CLEAR = 1.2
"""Points between a flag and all else, where there is room."""
CROWDED = 6.0
"""Points from which on another arrow does not matter."""
TOUCHING = 0.4
"""Points below which an arrow counts as covered, as it is known by points alone."""
CELL = 16.0
ON_A_BOX, ON_AN_ARROW, ON_A_HEAD, IN_THE_WAY, NEAR = 1000.0, 100.0, 60.0, 50.0, 10.0
"""How bad it is for a flag to cover a box or words, another arrow or an arrowhead, or to come near one."""

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a flag and how bad it is to stand there: from `IN_THE_WAY` on it covers something."""

    x: float
    y: float
    cost: float


class Ground:
    """What stands on a page before any flag: boxes and words, and arrows with their heads."""

    def __init__(self, arrows: Sequence[Arrow | Pointer], solids: Sequence[Rect]) -> None:
        self.solids = solids
        self.known: dict[tuple[tuple[str, str], float, float], tuple[Place, ...]] = {}
        own = [(_ends(arrow), tuple(points_along(arrow.points))) for arrow in arrows]
        self.lines = dict(own)
        self.heads = [head_rect(line) for _, line in own]
        self.cells: Mapping[tuple[int, int], list[tuple[float, float, tuple[str, str]]]] = defaultdict(list)
        for ends, line in own:
            for x, y in line:
                self.cells[int(x // CELL), int(y // CELL)].append((x, y, ends))

    def places(self, ends: tuple[str, str], width: float, height: float) -> tuple[Place, ...]:
        """The places of a flag of this size on its arrow, the middle of the arrow the best of equals."""
        key = (ends, width, height)
        if key not in self.known:
            self.known[key] = tuple(self.find_places(ends, width, height))
        return self.known[key]

    def find_places(self, ends: tuple[str, str], width: float, height: float) -> Iterator[Place]:
        """Yield the same, worked out anew."""
        line = self.lines[ends]
        free = [point for point in line if hypot(point[0] - line[0][0], point[1] - line[0][1]) >= FROM_TAIL]
        count = len(free)
        solids, heads = self.beside(line, width, height)
        for number, (x, y) in enumerate(free):
            off = 2 * abs(number + 0.5 - count / 2) / count
            yield Place(x, y, self.cost(around(x, y, width, height), ends, solids, heads) + off)

    def beside(self, line: Sequence[Point], width: float, height: float) -> tuple[list[Rect], list[Rect]]:
        """The solids and heads that a flag of this size can come near anywhere on an arrow."""
        across, down = [x for x, _ in line], [y for _, y in line]
        x, y = width / 2 + CLEAR, height / 2 + CLEAR
        reach = (min(across) - x, min(down) - y, max(across) + x, max(down) + y)
        solids, heads = ([one for one in rects if meets(reach, one)] for rects in (self.solids, self.heads))
        return solids, heads

    def cost(self, rect: Rect, ends: tuple[str, str], solids: Sequence[Rect], heads: Sequence[Rect]) -> float:
        """How bad it is for a flag of the arrow with these ends to cover this rectangle."""
        roomy = grow(rect, CLEAR)
        cost = 0.0
        for solid in solids:
            if meets(roomy, solid):
                cost += ON_A_BOX if meets(rect, solid) else NEAR
        cost += sum([ON_A_HEAD for head in heads if meets(rect, head)])
        apart = self.apart(rect, ends)
        if apart < TOUCHING:
            return cost + ON_AN_ARROW * self.covered(rect, ends)
        return cost + (NEAR if apart < CLEAR else 0.0) + CROWDED - apart

    def covered(self, rect: Rect, ends: tuple[str, str]) -> int:
        """How many arrows but this one a rectangle covers: the fewer, the clearer whose flag it is."""
        left, top, right, bottom = grow(rect, TOUCHING)
        cells = (
            self.cells.get((column, row), ())
            for column in range(int(left // CELL), int(right // CELL) + 1)
            for row in range(int(top // CELL), int(bottom // CELL) + 1)
        )
        near = (one for cell in cells for one in cell)
        return max(1, len({other for x, y, other in near if left < x < right and top < y < bottom} - {ends}))

    def apart(self, rect: Rect, ends: tuple[str, str]) -> float:
        """The points from a rectangle to the nearest arrow but this one, `CROWDED` at the most."""
        left, top, right, bottom = rect
        least = CROWDED
        for column in range(int((left - CROWDED) // CELL), int((right + CROWDED) // CELL) + 1):
            for row in range(int((top - CROWDED) // CELL), int((bottom + CROWDED) // CELL) + 1):
                for x, y, other in self.cells.get((column, row), ()):
                    across, down = left - x if x < left else x - right, top - y if y < top else y - bottom
                    if across < least and down < least and other != ends:
                        least = min(least, hypot(max(across, 0.0), max(down, 0.0)))
        return least


def _ends(line: Arrow | Pointer) -> tuple[str, str]:
    """What tells one line from another: a line that points at an arrow begins at no box."""
    return (f"factor {line.sign}", line.target) if isinstance(line, Pointer) else (line.source, line.target)


def solid_rects(boxes: Sequence[PictureBox], frames: Sequence[Frame]) -> list[Rect]:
    """What nothing may cover: boxes, and the titles and signs of frames."""
    signs = [sign for frame in frames for sign in frame.tags]
    return [
        *(around(box.x, box.y, box.width, box.height) for box in boxes),
        *(around(sign.x, sign.y, sign.width, sign.height) for sign in signs),
        *(words_rect(line) for frame in frames for line in frame.text),
    ]


def words_rect(line: TextLine) -> Rect:
    """The rectangle of a line of words, with what hangs below it."""
    left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
    return (left, line.y - 0.75 * line.size, left + line.width, line.y + 0.1 * line.size)


def points_along(points: Sequence[Point]) -> Iterator[Point]:
    """Points along the cubics of an arrow, about `STEP` apart, from its tail to its tip."""
    yield points[0]
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        length = sum(hypot(after[0] - one[0], after[1] - one[1]) for one, after in pairwise((a, b, c, d)))
        steps = max(4, round(length / STEP))
        for step in range(1, steps + 1):
            t = step / steps
            s = 1 - t
            p, q, r, u = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            yield (
                p * a[0] + q * b[0] + r * c[0] + u * d[0],
                p * a[1] + q * b[1] + r * c[1] + u * d[1],
            )


def head_rect(line: Sequence[Point]) -> Rect:
    """The room of the head at the tip of a line."""
    (x, y), (before, _) = line[-1], line[-2]
    left, right = (x - HEAD_LONG, x) if before <= x else (x, x + HEAD_LONG)
    return (left, y - HEAD_HIGH, right, y + HEAD_HIGH)


def around(x: float, y: float, width: float, height: float) -> Rect:
    """The rectangle of this size around a point."""
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def grow(rect: Rect, by: float) -> Rect:
    """A rectangle a little larger on every side."""
    return (rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by)


def meets(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
