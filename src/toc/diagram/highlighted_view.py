"""A view with one box, what leads to it and where it leads set off from the rest."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.shown import Shown
from toc.diagram.view import Mark, View
from toc.errors import TocError
from toc.graph import graph_of, leading_to, reached_from
from toc.model import TheoryOfChange

__all__ = ["highlighted_view"]


def highlighted_view(view: View, theory: TheoryOfChange, shown: Shown, box: str) -> View:
    """Return the view with a mark on every box and link: "path" on the ways through `box`, "beside" on the rest.

    Links that feed back are not followed. Raises `TocError` where the box is not in the figure.
    """
    if shown.end(box) is None:
        raise TocError(
            f'The box "{box}" is not in this figure.', hint="Its stage is no column of it, or it is left out."
        )
    graph = graph_of(theory)
    ways = [
        {end for key, end in shown.stands_for.items() if key in boxes}
        for boxes in (leading_to(graph, (box,)), reached_from(graph, (box,)))
    ]

    def mark(*ends: str, back: bool = False) -> Mark:
        return "path" if not back and any(way.issuperset(ends) for way in ways) else "beside"

    return replace(
        view,
        boxes=tuple(replace(one, mark=mark(one.id)) for one in view.boxes),
        links=tuple(replace(one, mark=mark(one.source, one.target, back=one.feedback)) for one in view.links),
    )
