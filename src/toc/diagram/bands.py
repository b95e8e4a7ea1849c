"""`Band`: the horizontal strips of a figure, lanes and what lies between them, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from toc.diagram.measures import Measures
from toc.diagram.stacks import Stack

__all__ = ["Band", "LaneTitle", "least_height", "spread_bands"]

LaneTitle = tuple[str, ...]
MOST_STRETCH = 0.9
"""A lane grows by at most this part of its least height where the page has room to spare."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip from `top` to `bottom`; items stand between `first` and `last`. Odd numbers are lanes."""

    number: int
    top: float
    bottom: float
    first: float
    last: float


def title_height(title: LaneTitle, measures: Measures) -> float:
    """The height of a lane's title."""
    return 1.25 * measures.lane_title * len(title) + 0.2 * measures.size


def band_heights(stacks: tuple[Stack, ...], titles: tuple[LaneTitle, ...], measures: Measures) -> list[float]:
    """The least height of every band, above the first lane to below the last."""
    heights = []
    for number in range(2 * len(titles) + 1):
        inside = [stack.height for stack in stacks if stack.band == number]
        if number % 2:
            frame = title_height(titles[number // 2], measures) + measures.lane_pad
            heights.append(max(inside, default=0.0) + frame)
        else:
            is_outer = number in {0, 2 * len(titles)}
            gap = 0.0 if is_outer else measures.lane_gap
            heights.append(max([gap, *(one + (1 if is_outer else 2) * measures.run_gap for one in inside)]))
    return heights


def least_height(stacks: tuple[Stack, ...], titles: tuple[LaneTitle, ...], measures: Measures) -> float:
    """The least height of the room for boxes in which everything stands without touching."""
    free = max((stack.height for stack in stacks if stack.band is None), default=0.0)
    return max(free, sum(band_heights(stacks, titles, measures)) if titles else 0.0)


def spread_bands(
    stacks: tuple[Stack, ...], titles: tuple[LaneTitle, ...], measures: Measures, top: float, bottom: float
) -> tuple[Band, ...]:
    """Share the height of the page among the bands; spare room goes to the lanes and to bands that hold boxes."""
    heights = band_heights(stacks, titles, measures)
    elastic = [
        height if number % 2 or holds_boxes(stacks, number) else 0.0 for number, height in enumerate(heights)
    ]
    spare = bottom - top - sum(heights)
    stretch = min(spare / sum(elastic), MOST_STRETCH) if sum(elastic) else 0.0
    bands = []
    y = top
    for number, height in enumerate(heights):
        end = y + height + stretch * elastic[number]
        if number % 2:
            first, last = y + title_height(titles[number // 2], measures), end - measures.lane_pad
        else:
            first, last = y, end
            if number > 0:
                first += measures.run_gap
            if number < len(heights) - 1:
                last -= measures.run_gap
        bands.append(Band(number, y, end, first, last))
        y = end
    return tuple(bands)


def holds_boxes(stacks: tuple[Stack, ...], band: int) -> bool:
    """Whether any box stands in this band."""
    return any(stack.band == band and any(not item.is_run for item in stack.items) for stack in stacks)
