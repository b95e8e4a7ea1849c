"""Names beside dots, each at a free place, or none where there is no such place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toc.diagram.text_widths import text_width
from toc.reports.plots.sheet import Rule, Words

__all__ = ["NamedDot", "dot_labels"]

_SIZE = 8.5
_AWAY = 10.0


@dataclass(frozen=True, slots=True)
class NamedDot:
    """A dot of radius 4 by its centre, and the words that belong beside it."""

    x: float
    y: float
    words: str


_Box = tuple[float, float, float, float]


def dot_labels(dots: Sequence[NamedDot], left: float, right: float, rules: Sequence[Rule] = ()) -> Iterator[Words]:
    """Yield the words of each dot beside, above or below it, where they cover no dot and no other words.

    Of such places the first is taken that none of `rules` goes through, else the first.
    """
    taken: list[_Box] = [(dot.x - 5, dot.x + 5, dot.y - 5, dot.y + 5) for dot in dots]
    lines = [line for rule in rules for line in pairwise(rule.points)]
    for dot in dots:
        free = [
            box
            for box in _places(dot)
            if left <= box[0] and box[1] <= right and not any(_meet(box, other) for other in taken)
        ]
        clear = [box for box in free if not any(_crosses(line, box) for line in lines)]
        for box in (clear or free)[:1]:
            taken.append(box)
            yield Words(box[0], (box[2] + box[3]) / 2, dot.words, _SIZE)


def _places(dot: NamedDot) -> Iterator[_Box]:
    width = text_width(dot.words, _SIZE)
    beside, before, above, below = dot.x + _AWAY, dot.x - _AWAY - width, dot.y - 11, dot.y + 11
    middle = dot.x - width / 2
    for x, y in (
        (beside, dot.y),
        (before, dot.y),
        (middle, above),
        (middle, below),
        (beside, above),
        (before, above),
        (beside, below),
        (before, below),
    ):
        yield (x, x + width, y - 5, y + 5)


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _crosses(line: tuple[tuple[float, float], tuple[float, float]], box: _Box) -> bool:
    """Tell whether a straight line from one point to another goes through a box."""
    (x, y), (to_x, to_y) = line
    enters, leaves = 0.0, 1.0
    for start, way, low, high in ((x, to_x - x, box[0], box[1]), (y, to_y - y, box[2], box[3])):
        if way:
            first, last = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, first), min(leaves, last)
        elif not low < start < high:
            return False
    return enters < leaves
