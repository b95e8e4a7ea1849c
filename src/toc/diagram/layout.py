"""From a `View` to a `Picture`: every box, arrow and word gets its place on one page."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.bands import Band, spread_bands
from toc.diagram.boxes import lay_boxes
from toc.diagram.fit import advise
from toc.diagram.flags import lay_flags
from toc.diagram.frames import lay_frames
from toc.diagram.mirrored_picture import mirrored_picture
from toc.diagram.pages import page_named
from toc.diagram.picture import Picture
from toc.diagram.placing import place_items
from toc.diagram.plan import Draft, Plan, draft_view
from toc.diagram.pointers import lay_pointers
from toc.diagram.ports import Rectangle
from toc.diagram.routes import route_arrows
from toc.diagram.surround import lay_surround
from toc.diagram.tag_fit import fit_tags
from toc.diagram.view import View
from toc.diagram.writing_direction import is_language_from_right
from toc.errors import TocError

__all__ = ["lay_out"]


def lay_out(view: View, page: str = "A4") -> Picture:
    """Lay out a view on a page ("A4", "A3 portrait", "16:9"...), with words as large as fit: 4 to 16 points.

    The same view gives the same picture, whatever the order of its boxes and links; columns and strands keep
    theirs. In a language that is read from right to left the first column stands on the right. `advice` of the
    picture says when the words are small. Raises TocError for an unknown page, a view without columns or boxes, a
    link to something that is not in the view, and a view that does not fit.
    """
    if not view.columns or not view.boxes:
        raise TocError(
            "There is nothing to draw: the figure has no boxes.", hint="Choose other columns or strands."
        )
    draft, paper = draft_view(view), page_named(page)
    picture = place_all(*fit_tags(draft, paper))
    if picture.pointers:
        picture = place_all(*fit_tags(replace(draft, view=replace(view, has_pointers=True)), paper))
    return picture


def place_all(draft: Draft, plan: Plan) -> Picture:
    """Give everything its place; lines from factors come last, where they find a free way."""
    view, room = draft.view, plan.room
    surround = lay_surround(view, plan.page, plan.grid, plan.measures, plan.entries, room)
    bands = (
        spread_bands(plan.stacks, plan.lane_titles, plan.measures, room.top, room.bottom)
        if plan.lane_titles
        else ()
    )
    rectangles = find_rectangles(draft, plan, bands)
    boxes, arrows = lay_boxes(draft, plan, rectangles), route_arrows(draft, plan, rectangles)
    frames = (*lay_frames(draft, plan, bands, rectangles), *surround.bands.frames)
    pointers = lay_pointers(surround.bands.signs, arrows, boxes, frames)
    picture = Picture(
        page=plan.page,
        title=view.title,
        language=view.language,
        font_size=plan.measures.size,
        headers=surround.headers,
        frames=frames,
        boxes=boxes,
        arrows=arrows,
        stage_arrows=surround.stage_arrows,
        legend=surround.legend,
        texts=surround.texts,
        advice=advise(draft, plan),
        notes=view.notes,
        subtitle=view.subtitle,
        theme=view.theme,
        strand_labels=(*view.strand_labels, *((strand.id, strand.label) for strand in view.strands)),
        factors=surround.bands.signs,
        pointers=pointers,
        references=view.references,
        flags=lay_flags(arrows, boxes, frames, plan.measures, pointers),
    )
    return mirrored_picture(picture) if is_language_from_right(view.language) else picture


def find_rectangles(draft: Draft, plan: Plan, bands: tuple[Band, ...]) -> dict[str, Rectangle]:
    """The edges of every box, run and opened whole."""
    heights = place_items(draft, plan, bands)
    items = {item.name: item for stack in plan.stacks for item in stack.items}
    measures = plan.measures
    found: dict[str, Rectangle] = {}
    for name, item in items.items():
        left = plan.grid.lefts[draft.skeleton.nodes[name].column]
        half = plan.heights[name] / 2 if name in plan.heights else item.up
        found[name] = Rectangle(left, heights[name] - half, left + plan.grid.width, heights[name] + half)
    for column in draft.order.columns:
        for block in column:
            if block.node.kind == "group":
                parts = block.parts or [block.node.name]
                first, last = parts[0], parts[-1]
                left = plan.grid.lefts[block.node.column]
                found[block.node.name] = Rectangle(
                    left - measures.group_side,
                    heights[first] - items[first].up,
                    left + plan.grid.width + measures.group_side,
                    heights[last] + items[last].down,
                )
    return found
