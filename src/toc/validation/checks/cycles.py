"""Circles of links that nobody declared as feedback."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import Cycle
from toc.model import STAGES, Link
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["cycles"]

_RANK_OF_FACTORS = STAGES.index("outputs") + 0.5
"""Factors stand between what is done and what comes of it."""


def cycles(context: Context) -> Iterator[Hit]:
    """TOC103: one finding for each set of boxes that lead to one another, at the link that closes the circle."""
    if not context.cycles:
        return
    place_of = {box: number for number, cycle in enumerate(context.cycles) for box in cycle.component}
    inside: list[list[Link]] = [[] for _ in context.cycles]
    for link in context.graph.links:
        number = place_of.get(link.source)
        if number is not None and place_of.get(link.target) == number and not link.feedback:
            inside[number].append(link)
    for cycle, links in zip(context.cycles, inside, strict=True):
        closing = _closing(context, cycle, links)
        yield Hit(
            "TOC103",
            closing.name,
            {"cycle": str(cycle), "closing": closing.name},
            path=context.path_of_link(closing),
            covers=tuple(link.name for link in links),
        )


def _closing(context: Context, cycle: Cycle, links: list[Link]) -> Link:
    """Return the link to mark as feedback: the one that goes furthest back, else the last one of the circle."""
    rank = {stage: position for position, stage in enumerate(STAGES)}
    by_ends = {(link.source, link.target): link for link in links}
    onward = (*cycle.boxes[1:], cycle.boxes[0])
    around = [by_ends[ends] for ends in zip(cycle.boxes, onward, strict=True)]
    stages = context.stages

    def place(box: str) -> float:
        return rank[stages[box]] if box in stages else _RANK_OF_FACTORS

    return min(reversed(around), key=lambda link: place(link.target) - place(link.source))
