"""Stage arrows: short ones between neighbouring headings, arcs above the headings for the others."""

from __future__ import annotations

from dataclasses import dataclass

from toc.diagram.grid import Grid
from toc.diagram.picture import Point, StageArrow
from toc.diagram.view import StageLink, View
from toc.errors import TocError

__all__ = ["Arc", "find_arcs", "lay_stage_arrows"]

ARC_FIRST = 9.0
ARC_STEP = 5.0


@dataclass(frozen=True, slots=True)
class Arc:
    """A stage link that cannot be drawn straight: its columns and how high it rises above the headings."""

    link: StageLink
    source: int
    target: int
    rise: float


def column_numbers(view: View, link: StageLink) -> tuple[int, int]:
    """The columns that a stage link joins. Raises TocError where the figure lacks one of them."""
    places = {column.id: place for place, column in enumerate(view.columns)}
    for end in (link.source, link.target):
        if end not in places:
            raise TocError(
                f'The stage link "{link.source} -> {link.target}" names "{end}", a stage without a column.'
            )
    return places[link.source], places[link.target]


def find_arcs(view: View) -> tuple[Arc, ...]:
    """The stage links that do not just lead to the next column, each at a height of its own where they overlap."""
    spans = []
    for link in view.stage_links:
        source, target = column_numbers(view, link)
        if target - source != 1:
            spans.append((abs(target - source), min(source, target), source, target, link))
    arcs: list[Arc] = []
    for _, low, source, target, link in sorted(spans, key=lambda span: span[:4]):
        high = max(source, target)
        below = [
            arc.rise for arc in arcs if min(arc.source, arc.target) < high and max(arc.source, arc.target) > low
        ]
        arcs.append(Arc(link, source, target, max(below) + ARC_STEP if below else ARC_FIRST))
    return tuple(arcs)


def lay_stage_arrows(
    view: View, arcs: tuple[Arc, ...], grid: Grid, top: float, height: float
) -> tuple[StageArrow, ...]:
    """Draw every stage link; `top` and `height` are those of the row of headings."""
    arrows = []
    for link in view.stage_links:
        source, target = column_numbers(view, link)
        arc = next((one for one in arcs if one.link == link), None)
        if arc is None:
            start, end = (grid.right(source) + 1.5, top + height / 2), (grid.lefts[target] - 1.0, top + height / 2)
            points = straight(start, end)
        else:
            points = arch(arc, grid, top)
        arrows.append(StageArrow(link.source, link.target, link.basis, points, link.support))
    return tuple(arrows)


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    """A line as a cubic."""
    (x, y), (to_x, to_y) = start, end
    return (start, (x + (to_x - x) / 3, y + (to_y - y) / 3), (x + (to_x - x) * 2 / 3, y + (to_y - y) * 2 / 3), end)


def arch(arc: Arc, grid: Grid, top: float) -> tuple[Point, ...]:
    """From the top of one heading up, along, and down on the other."""
    way = 1 if arc.target > arc.source else -1
    shift = 0.18 * grid.width * way
    start = grid.lefts[arc.source] + grid.width / 2 + shift
    end = grid.lefts[arc.target] + grid.width / 2 - shift
    if arc.source == arc.target:
        start, end = start - 2 * shift, end + 2 * shift
    y, crest = top - 1.0, top - 1.0 - arc.rise
    bend = min(arc.rise, abs(end - start) / 3)
    near, far = start + way * bend, end - way * bend
    half = arc.rise * 0.55
    return (
        (start, y),
        (start, y - half),
        (near - way * bend * 0.45, crest),
        (near, crest),
        (near + (far - near) / 3, crest),
        (near + (far - near) * 2 / 3, crest),
        (far, crest),
        (far + way * bend * 0.45, crest),
        (end, y - half),
        (end, y),
    )
