"""Circles of links that nobody declared as feedback."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import Cycle
from toc.model import STAGES, Link
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["cycles"]

_RANK = {stage: rank for rank, stage in enumerate(STAGES)}
_RANK_OF_FACTORS = STAGES.index("outputs") + 0.5
"""Factors stand between what is done and what comes of it."""

_MOST_NAMED = 5
"""Links that lead back, in one message."""


def cycles(context: Context) -> Iterator[Hit]:
    """TOC103: one finding for each set of boxes that lead to one another, at the link that closes the circle.

    Other links of the set that lead back to an earlier stage are named with it; where none does and boxes beside
    the circle belong to the set, it is said that there are more circles.
    """
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
            {"cycle": str(cycle), "closing": closing.name, "more": _more(context, cycle, closing, links)},
            path=context.path_of_link(closing),
            covers=tuple(link.name for link in links),
        )


def _more(context: Context, cycle: Cycle, closing: Link, links: list[Link]) -> str:
    back = dict.fromkeys(f"`{link.name}`" for link in links if _step(context, link) < 0 and link != closing)
    if back:
        named = list(back)[:_MOST_NAMED]
        further = f" and {len(back) - len(named)} more" if len(back) > len(named) else ""
        return f"; besides `{closing.name}` these lead back: {', '.join(named)}{further}"
    return (
        "; there are more circles among the boxes around them" if len(cycle.component) > len(cycle.boxes) else ""
    )


def _closing(context: Context, cycle: Cycle, links: list[Link]) -> Link:
    """Return the link to mark as feedback: the one that goes furthest back, else the last one of the circle."""
    by_ends = {(link.source, link.target): link for link in links}
    onward = (*cycle.boxes[1:], cycle.boxes[0])
    around = [by_ends[ends] for ends in zip(cycle.boxes, onward, strict=True)]
    return min(reversed(around), key=lambda link: _step(context, link))


def _step(context: Context, link: Link) -> float:
    """Return by how many stages a link leads on; below zero where it leads back."""
    source, target = (context.stages.get(end) for end in (link.source, link.target))
    return (_RANK[target] if target else _RANK_OF_FACTORS) - (_RANK[source] if source else _RANK_OF_FACTORS)
