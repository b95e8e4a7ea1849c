"""`Flag`: the numbers of what is assumed of a link or the letters of what acts on it, in a free place on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from toc.diagram.factor_letters import spans_of
from toc.diagram.flag_places import CLEAR, IN_THE_WAY, Ground, Place, Rect, around, meets, solid_rects
from toc.diagram.measures import Measures
from toc.diagram.picture import Arrow, Flag, Frame, PictureBox, Pointer, TextLine
from toc.diagram.text_widths import text_width

__all__ = ["lay_flags"]

SIZES = (0.72, 0.62, 0.54, 0.47)
"""The letters of a flag as parts of those of a box: smaller ones only where larger ones would cover something."""
SMALLEST = 4.5
SIDES = {"assumption": (1.0, 0.7), "factor": (1.22, 0.5)}
"""How much wider than its words a flag is, in parts of their width and in font sizes: one for factors is round."""
ON_A_FLAG, BESIDE_A_FLAG = 500.0, 10.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A flag to be placed: its arrow, its kind and its words."""

    arrow: Arrow
    kind: Literal["assumption", "factor"]
    text: str


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
    arrows: tuple[Arrow, ...],
    boxes: tuple[PictureBox, ...],
    frames: tuple[Frame, ...],
    measures: Measures,
    pointers: tuple[Pointer, ...] = (),
) -> tuple[Flag, ...]:
    """Put one flag on every arrow with numbers, and one on those with letters of factors that do not point.

    They stand on no box, title, other flag or arrow where there is room; those with the fewest free places choose
    first.
    """
    flagged = [*_assumed(arrows), *_acted_on(arrows, pointers)]
    if not flagged:
        return ()
    ground = Ground([*arrows, *pointers], solid_rects(boxes, frames))
    ways = [partial(_choice, arrow, ground, measures) for arrow in flagged]
    order = sorted(range(len(flagged)), key=lambda one: (ways[one](SIZES[0]).freedom, one))
    flags: dict[int, Flag] = {}
    for number in (*order, *order):
        others = [_rect(flag) for other, flag in flags.items() if other != number]
        flags[number] = _placed(flagged[number], ways[number], others)
    return tuple(flags[number] for number in range(len(flagged)))


def _assumed(arrows: Sequence[Arrow]) -> Iterator[_Wanted]:
    return (_Wanted(arrow, "assumption", ", ".join(map(str, arrow.flags))) for arrow in arrows if arrow.flags)


def _acted_on(arrows: Sequence[Arrow], pointers: Sequence[Pointer]) -> Iterator[_Wanted]:
    """Yield the letters of the factors that act on each arrow and do not point at it."""
    known = {(one.sign, one.source, one.target) for one in pointers}
    for arrow in arrows:
        letters = [one for one in arrow.factors if (one, arrow.source, arrow.target) not in known]
        if letters:
            yield _Wanted(arrow, "factor", spans_of(letters))


def _choice(wanted: _Wanted, ground: Ground, measures: Measures, part: float) -> _Choice:
    size, arrow = max(part * measures.size, SMALLEST), wanted.arrow
    part_of_words, more = SIDES[wanted.kind]
    width, height = part_of_words * text_width(wanted.text, size, bold=True) + more * size, 1.25 * size
    return _Choice(size, width, height, ground.places((arrow.source, arrow.target), width, height))


def _placed(wanted: _Wanted, way: Callable[[float], _Choice], taken: Sequence[Rect]) -> Flag:
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
    size, text, arrow = choice.size, wanted.text, wanted.arrow
    words = text_width(text, size, bold=True)
    line = TextLine(text, place.x, place.y + 0.35 * size, size, words, bold=True, anchor="middle")
    return Flag(arrow.source, arrow.target, place.x, place.y, choice.width, choice.height, line, wanted.kind)


def _cost(place: Place, choice: _Choice, taken: Sequence[Rect]) -> float:
    rect = around(place.x, place.y, choice.width, choice.height)
    roomy = around(place.x, place.y, choice.width + 2 * CLEAR, choice.height + 2 * CLEAR)
    covered = sum(ON_A_FLAG for other in taken if meets(rect, other))
    return place.cost + covered + sum(BESIDE_A_FLAG for other in taken if meets(roomy, other))


def _rect(flag: Flag) -> Rect:
    return around(flag.x, flag.y, flag.width, flag.height)
