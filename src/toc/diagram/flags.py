"""`Flag`: the numbers of what is assumed of a link, in a place on it that is free."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from toc.diagram.flag_places import CLEAR, IN_THE_WAY, Ground, Place, Rect, around, meets
from toc.diagram.measures import Measures
from toc.diagram.picture import Arrow, Flag, PictureBox, TextLine
from toc.diagram.text_widths import text_width

__all__ = ["lay_flags"]

SIZES = (0.72, 0.62, 0.54, 0.47)
"""The letters of a flag as parts of those of a box: smaller ones only where larger ones would cover something."""
SMALLEST = 4.5
ON_A_FLAG, BESIDE_A_FLAG = 500.0, 10.0


@dataclass(frozen=True, slots=True)
class _Choice:
    """The places for a flag whose letters have a size."""

    size: float
    width: float
    height: float
    places: tuple[Place, ...]

    @property
    def freedom(self) -> int:
        """In how many places it covers nothing."""
        return sum(place.cost < IN_THE_WAY for place in self.places)


def lay_flags(
    arrows: tuple[Arrow, ...], boxes: tuple[PictureBox, ...], words: Sequence[TextLine], measures: Measures
) -> tuple[Flag, ...]:
    """Put one flag on every arrow that has numbers: on no box, words, other flag or arrow where there is room.

    Those with the fewest free places choose first.
    """
    flagged = [arrow for arrow in arrows if arrow.flags]
    if not flagged:
        return ()
    solids = [around(box.x, box.y, box.width, box.height) for box in boxes] + [_of_words(line) for line in words]
    ground = Ground(arrows, solids)
    ways = [partial(_choice, arrow, ground, measures) for arrow in flagged]
    order = sorted(range(len(flagged)), key=lambda one: (ways[one](SIZES[0]).freedom, one))
    flags: dict[int, Flag] = {}
    for number in (*order, *order):
        others = [_rect(flag) for other, flag in flags.items() if other != number]
        flags[number] = _placed(flagged[number], ways[number], others)
    return tuple(flags[number] for number in range(len(flagged)))


def _words(arrow: Arrow) -> str:
    return ", ".join(map(str, arrow.flags))


def _choice(arrow: Arrow, ground: Ground, measures: Measures, part: float) -> _Choice:
    size = max(part * measures.size, SMALLEST)
    width, height = text_width(_words(arrow), size, bold=True) + 0.7 * size, 1.25 * size
    return _Choice(size, width, height, ground.places((arrow.source, arrow.target), width, height))


def _placed(arrow: Arrow, way: Callable[[float], _Choice], taken: Sequence[Rect]) -> Flag:
    """The flag where it is least in the way, in the largest letters that cover nothing."""
    found: list[tuple[float, float, _Choice, Place]] = []
    for part in SIZES:
        choice = way(part)
        costs = [_cost(place, choice, taken) for place in choice.places]
        cost = min(costs)
        found.append((cost, -part, choice, choice.places[costs.index(cost)]))
        if cost < IN_THE_WAY:
            break
    _, _, choice, place = min(found, key=lambda one: one[:2])
    size, text = choice.size, _words(arrow)
    words = text_width(text, size, bold=True)
    line = TextLine(text, place.x, place.y + 0.35 * size, size, words, bold=True, anchor="middle")
    return Flag(arrow.source, arrow.target, place.x, place.y, choice.width, choice.height, line)


def _cost(place: Place, choice: _Choice, taken: Sequence[Rect]) -> float:
    rect = around(place.x, place.y, choice.width, choice.height)
    roomy = around(place.x, place.y, choice.width + 2 * CLEAR, choice.height + 2 * CLEAR)
    covered = sum(ON_A_FLAG for other in taken if meets(rect, other))
    return place.cost + covered + sum(BESIDE_A_FLAG for other in taken if meets(roomy, other))


def _rect(flag: Flag) -> Rect:
    return around(flag.x, flag.y, flag.width, flag.height)


def _of_words(line: TextLine) -> Rect:
    left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * line.width
    return (left, line.y - 0.75 * line.size, left + line.width, line.y + 0.1 * line.size)
