"""The figures of quality of a picture, measured on its lines and rectangles alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from toc.diagram.picture import Arrow, Picture, PictureBox, Point, TextLine

STEPS = 24
PIECE = 8
"""Steps in one piece of a line, which is passed over where the rectangle around it is out of the way."""
TOUCH = 0.6
"""Points by which an arrow may touch an edge before it counts as through."""

Rect = tuple[float, float, float, float]
Curve = tuple[str, str, tuple[Point, ...]]
Pieces = tuple[tuple[Rect, tuple[tuple[Point, Point], ...]], ...]
"""A line as its straight steps, some at a time, with the rectangle around these."""


def edges(one: object) -> Rect:
    """Left, top, right and bottom of anything with a centre and a size."""
    x, y, width, height = (getattr(one, name) for name in ("x", "y", "width", "height"))
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def text_edges(line: TextLine) -> Rect:
    """The rectangle that a line of words covers, from its ascenders to its baseline."""
    left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
    return (left, line.y - 0.73 * line.size, left + line.width, line.y)


def meets(one: Rect, other: Rect, slack: float = 0.01) -> bool:
    """Whether two rectangles share more than an edge."""
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of boxes, or of a box and a frame of a group it does not belong to, that overlap."""
    found = [
        (one.id, other.id) for one, other in combinations(picture.boxes, 2) if meets(edges(one), edges(other))
    ]
    frames = [frame for frame in picture.frames if frame.kind == "group"]
    found += [(one.id, other.id) for one, other in combinations(frames, 2) if meets(edges(one), edges(other))]
    for frame in frames:
        for box in picture.boxes:
            if meets(edges(frame), edges(box)) and not holds(edges(frame), edges(box)):
                found.append((frame.id, box.id))
    return found


def holds(outer: Rect, inner: Rect, slack: float = 0.05) -> bool:
    """Whether one rectangle lies within another."""
    return (
        outer[0] <= inner[0] + slack
        and outer[1] <= inner[1] + slack
        and outer[2] >= inner[2] - slack
        and outer[3] >= inner[3] - slack
    )


def sample(points: tuple[Point, ...]) -> list[Point]:
    """Points along the cubics of an arrow."""
    found = [points[0]]
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            s = 1 - t
            w = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            found.append(
                (
                    w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
                    w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
                )
            )
    return found


@lru_cache(maxsize=2_000)
def pieces(points: tuple[Point, ...]) -> Pieces:
    """The steps along the cubics of an arrow, piece by piece."""
    line = sample(points)
    parts = [line[start : start + PIECE + 1] for start in range(0, len(line) - 1, PIECE)]
    return tuple((bounds(part), tuple(pairwise(part))) for part in parts)


def shrink(rect: Rect, by: float) -> Rect:
    """A rectangle a little smaller on every side."""
    return (rect[0] + by, rect[1] + by, rect[2] - by, rect[3] - by)


def passes(line: Pieces, rect: Rect) -> bool:
    """Whether a line enters a rectangle."""
    return any(
        segment_meets(one, other, rect)
        for around, steps in line
        if around[0] <= rect[2] and rect[0] <= around[2] and around[1] <= rect[3] and rect[1] <= around[3]
        for one, other in steps
    )


def segment_meets(one: Point, other: Point, rect: Rect) -> bool:
    """Whether a straight piece enters a rectangle (Liang and Barsky 1984)."""
    low, high = 0.0, 1.0
    for start, step, least, most in (
        (one[0], other[0] - one[0], rect[0], rect[2]),
        (one[1], other[1] - one[1], rect[1], rect[3]),
    ):
        if abs(step) < 1e-12:
            if not least < start < most:
                return False
            continue
        first, last = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, first), min(high, last)
    return low < high


def arrows_through_boxes(picture: Picture) -> list[tuple[str, str, str]]:
    """Arrows that enter a box, their own ends included."""
    found = []
    for arrow in picture.arrows:
        line = pieces(arrow.points)
        found += [
            (arrow.source, arrow.target, box.id)
            for box in picture.boxes
            if passes(line, shrink(edges(box), TOUCH))
        ]
    return found


