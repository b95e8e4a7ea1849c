"""Inputs that nothing is done with, and activities that have none."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import leading_to, reached_from
from toc.model import STAGES
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["activities_without_input", "unused_inputs"]


def unused_inputs(context: Context) -> Iterator[Hit]:
    """TOC113: inputs from which no activity, output or outcome is reached; of a row the last, of a whole it."""
    theory = context.theory
    if not theory.inputs or _speaks_of_inputs_as_a_whole(context):
        return
    graph, behind = context.graph, len(theory.inputs) + len(theory.participants)
    unsure = [
        box for box, after in zip(theory.inputs, graph.after, strict=False) if max(after, default=-1) < behind
    ]
    if not unsure:
        return
    useful = leading_to(graph, [box for stage in STAGES[2:] for box in theory.boxes_of(stage)])
    unused = frozenset(unsure) - useful
    covers = tuple(unused)
    for box in unsure:
        if box in unused and unused.isdisjoint((*graph.successors(box), theory.boxes[box].part_of)):
            yield Hit("TOC113", box, words_of(theory.boxes[box]), covers=covers)
            covers = ()


def activities_without_input(context: Context) -> Iterator[Hit]:
    """TOC124: activities that no input leads to where others have one, the first ones of a row or whole only."""
    theory = context.theory
    if not theory.inputs or _speaks_of_inputs_as_a_whole(context):
        return
    graph = context.onward
    fed = reached_from(graph, theory.inputs)
    lacking = frozenset(theory.activities) - fed
    if len(lacking) == len(theory.activities):
        return
    for box in theory.activities:
        if box in lacking and lacking.isdisjoint((*graph.predecessors(box), theory.boxes[box].part_of)):
            yield Hit("TOC124", box, words_of(theory.boxes[box]))


def _speaks_of_inputs_as_a_whole(context: Context) -> bool:
    return context.is_drawn_by_stages or any(_source(pair) == "inputs" for pair in context.theory.stage_links)


def _source(pair: str) -> str:
    return pair.partition("->")[0].strip()
