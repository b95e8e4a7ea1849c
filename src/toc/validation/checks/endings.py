"""Outcomes at which a path ends too early."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import shared_with_wholes
from toc.model import Outcome
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["dead_ends"]


def dead_ends(context: Context) -> Iterator[Hit]:
    """TOC111: outcomes before the long term that lead nowhere and are not declared terminal."""
    if context.is_drawn_by_stages:
        return
    graph = context.graph
    leads_on = shared_with_wholes(graph, [bool(after) for after in graph.after])
    for name, box in context.theory.boxes.items():
        early = isinstance(box, Outcome) and context.stages[name] != "long_term" and not box.terminal
        if early and not leads_on[graph.number[name]]:
            yield Hit("TOC111", name, words_of(box))