def arrows_near_boxes(picture: Picture, clearance: float = 1.5) -> list[tuple[str, str, str]]:
    """Arrows that come nearer than this to a box at which they do not end."""
    found = []
    for arrow in picture.arrows:
        line = pieces(arrow.points)
        others = [box for box in picture.boxes if box.id not in {arrow.source, arrow.target}]
        near = [box for box in others if passes(line, shrink(edges(box), -clearance))]
        found += [(arrow.source, arrow.target, box.id) for box in near]
    return found


def arrows_over_words(picture: Picture) -> list[tuple[str, str, str]]:
    """Arrows, and stage arrows, that run over a title, a heading or the title of a frame."""
    lines = [*picture.texts, *(line for header in picture.headers for line in header.text)]
    lines += [line for frame in picture.frames for line in frame.text]
    lines += [item.text for item in picture.legend]
    found = []
    for arrow in (*picture.arrows, *picture.stage_arrows):
        path = pieces(arrow.points)
        found += [(arrow.source, arrow.target, line.text) for line in lines if passes(path, text_edges(line))]
    return found


def box_overflow(box: PictureBox) -> bool:
    """Whether any words of a box reach out of it."""
    left, top, right, bottom = edges(box)
    lines = (*box.text, *box.badge_text)
    if any(not holds((left + 1, top, right - 1, bottom), text_edges(line)) for line in lines):
        return True
    rows = sorted(lines, key=lambda line: line.y)
    return any(meets(text_edges(one), text_edges(other)) for one, other in pairwise(rows))


def overflows(picture: Picture) -> list[str]:
    """Boxes, headings and frames whose words reach out of them."""
    found = [box.id for box in picture.boxes if box_overflow(box)]
    for one in (*picture.headers, *picture.frames):
        name = getattr(one, "stage", None) or getattr(one, "id", "")
        found += [name for line in one.text if not holds(edges(one), text_edges(line))]
    return found


def off_page(picture: Picture) -> list[str]:
    """Everything that is not wholly on the page."""
    page = (0.0, 0.0, picture.page.width, picture.page.height)
    things: list[tuple[str, Rect]] = [(box.id, edges(box)) for box in picture.boxes]
    things += [(frame.id, edges(frame)) for frame in picture.frames]
    things += [(header.stage, edges(header)) for header in picture.headers]
    words = [*picture.texts, *(item.text for item in picture.legend)]
    things += [(line.text, text_edges(line)) for line in words]
    for arrow in (*picture.arrows, *picture.stage_arrows):
        things += [(f"{arrow.source} -> {arrow.target}", (x, y, x, y)) for x, y in sample(arrow.points)]
    return [name for name, rect in things if not holds(page, rect)]


def crossings(curves: list[Curve]) -> int:
    """Pairs of curves without a common end that meet; each curve is (source, target, points)."""
    lines = [({source, target}, bounds(points), pieces(points)) for source, target, points in curves]
    return sum(
        lines_meet(line, other)
        for (ends, around, line), (others, beside, other) in combinations(lines, 2)
        if around[0] <= beside[2] and beside[0] <= around[2] and around[1] <= beside[3] and beside[1] <= around[3]
        if not ends & others
    )


def picture_crossings(picture: Picture) -> int:
    """The crossings of a picture's arrows."""
    return crossings([(arrow.source, arrow.target, arrow.points) for arrow in picture.arrows])


def bounds(line: Sequence[Point]) -> Rect:
    """The rectangle around points; a cubic stays within that of its control points."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return (min(xs), min(ys), max(xs), max(ys))


def lines_meet(one: Pieces, other: Pieces) -> bool:
    """Whether two lines meet anywhere."""
    return any(
        steps_meet(a, b, c, d)
        for around, steps in one
        for beside, others in other
        if around[0] <= beside[2] and beside[0] <= around[2] and around[1] <= beside[3] and beside[1] <= around[3]
        for a, b in steps
        for c, d in others
    )


def steps_meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the straight steps from a to b and from c to d meet."""
    if max(c[0], d[0]) < min(a[0], b[0]) or min(c[0], d[0]) > max(a[0], b[0]):
        return False
    if max(c[1], d[1]) < min(a[1], b[1]) or min(c[1], d[1]) > max(a[1], b[1]):
        return False
    return turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0


def turn(a: Point, b: Point, c: Point) -> float:
    """On which side of the line a-b the point c lies."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def arrow_ends(arrow: Arrow) -> tuple[Point, Point]:
    """Where an arrow starts and where its tip is."""
    return arrow.points[0], arrow.points[-1]
