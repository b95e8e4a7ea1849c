"""Figures that hold more than can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from toc.graph import Graph, shared_with_wholes
from toc.model import OUTCOME_STAGES, STAGES, Stage, TheoryOfChange
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["crowded_figures", "drawn_boxes", "stages_linked_throughout"]


def crowded_figures(context: Context) -> Iterator[Hit]:
    """TOC115: more boxes in the figure than the option says."""
    theory = context.theory
    most, count = context.number("TOC115", "boxes"), len(drawn_boxes(theory))
    if count > most:
        words = {"title": " ".join(theory.title.split()), "count": count, "most": f"{most:g}"}
        yield Hit("TOC115", theory.id, words, path=("id",))


def drawn_boxes(theory: TheoryOfChange) -> frozenset[str]:
    """Return the ids of what the figure draws as a box: no part of a closed whole, no whole shown as a frame."""
    stages: Sequence[str] = STAGES
    columns = frozenset(stages if theory.figure.columns is None else theory.figure.columns)
    boxes = {key: box for key, box in theory.boxes.items() if box.stage in columns}
    parts = [box for box in boxes.values() if box.part_of in boxes]
    wholes = {box.part_of for box in parts}
    across = {box.part_of for box in parts if box.part_of and box.stage != boxes[box.part_of].stage}
    frames = {key for key in wholes & {*theory.figure.open} - across if key and boxes[key].part_of is None}
    hidden = {box.id for box in parts if box.part_of not in frames}
    factors = {key for key, factor in theory.factors.items() if factor.role in columns}
    return frozenset(boxes.keys() - frames - hidden | factors)


def stages_linked_throughout(context: Context) -> Iterator[Hit]:
    """TOC116: neighbouring stages with links between most of their boxes.

    A box that takes part only through its whole or its parts is not counted: its links are drawn there.
    """
    theory, graph = context.theory, context.graph
    filled = [(stage, len(theory.boxes_of(stage))) for stage in STAGES if theory.boxes_of(stage)]
    stages = [stage for stage, _ in filled]
    ends = [0, *accumulate(size for _, size in filled)]
    columns = [range(start, end) for start, end in pairwise(ends)]
    smallest, density = context.number("TOC116", "smallest"), context.number("TOC116", "density")
    has_parts = any(graph.parts)
    for (first, left), (second, right) in pairwise(zip(stages, columns, strict=True)):
        most = len(left) * len(right)
        if min(len(left), len(right)) < smallest:
            continue
        if not has_parts and sum(map(len, graph.after[left.start : left.stop])) <= density * most:
            continue
        pairs = [(box, other) for box in left for other in graph.after[box] if other in right]
        sizes = [
            _taking_part(graph, column, {pair[side] for pair in pairs})
            for side, column in enumerate((left, right))
        ]
        if min(sizes) >= smallest and len(pairs) > density * sizes[0] * sizes[1]:
            words = {
                "count": len(pairs),
                "possible": sizes[0] * sizes[1],
                "first": theory.stage_label(first).lower(),
                "second": theory.stage_label(second).lower(),
            }
            yield Hit("TOC116", f"{first} -> {second}", words, _section(first), other=_section(second))


def _taking_part(graph: Graph, column: range, linked: set[int]) -> int:
    through_others = shared_with_wholes(graph, [box in linked for box in range(len(graph.ids))])
    return sum(box in linked or not through_others[box] for box in column)


def _section(stage: Stage) -> tuple[str, ...]:
    return ("outcomes", stage) if stage in OUTCOME_STAGES else (stage,)
