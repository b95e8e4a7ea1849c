"""Boxes and links on which everything that leads to a long-term outcome depends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toc.graph import Graph, gates, reached_from, weakest_links
from toc.validation.checks.link_words import hit_at
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["boxes_on_every_way", "weak_links_on_every_way"]

_LEVELS = 20
"""Wholes within wholes are climbed so far, which is further than anybody nests them."""


def boxes_on_every_way(context: Context) -> Iterator[Hit]:
    """TOC119: boxes in which arrows come together and through which every way to a long-term outcome goes.

    A way begins at an activity and follows every link that does not feed back. A part is reached where its whole
    is; an outcome is no gate to its own parts or wholes.
    """
    theory, graph = context.theory, context.onward
    if not graph.links or not theory.activities:
        return
    ends = _ends_behind_gates(context)
    arrows = context.number("TOC119", "arrows")
    for box, coming in _coming_together(context, ends).items():
        if graph.ids[box] in theory.boxes and len(coming) >= arrows:
            first, are_more = ends[box]
            end = words_of(theory.boxes[graph.ids[first]])
            more = " and to other long-term outcomes" if are_more else ""
            words = {"end": end["id"], "end_label": end["label"], "more": more}
            yield Hit("TOC119", graph.ids[box], {**words_of(theory.boxes[graph.ids[box]]), **words})


def _ends_behind_gates(context: Context) -> dict[int, tuple[int, bool]]:
    """Return the boxes that every way to some long-term outcome goes through.

    Each comes with the first such outcome, and whether there are more.
    """
    theory, graph = context.theory, context.onward
    lift = graph.lift
    starts = [graph.number[box] for box in theory.activities]
    above = gates(graph.states_back, starts, graph.order_of_states)
    ends: dict[int, tuple[int, bool]] = {}
    visits = bytearray(len(above))
    for outcome in theory.outcomes.long_term:
        end = graph.number[outcome]
        state = above[lift + end]
        # Whatever is above a gate that two outcomes share is shared by both: nothing is walked a third time.
        while state >= 0 and visits[state] < 2:
            visits[state] += 1
            box = state - lift if state >= lift else state
            if not _belong_together(graph, box, end):
                first, _ = ends.get(box, (end, False))
                ends[box] = (first, first != end)
            state = above[state]
    return ends


def _belong_together(graph: Graph, box: int, end: int) -> bool:
    if not graph.lift:
        return box == end
    return end in _with_wholes(graph, box) or box in _with_wholes(graph, end)


def _coming_together(context: Context, gates_found: Iterable[int]) -> dict[int, set[int]]:
    """Return for each of these boxes what an activity reaches and what leads on to it or to a part of it."""
    graph = context.onward
    coming: dict[int, set[int]] = {box: set() for box in sorted(gates_found)}
    reached = reached_from(graph, context.theory.activities) if coming else frozenset()
    for box in range(len(graph.ids)) if graph.lift else coming:
        before = graph.before[box]
        wholes = coming.keys() & _with_wholes(graph, box) if before else ()
        for whole in wholes:
            coming[whole].update(other for other in before if graph.ids[other] in reached)
    return coming


def _with_wholes(graph: Graph, box: int) -> set[int]:
    """Return a box and the wholes that it belongs to."""
    found, whole = {box}, graph.whole[box]
    while whole >= 0 and len(found) < _LEVELS:
        found.add(whole)
        whole = graph.whole[whole] if graph.whole[whole] not in found else -1
    return found


def weak_links_on_every_way(context: Context) -> Iterator[Hit]:
    """TOC404: the weakest link of the strongest way to a long-term outcome, where it is below the option.

    Once for each link. A link that states no confidence is not taken for a weak one.
    """
    theory, graph = context.theory, context.onward
    least = context.number("TOC404", "confidence")
    low = [link for link in graph.links if link.confidence is not None and link.confidence < least]
    if not low:
        return
    weak = {(link.source, link.target): link for link in low}
    if not context.has_plain_links:
        for link in graph.links:
            if link.confidence is None or link.confidence >= least:
                weak.pop((link.source, link.target), None)
    strength = {ends: link.confidence or 0 for ends, link in weak.items()}
    limits = weakest_links(graph, theory.activities, strength)
    resting: dict[tuple[str, str], list[str]] = {}
    for outcome in theory.outcomes.long_term:
        if outcome in limits:
            resting.setdefault(limits[outcome], []).append(outcome)
    for ends, outcomes in resting.items():
        link = weak[ends]
        more = f" and of {len(outcomes) - 1} more" if outcomes[1:] else ""
        words = {**words_of(theory.boxes[outcomes[0]]), "more": more, "confidence": f"{link.confidence:g}"}
        yield hit_at(context, "TOC404", link, **words)._replace(other=theory.path_of(outcomes[0]))
