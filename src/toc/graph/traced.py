"""`Trace`: what leads to a box and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toc.errors import TocError
from toc.graph.adjacency import Graph, graph_of
from toc.graph.html_table import html_table
from toc.graph.reach import leading_to, reached_from
from toc.loading.nearest import entry_hint, shown
from toc.model import STAGES, Stage, TheoryOfChange

__all__ = ["Trace", "TraceStep", "trace"]


@dataclass(frozen=True, slots=True)
class TraceStep:
    """The boxes of one stage, by id, in the order of the theory."""

    stage: Stage
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What leads to `box` (`upstream`) and where it leads (`downstream`), stage by stage.

    Stages without a box are left out, and so are `box` itself and factors on the way. `links` names the links
    (`from -> to`) on the way in and on the way out, in the order of the theory.
    """

    box: str
    upstream: tuple[TraceStep, ...]
    downstream: tuple[TraceStep, ...]
    links: tuple[str, ...]

    def to_dicts(self) -> list[dict[str, str]]:
        """Return one row per box: `direction` (upstream or downstream), `stage` and `id`."""
        return [
            {"direction": direction, "stage": step.stage, "id": box}
            for direction, steps in (("upstream", self.upstream), ("downstream", self.downstream))
            for step in steps
            for box in step.boxes
        ]

    def _repr_html_(self) -> str:
        rows = (tuple(row.values()) for row in self.to_dicts())
        return html_table(("direction", "stage", "id"), rows, caption=self.box)


def trace(theory: TheoryOfChange, box: str, *, steps: int | None = None, feedback: bool = False) -> Trace:
    """Return what leads to a box and where it leads.

    `steps` bounds how many links are followed each way (None: all the way). Links that feed back are left out
    unless `feedback` is True. A part is reached where its whole is, and a whole where one of its parts is.
    Raises `TocError` where the theory has no such box.
    """
    if box not in theory.boxes:
        raise TocError(f"There is no box `{shown(box)}` in this theory.", hint=_way_out(theory, box))
    graph = graph_of(theory, feedback=feedback)
    back = leading_to(graph, (box,), steps=steps)
    onward = reached_from(graph, (box,), steps=steps)
    names = dict.fromkeys(
        link.name
        for link in graph.links
        if {link.source, link.target} <= back or {link.source, link.target} <= onward
    )
    return Trace(box, _by_stage(theory, graph, back - {box}), _by_stage(theory, graph, onward - {box}), (*names,))


def _by_stage(theory: TheoryOfChange, graph: Graph, boxes: frozenset[str]) -> tuple[TraceStep, ...]:
    return tuple(step for step in _steps(theory, graph, boxes) if step.boxes)


def _steps(theory: TheoryOfChange, graph: Graph, boxes: frozenset[str]) -> Iterator[TraceStep]:
    for stage in STAGES:
        yield TraceStep(stage, tuple(box for box in graph.ids if box in boxes and _stage(theory, box) == stage))


def _stage(theory: TheoryOfChange, box: str) -> Stage | None:
    return theory.boxes[box].stage if box in theory.boxes else None


def _way_out(theory: TheoryOfChange, box: str) -> str:
    labels = {key: str(one.label) for key, one in theory.boxes.items()}
    return entry_hint(box, labels, "Use the id under which the box stands in the file.")
