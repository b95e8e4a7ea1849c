"""Indicators that measure too much, and more indicators than anybody can use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["crowded_outcomes", "indicators_of_several_outcomes", "large_menus"]

_NAMED = 5


def indicators_of_several_outcomes(context: Context) -> Iterator[Hit]:
    """TOC303: indicators that measure more outcomes than they can tell apart.

    An outcome and the whole of which it is a part are one.
    """
    most = context.number("TOC303", "outcomes")
    for key, indicator in context.theory.indicators.items():
        if len(indicator.measures) <= most:
            continue
        outcomes = _without_parts(context, indicator.measures)
        if len(outcomes) > most:
            words = {"count": len(outcomes), "outcomes": _listed(outcomes)}
            yield Hit("TOC303", key, {**words_of(indicator), **words})


def _without_parts(context: Context, measured: Iterable[str]) -> list[str]:
    """Return the outcomes, each once, without those whose whole is among them."""
    graph, outcomes = context.graph, dict.fromkeys(measured)
    parts = set()
    for name in outcomes:
        box, seen = graph.number.get(name, -1), set[int]()
        while box >= 0 and box not in seen:
            seen.add(box)
            box = graph.whole[box]
            if box >= 0 and graph.ids[box] in outcomes and graph.ids[box] != name:
                parts.add(name)
    # Where parts go round in a circle (TOC125) every one of them is a part, and all of them count.
    return [name for name in outcomes if name not in parts] or list(outcomes)


def _listed(ids: list[str]) -> str:
    more = len(ids) - _NAMED
    return ", ".join(ids[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def crowded_outcomes(context: Context) -> Iterator[Hit]:
    """TOC313: outcomes with more indicators of their own than are needed; those of parts are counted there."""
    most = context.number("TOC313", "indicators")
    counts: dict[str, int] = {}
    for indicator in context.theory.indicators.values():
        for outcome in set(indicator.measures):
            counts[outcome] = counts.get(outcome, 0) + 1
    boxes = context.theory.boxes
    for name in context.outcomes:
        if counts.get(name, 0) > most:
            yield Hit("TOC313", name, {**words_of(boxes[name]), "count": counts[name], "most": f"{most:g}"})


def large_menus(context: Context) -> Iterator[Hit]:
    """TOC320: more indicators in all than a worker can choose from."""
    most, count = context.number("TOC320", "indicators"), len(context.theory.indicators)
    if count > most:
        yield Hit("TOC320", "indicators", {"count": count, "most": f"{most:g}"}, path=("indicators",))
