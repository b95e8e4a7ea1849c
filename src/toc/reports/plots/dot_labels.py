"""Names beside dots, each at a free place, or none where there is no such place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toc.diagram.text_widths import text_width
from toc.reports.plots.sheet import Words

__all__ = ["NamedDot", "dot_labels"]

_SIZE = 8.5
_AWAY = 8.0


@dataclass(frozen=True, slots=True)
class NamedDot:
    """A dot of radius 4 by its centre, and the words that belong beside it."""

    x: float
    y: float
    words: str


_Box = tuple[float, float, float, float]


def dot_labels(dots: Sequence[NamedDot], left: float, right: float) -> Iterator[Words]:
    """Yield the words of each dot to its right, its left, above or below, wherever they cover nothing."""
    taken: list[_Box] = [(dot.x - 5, dot.x + 5, dot.y - 5, dot.y + 5) for dot in dots]
    for dot in dots:
        for box in _places(dot):
            if left <= box[0] and box[1] <= right and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield Words(box[0], (box[2] + box[3]) / 2, dot.words, _SIZE)
                break


def _places(dot: NamedDot) -> Iterator[_Box]:
    width = text_width(dot.words, _SIZE)
    for x, y in (
        (dot.x + _AWAY, dot.y),
        (dot.x - _AWAY - width, dot.y),
        (dot.x - width / 2, dot.y - 11),
        (dot.x - width / 2, dot.y + 11),
    ):
        yield (x, x + width, y - 5, y + 5)


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
