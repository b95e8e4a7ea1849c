"""The legend of a figure: only the looks that occur in it."""

from __future__ import annotations

from collections.abc import Sequence

from toc.diagram.figure_words import figure_words
from toc.diagram.grid import MARGIN
from toc.diagram.indicator_key import has_indicators
from toc.diagram.lanes import tone_of
from toc.diagram.picture import LegendItem, Point, TextLine
from toc.diagram.text_widths import text_width
from toc.diagram.view import Basis, StageLink, View, ViewLink

__all__ = ["LegendEntry", "lay_legend", "legend_entries", "legend_rows"]

SAMPLE = 20.0
GAP = 5.0
BETWEEN = 14.0
OPEN = "open_"
"""What stands before the kind of a sample whose arrows are drawn with an open head."""


LegendEntry = tuple[str, str, str]
"""The kind, tone and words of a look."""


def legend_entries(view: View) -> list[LegendEntry]:
    """Every look that occurs, strands first."""
    words = figure_words(view.language)
    entries = [("tone", tone_of((strand.id,), view), strand.label) for strand in view.strands]
    if view.strands and (shared := _shared(view)):
        entries.append(("tone", "shared", words[shared]))
    lines = _lines(view)
    kinds = list(lines)
    kinds += _samples("feedback", [link for link in view.links if link.feedback])
    kinds += ["negative"] * any(link.negative for link in view.links)
    kinds += _samples("stage", view.stage_links)
    kinds += ["inferred_stage"] * any(box.stage_inferred for box in view.boxes)
    kinds += ["indicator"] * has_indicators(view)
    kinds += ["factor"] * bool(view.factors)
    kinds += ["pointer"] * view.has_pointers
    marks = ("added", "dropped", "changed", "path")
    kinds += [f"{mark}_box" for mark in marks if any(box.mark == mark for box in view.boxes)]
    kinds += [f"{mark}_link" for mark in marks if any(link.mark == mark for link in view.links)]
    return entries + [(kind, "shared", words[lines.get(kind, kind).removeprefix(OPEN)]) for kind in kinds]


def _samples(kind: str, links: Sequence[ViewLink | StageLink]) -> list[str]:
    """Return the sample of what links do besides, with an open head where all of them are drawn with one."""
    if not links:
        return []
    return [OPEN + kind if all(_has_open_head(link) for link in links) else kind]


def _has_open_head(link: ViewLink | StageLink) -> bool:
    if link.support is not None:
        return link.support.kind == "none"
    return isinstance(link, ViewLink) and link.basis == "generic"


def _lines(view: View) -> dict[str, str]:
    """Return what the lines of the arrows say: their basis, or what supports them and how sure it is.

    With each look comes the use of its words.
    """
    supports = [link.support for link in view.links if link.support is not None]
    if not supports:
        return _bases(frozenset(link.basis for link in view.links))
    kinds, levels = {support.kind for support in supports}, {support.level for support in supports}
    told = [
        *(f"evidence_{kind}" for kind in ("for", "mixed", "against", "none") if kind in kinds),
        *(f"confidence_{level}" for level in ("high", "middle", "low") if level in levels),
    ]
    return dict(zip(told, told, strict=True))


def _bases(found: frozenset[Basis | None]) -> dict[str, str]:
    """Return the looks of these bases; a link without one looks as if it were stated, which is said.

    Where no link has any there is nothing to tell apart.
    """
    if found <= {None}:
        return {}
    full = "stated" if None not in found else "stated_or_unsaid" if "stated" in found else "unsaid"
    uses = {"stated": full, "generic": "generic", "inferred": "inferred"}
    return {look: use for look, use in uses.items() if look in found or (look == "stated" and None in found)}


def _shared(view: View) -> str:
    """Return which words say what is grey: boxes of several strands, of none, or both; "" where nothing is."""
    grey = {len(box.strands) for box in view.boxes if tone_of(box.strands, view) == "shared"}
    if not grey:
        return ""
    if 0 not in grey:
        return "shared"
    return "shared_by_all" if grey == {0} else "shared_either_way"


def legend_rows(entries: Sequence[LegendEntry], size: float, width: float) -> tuple[list[Point], float]:
    """Where the sample of each entry begins in rows from (0, 0) downwards, and the height of all rows."""
    step = 1.6 * size
    x, y = MARGIN, step / 2
    rooms = [text_width(words, size) for _, _, words in entries]
    is_long = sum([SAMPLE + GAP + room + BETWEEN for room in rooms]) - BETWEEN > width - 2 * MARGIN
    places: list[Point] = []
    before = ""
    for (kind, _, _), room in zip(entries, rooms, strict=True):
        is_next_sort = is_long and kind != "tone" and before == "tone"
        if places and (is_next_sort or x + SAMPLE + GAP + room > width - MARGIN):
            x, y = MARGIN, y + step
        places.append((x, y))
        x += SAMPLE + GAP + room + BETWEEN
        before = kind
    return places, y + step / 2 if places else 0.0


def lay_legend(entries: Sequence[LegendEntry], size: float, width: float, top: float) -> tuple[LegendItem, ...]:
    """Set the legend in rows from `top` downwards."""
    items = []
    for (kind, tone, words), (x, y) in zip(entries, legend_rows(entries, size, width)[0], strict=True):
        text = TextLine(words, x + SAMPLE + GAP, y + 0.34 * size + top, size, text_width(words, size))
        items.append(LegendItem(kind, tone, x + SAMPLE / 2, y + top, text))
    return tuple(items)
