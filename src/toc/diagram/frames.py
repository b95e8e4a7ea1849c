"""The frames of a figure: lanes, and opened wholes around their parts."""

from __future__ import annotations

from toc.diagram.bands import Band
from toc.diagram.captions import Caption
from toc.diagram.lanes import tone_of
from toc.diagram.picture import Frame, PictureTag, TextLine
from toc.diagram.plan import Draft, Plan
from toc.diagram.ports import Rectangle
from toc.diagram.text_widths import text_width

__all__ = ["lay_frames"]


def lay_frames(
    draft: Draft, plan: Plan, bands: tuple[Band, ...], rectangles: dict[str, Rectangle]
) -> tuple[Frame, ...]:
    """Lanes first, so that the groups in them are painted over them."""
    return (*lay_lanes(draft, plan, bands), *lay_groups(draft, plan, rectangles))


def lay_lanes(draft: Draft, plan: Plan, bands: tuple[Band, ...]) -> list[Frame]:
    """One frame per lane, across all columns of the lanes."""
    lanes, grid, measures = draft.skeleton.lanes, plan.grid, plan.measures
    if not lanes.strands:
        return []
    left, right = grid.lefts[lanes.first] - measures.lane_side, grid.right(lanes.last) + measures.lane_side
    labels = {strand.id: strand.label for strand in draft.view.strands}
    frames = []
    for place, strand in enumerate(lanes.strands):
        band = bands[2 * place + 1]
        size = measures.lane_title
        text = title_lines(plan.lane_titles[place], grid.lefts[lanes.first], band.top + 0.1 * size, size, 1.25)
        middle, height = (band.top + band.bottom) / 2, band.bottom - band.top
        tone = tone_of((strand,), draft.view)
        frames.append(
            Frame(strand, "lane", (left + right) / 2, middle, right - left, height, tone, text, labels[strand])
        )
    return frames


def lay_groups(draft: Draft, plan: Plan, rectangles: dict[str, Rectangle]) -> list[Frame]:
    """One frame per opened whole."""
    size = plan.measures.group_title
    frames = []
    for group in sorted(draft.view.groups, key=lambda group: (group.label, group.id)):
        edge = rectangles[group.id]
        left = plan.grid.lefts[draft.skeleton.nodes[group.id].column]
        caption = plan.captions[group.id]
        text = title_lines(caption.lines, left, edge.top + 0.12 * size, size, 1.18)
        frames.append(
            Frame(
                group.id,
                "group",
                (edge.left + edge.right) / 2,
                (edge.top + edge.bottom) / 2,
                edge.right - edge.left,
                edge.bottom - edge.top,
                tone_of(group.strands, draft.view),
                text,
                group.label,
                lay_caption_tags(caption, left, left + plan.grid.width, edge.top + 0.12 * size, 1.18 * size),
            )
        )
    return frames


def lay_caption_tags(
    caption: Caption, left: float, right: float, top: float, line: float
) -> tuple[PictureTag, ...]:
    """The signs of an opened whole: at the right of its title, or below it."""
    if caption.is_beside:
        return caption.tags.moved(right - caption.tags.signs[0].width / 2, top)
    return caption.tags.moved((left + right) / 2, top + line * len(caption.lines))


def title_lines(lines: tuple[str, ...], left: float, top: float, size: float, step: float) -> tuple[TextLine, ...]:
    """The lines of a title at the top left of its frame."""
    return tuple(
        TextLine(
            line,
            left,
            top + step * size * (place + 0.5) + 0.34 * size,
            size,
            text_width(line, size, bold=True),
            bold=True,
        )
        for place, line in enumerate(lines)
    )
