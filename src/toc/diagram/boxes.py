"""The boxes of a figure with their words and badges in place."""

from __future__ import annotations

from toc.diagram.lanes import tone_of
from toc.diagram.measures import Measures
from toc.diagram.picture import PictureBox, TextLine
from toc.diagram.plan import Draft, Plan
from toc.diagram.ports import Rectangle
from toc.diagram.sizes import BoxWords, break_words
from toc.diagram.text_widths import text_width
from toc.diagram.view import Badge, ViewBox

__all__ = ["lay_boxes"]


def lay_boxes(draft: Draft, plan: Plan, rectangles: dict[str, Rectangle]) -> tuple[PictureBox, ...]:
    """Every box of the view once, column by column from top to bottom, as people read."""
    columns = {column.id: place for place, column in enumerate(draft.view.columns)}
    ordered = sorted(draft.view.boxes, key=lambda box: (columns[box.column], rectangles[box.id].top))
    tones = {box.id: tone_of(box.strands, draft.view) for box in ordered}
    measures, width, in_words = plan.measures, plan.grid.width, draft.view.tags_in_words
    words = {box.id: break_words(box, measures, width, in_words=in_words) for box in ordered}
    return tuple(lay_box(box, words[box.id], measures, rectangles[box.id], tones[box.id]) for box in ordered)


def lay_box(box: ViewBox, words: BoxWords, measures: Measures, edge: Rectangle, tone: str) -> PictureBox:
    """One box: its lines around the middle, its asides, the badge and its tags below them."""
    x, y = (edge.left + edge.right) / 2, (edge.top + edge.bottom) / 2
    asides = 1.18 * measures.aside * len(words.aside_lines)
    top = y - (len(words.lines) * measures.line + asides + words.badge_height + words.tags.height) / 2
    start = top + len(words.lines) * measures.line
    text = centred(words.lines, x, top, measures.size) if box.label.strip() else ()
    text += centred(words.aside_lines, x, start, measures.aside)
    badge_text: tuple[TextLine, ...] = ()
    badge_box = None
    if box.badge is not None:
        badge_text, badge_box = lay_badge(box.badge, words, measures, (x, start + asides), edge.right - edge.left)
    return PictureBox(
        id=box.id,
        stage=box.column,
        strands=box.strands,
        x=x,
        y=y,
        width=edge.right - edge.left,
        height=edge.bottom - edge.top,
        lines=words.lines,
        text=text,
        font_size=measures.size,
        tone=tone,
        label=box.label,
        stage_inferred=box.stage_inferred,
        badge=box.badge,
        badge_text=badge_text,
        badge_box=badge_box,
        mark=box.mark,
        asides=box.asides,
        tags=words.tags.moved(x, start + asides + words.badge_height),
    )


def lay_badge(
    badge: Badge, words: BoxWords, measures: Measures, at: tuple[float, float], width: float
) -> tuple[tuple[TextLine, ...], tuple[float, float, float, float]]:
    """A bar with its words, made smaller where they would be wider than the box, and the caution under it.

    The bar may be wider than the room for words, so that its own never touch its ends.
    """
    x, top = at
    room = width - 2 * measures.box_pad_x
    font = min(measures.badge, room / max(text_width(badge.text, 1.0, bold=True), 0.1) * 0.97)
    bar = text_width(badge.text, font, bold=True)
    height = 1.35 * measures.badge
    middle = top + 0.15 * measures.size + height / 2
    line = TextLine(badge.text, x, middle + 0.34 * font, font, bar, bold=True, anchor="middle")
    caution = centred(words.caution_lines, x, middle + height / 2, measures.caution)
    return (line, *caution), (x, middle, min(bar + 1.2 * font, width - 0.5 * measures.size), height)


def centred(lines: tuple[str, ...], x: float, top: float, size: float) -> tuple[TextLine, ...]:
    """Lines one under another, each around `x`."""
    return tuple(
        TextLine(
            line, x, top + 1.18 * size * (place + 0.5) + 0.34 * size, size, text_width(line, size), anchor="middle"
        )
        for place, line in enumerate(lines)
    )
