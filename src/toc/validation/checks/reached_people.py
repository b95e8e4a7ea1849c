"""Participants whom no activity reaches, and activities that reach nobody."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import Graph, leading_to, spread
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["activities_for_nobody", "participants_out_of_reach"]

_ALL_REACHED = "participants -> activities"
_WORK = ("activities", "outputs")


def participants_out_of_reach(context: Context) -> Iterator[Hit]:
    """TOC501: participants whom no activity engages, who lead to none, and whose people none is for."""
    theory = context.theory
    if context.is_drawn_by_stages or _ALL_REACHED in theory.stage_links or not theory.activities:
        return
    graph, participants = context.graph, theory.participants
    joined = leading_to(graph, theory.activities)
    served = {population for activity in theory.activities.values() for population in activity.who}
    for name, participant in participants.items():
        led_to = (graph.ids[other] for other in graph.before[graph.number[name]])
        if (
            name not in joined
            and served.isdisjoint(participant.who)
            and not any(other in theory.activities for other in led_to)
        ):
            # What such people lead to straight away is the same fault: the work is not in between.
            covers = tuple(f"{name} -> {other}" for other in graph.successors(name))
            yield Hit("TOC501", name, words_of(participant), covers=covers)


def activities_for_nobody(context: Context) -> Iterator[Hit]:
    """TOC502: activities that engage nobody, say of nobody that they are for them, and prepare none that does.

    Where no activity at all is joined to a participant, the participants are told instead (TOC112, TOC501).
    """
    theory = context.theory
    if not theory.participants or context.is_drawn_by_stages or _ALL_REACHED in theory.stage_links:
        return
    graph, participants = context.graph, theory.participants
    own = [False] * len(graph.ids)
    asked = []
    for name, activity in theory.activities.items():
        number = graph.number[name]
        own[number] = bool(activity.who) or any(graph.ids[other] in participants for other in graph.before[number])
        if not own[number]:
            asked.append(activity)
    if not asked or not any(own):
        return
    reaches = _shared_along_work(context, graph, own)
    for activity in asked:
        name = activity.id
        # A part reaches nobody only where its whole does not: that is said of the whole.
        if not reaches[graph.number[name]] and activity.part_of not in theory.activities:
            yield Hit("TOC502", name, words_of(activity))


def _shared_along_work(context: Context, graph: Graph, own: list[bool]) -> list[bool]:
    """Take those in too that share a row of activities, a whole or a part with one that reaches somebody."""
    stages = context.stages
    is_work = [stages.get(name) in _WORK for name in graph.ids]

    def beside(box: int) -> list[int]:
        whole = graph.whole[box]
        near = (*graph.after[box], *graph.before[box], *graph.parts[box], *((whole,) if whole >= 0 else ()))
        return [other for other in near if is_work[other]]

    return spread(own, beside)
