"""A view with the indicators of each outcome at its box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toc.diagram.figure_words import figure_words
from toc.diagram.shown import Shown
from toc.diagram.view import Tag, View
from toc.model import OUTCOME_STAGES, TheoryOfChange

__all__ = ["indicated_view"]


def indicated_view(view: View, theory: TheoryOfChange, shown: Shown) -> View:
    """Return the view with a tag at each box for every indicator that measures it, or that says there is none.

    An indicator stands at the box that is drawn for the outcome it measures; its number is its place in the model,
    so that it is the same in every view of the theory. Nothing is missing of a part whose whole is measured, nor
    of an opened whole, whose parts say it themselves. A note counts the indicators that are not drawn.
    """
    ends = {
        key: tuple(dict.fromkeys(end for box in one.measures if (end := shown.end(box)) is not None))
        for key, one in theory.indicators.items()
    }
    words = figure_words(view.language)
    tags: dict[str, list[Tag]] = {}
    for number, key in enumerate(theory.indicators, start=1):
        label = theory.indicators[key].label.in_language(view.language)
        for end in ends[key]:
            tags.setdefault(end, []).append(Tag("indicator", words["indicator_sign"].format(number=number), label))
    for box in _unmeasured(theory, shown, tags):
        tags[box] = [Tag("no_indicator", "", words["no_indicator"])]
    away = sum(not drawn for drawn in ends.values())
    return replace(
        view,
        boxes=tuple(replace(box, tags=(*box.tags, *tags.get(box.id, ()))) for box in view.boxes),
        groups=tuple(replace(group, tags=(*group.tags, *tags.get(group.id, ()))) for group in view.groups),
        notes=(*view.notes, words["indicators_away"].format(n=away)) if away else view.notes,
    )


def _unmeasured(theory: TheoryOfChange, shown: Shown, tags: Mapping[str, list[Tag]]) -> Iterator[str]:
    """Yield the drawn outcomes that no indicator measures, themselves or as part of their whole."""
    for key in shown.boxes:
        box = theory.boxes.get(key)
        if box is None or box.stage not in OUTCOME_STAGES or key in tags:
            continue
        if not any(whole in tags for whole in _wholes(theory, key)):
            yield key


def _wholes(theory: TheoryOfChange, part: str) -> Iterator[str]:
    """Yield what a box is part of, and what that is part of in its turn; each once, should they go round."""
    seen = {part}
    whole = theory.boxes[part].part_of
    while whole is not None and whole not in seen:
        yield whole
        seen.add(whole)
        box = theory.boxes.get(whole)
        whole = box.part_of if box else None
