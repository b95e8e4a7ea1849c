"""Stages that are missing, boxes that stand alone, and names that name nothing."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import shared_with_wholes
from toc.model import STAGES, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["circles_of_parts", "dangling_references", "isolated_boxes", "missing_stages"]


def dangling_references(context: Context) -> Iterator[Hit]:
    """TOC101, for a theory that was put together in Python; one that is read has them found on reading."""
    theory, boxes = context.theory, context.theory.boxes
    for link in () if context.has_plain_links else theory.links:
        for end in (link.source, link.target):
            if end not in boxes:
                yield Hit("TOC101", link.name, _names_nothing(end, "box"), path=context.path_of_link(link))
    for box in boxes.values():
        if box.part_of is not None and box.part_of not in boxes:
            yield Hit("TOC101", box.id, _names_nothing(box.part_of, "box"))
    outcomes = frozenset(context.outcomes)
    for indicator in theory.indicators.values():
        for outcome in indicator.measures:
            if outcome not in outcomes:
                words = {**_names_nothing(outcome, "outcome"), "measures": outcome}
                yield Hit("TOC101", indicator.id, words)
        if indicator.scale is not None and indicator.scale not in theory.scales:
            yield Hit("TOC101", indicator.id, _names_nothing(indicator.scale, "scale"))


def _names_nothing(target: str, kind: str) -> dict[str, object]:
    return {"message": f"`{target}` is not the id of any {kind}."}


def missing_stages(context: Context) -> Iterator[Hit]:
    """TOC114, TOC121, TOC122: no long-term outcome, no activity, no participant."""
    theory = context.theory
    title = {"title": " ".join(theory.title.split())}
    if not theory.outcomes.long_term:
        yield Hit("TOC114", theory.id, title, path=("outcomes",))
    if not theory.activities:
        yield Hit("TOC121", theory.id, title, path=("id",))
    if not theory.participants:
        yield Hit("TOC122", theory.id, title, path=("id",))


def circles_of_parts(context: Context) -> Iterator[Hit]:
    """TOC125: boxes that are part of themselves; said once for each circle, at its first box in the file."""
    theory, graph = context.theory, context.graph
    walked = [0] * len(graph.ids)
    for walk, start in enumerate(range(len(graph.ids)), start=1):
        box = start
        while box >= 0 and not walked[box]:
            walked[box] = walk
            box = graph.whole[box]
        if box >= 0 and walked[box] == walk:
            circle = _circle(graph.whole, box)
            words = words_of(theory.boxes[graph.ids[circle[0]]])
            ids = tuple(graph.ids[member] for member in circle)
            yield Hit("TOC125", ids[0], {**words, "circle": " -> ".join((*ids, ids[0]))}, covers=ids)


def _circle(whole: tuple[int, ...], box: int) -> list[int]:
    circle = [box]
    while whole[circle[-1]] != box:
        circle.append(whole[circle[-1]])
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]


def isolated_boxes(context: Context) -> Iterator[Hit]:
    """TOC112: boxes without any link of their own, of their whole or of a part of theirs.

    A link between two stages counts as a link of every box in them.
    """
    theory, graph = context.theory, context.graph
    linked_stages = _linked_stages(theory)
    own = [
        bool(graph.after[box] or graph.before[box]) or context.stages[name] in linked_stages
        for box, name in enumerate(theory.boxes)
    ]
    own.extend(True for _ in graph.ids[len(own) :])
    for (name, box), linked in zip(theory.boxes.items(), shared_with_wholes(graph, own), strict=False):
        if not linked:
            yield Hit("TOC112", name, {**words_of(box), "stage": theory.stage_label(context.stages[name]).lower()})


def _linked_stages(theory: TheoryOfChange) -> frozenset[str]:
    ends = (end.strip() for pair in theory.stage_links for end in pair.split("->"))
    return frozenset(ends) & frozenset(STAGES)
