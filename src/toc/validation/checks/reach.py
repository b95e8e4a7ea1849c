"""Activities that lead to no outcome, and outcomes that no activity leads to."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import Graph, components, leading_to
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["activities_without_outcome", "outcomes_out_of_reach", "outcomes_without_cause"]


def activities_without_outcome(context: Context) -> Iterator[Hit]:
    """TOC108: activities from which no outcome can be reached, the last ones of a row only."""
    if context.is_drawn_by_stages:
        return
    theory = context.theory
    useful = context.to_outcomes
    useless = [box for box in theory.activities if box not in useful] if context.outcomes else []
    for box in useless:
        if not any(other in theory.activities for other in context.onward.successors(box)):
            yield Hit("TOC108", box, words_of(theory.boxes[box]))


def outcomes_without_cause(context: Context) -> Iterator[Hit]:
    """TOC109: outcomes that nothing leads to; an error where no activity leads to one that follows from them."""
    if context.is_drawn_by_stages:
        return
    graph, caused, reached = context.graph, context.caused, context.from_activities
    lost = {box for box in context.outcomes if box not in reached and caused[graph.number[box]]}
    begin_what_is_lost = leading_to(graph, lost) if lost else frozenset[str]()
    for box in context.outcomes:
        if not caused[graph.number[box]]:
            follows = box in begin_what_is_lost
            words = {
                **words_of(context.theory.boxes[box]),
                "follows": _follower(graph, box, lost) if follows else "",
            }
            yield Hit("TOC109", box, words, severity="error" if follows else None)


def _follower(graph: Graph, box: str, lost: set[str]) -> str:
    """Say which outcome that no activity leads to follows from a box; by its id where it is the next."""
    found = next((other for other in graph.successors(box) if other in lost), None)
    which = f"`{found}`, which" if found else "an outcome that"
    return f", and no activity to {which} follows from it"


def outcomes_out_of_reach(context: Context) -> Iterator[Hit]:
    """TOC110: outcomes that something leads to but no activity, the first ones of a row only.

    Where a row begins with an outcome that nothing leads to, that one is told instead (TOC109).
    """
    theory, graph, caused, reached = context.theory, context.graph, context.caused, context.from_activities
    apart = [graph.number[box] for box in context.outcomes if box not in reached]
    if not apart:
        return
    first = [graph.ids[number] for number in _first_of(graph, apart) if caused[number]]
    causes = leading_to(graph, first) - reached
    for box in first:
        yield Hit("TOC110", box, words_of(theory.boxes[box]), covers=(*causes,))


def _first_of(graph: Graph, apart: list[int]) -> list[int]:
    """Return those of `apart` that do not merely follow from others of them; a circle is first as a whole."""
    position = {box: place for place, box in enumerate(apart)}
    before = [tuple(position[cause] for cause in _causes(graph, box) if cause in position) for box in apart]
    after: list[list[int]] = [[] for _ in apart]
    for place, causes in enumerate(before):
        for cause in causes:
            after[cause].append(place)
    first: list[int] = []
    for members in components(after, before):
        if {cause for place in members for cause in before[place]} <= set(members):
            first.extend(members)
    return [apart[place] for place in sorted(first)]


def _causes(graph: Graph, box: int) -> tuple[int, ...]:
    """Return what leads to a box: its own causes, its whole where that has some, its parts where it has none."""
    own, whole = graph.before[box], graph.whole[box]
    through_whole = (whole,) if whole >= 0 and graph.before[whole] else ()
    return (*own, *through_whole) if own else (*graph.parts[box], *through_whole)
