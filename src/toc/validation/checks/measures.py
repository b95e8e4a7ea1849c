"""Outcomes that nothing measures, and indicators from which nothing can be read."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import spread
from toc.model import Outcome
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["indicators_without_outcome", "outcomes_without_indicator", "scales_without_direction"]


def outcomes_without_indicator(context: Context) -> Iterator[Hit]:
    """TOC301: outcomes without an indicator.

    An outcome shown in parts is asked once: the whole is measured by an indicator of its own or of each of its
    parts; where only some parts are measured, the others are named; where none is, the whole. Required
    outcomes are always asked.
    """
    graph = context.graph
    own = {outcome for indicator in context.theory.indicators.values() for outcome in indicator.measures}
    measured = [box in own for box in graph.ids]
    in_part = spread(measured, lambda box: (graph.whole[box],) if graph.whole[box] >= 0 else ())
    for number, box in enumerate(context.theory.boxes.values()):
        if not isinstance(box, Outcome) or measured[number]:
            continue
        whole = graph.whole[number]
        through_parts = in_part[number]
        through_whole = whole >= 0 and (measured[whole] or not in_part[whole])
        if box.required or not (through_parts or through_whole):
            but = f" itself, only its whole `{box.part_of}`" if whole >= 0 and measured[whole] else ""
            yield Hit("TOC301", box.id, {**words_of(box), "but": but}, severity="error" if box.required else None)


def indicators_without_outcome(context: Context) -> Iterator[Hit]:
    """TOC302: indicators that measure no outcome."""
    for indicator in context.theory.indicators.values():
        if not indicator.measures:
            yield Hit("TOC302", indicator.id, words_of(indicator))


def scales_without_direction(context: Context) -> Iterator[Hit]:
    """TOC305: scales that an indicator uses and whose good end nobody has declared, once per scale."""
    used: dict[str, list[str]] = {}
    for indicator in context.theory.indicators.values():
        if indicator.scale is not None:
            used.setdefault(indicator.scale, []).append(indicator.id)
    for name, indicators in used.items():
        scale = context.theory.scales.get(name)
        if scale is not None and scale.better is None:
            words = {"id": name, "indicator": indicators[0], "count": len(indicators)}
            yield Hit("TOC305", name, words, path=("scales", name))
