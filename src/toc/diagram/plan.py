"""`Plan`: a view measured at one font size on one page, and whether all of it fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from toc.diagram.bands import LaneTitle, least_height
from toc.diagram.bundles import bundle_runs
from toc.diagram.captions import Captions, caption_of
from toc.diagram.grid import Grid, count_traffic, lay_grid
from toc.diagram.legend import LegendEntry, legend_entries
from toc.diagram.loops import Loop, find_loops
from toc.diagram.measures import Measures
from toc.diagram.order import Order, order_columns
from toc.diagram.picture import Page
from toc.diagram.sizes import busier_sides, count_ports, size_boxes
from toc.diagram.skeleton import Skeleton, build_skeleton, stand_in_order
from toc.diagram.stacks import Stack, build_stacks, count_gates, pile_blocks
from toc.diagram.surround import Room, find_room, heading_lines
from toc.diagram.view import View
from toc.diagram.wrapping import cuts_a_word, wrap

__all__ = ["Draft", "Plan", "Planner", "cuts_words", "draft_view", "plan_at"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A view in order: what the font size does not change."""

    view: View
    skeleton: Skeleton
    order: Order
    loops: tuple[Loop, ...]
    ports: Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A draft measured at one font size; `need` is the height that the boxes take at the least.

    `heights` are those of the boxes by their ids.
    """

    page: Page
    measures: Measures
    grid: Grid
    entries: list[LegendEntry]
    room: Room
    heights: dict[str, float]
    captions: Captions
    lane_titles: tuple[LaneTitle, ...]
    stacks: tuple[Stack, ...]
    need: float

    @property
    def fits(self) -> bool:
        """Whether everything stands on the page without touching."""
        return self.need <= self.room.bottom - self.room.top


class Planner:
    """Measures a draft on a page at any font size; what the size does not change is worked out once."""

    def __init__(self, draft: Draft, page: Page) -> None:
        self.draft = draft
        self.page = page
        self.entries = legend_entries(draft.view)
        self.traffic = count_traffic(draft.skeleton, draft.loops)
        self.busier = busier_sides(draft.view, draft.ports)
        self.piles = pile_blocks(draft.skeleton, draft.order)
        self.gates = count_gates(self.piles, draft.ports)

    def plan_at(self, measures: Measures) -> Plan:
        """Measure everything at one font size."""
        draft, page = self.draft, self.page
        grid = lay_grid(draft.skeleton, self.traffic, measures, page.width)
        room = find_room(draft.view, page, grid, measures, self.entries)
        heights = size_boxes(draft.view, self.busier, measures, grid.width)
        captions = wrap_captions(draft, measures, grid.width)
        titles = wrap_lane_titles(draft, measures, grid.width)
        stacks = build_stacks(self.piles, heights, captions, self.gates, measures)
        need = least_height(stacks, titles, measures)
        return Plan(page, measures, grid, self.entries, room, heights, captions, titles, stacks, need)


def draft_view(view: View) -> Draft:
    """Order a view and choose the sides of its loops."""
    skeleton = build_skeleton(view)
    order = order_columns(skeleton)
    skeleton, order = bundle_runs(stand_in_order(skeleton, order.lanes), order)
    loops = find_loops(skeleton, order)
    return Draft(view, skeleton, order, loops, count_ports(skeleton, loops))


def plan_at(draft: Draft, page: Page, measures: Measures) -> Plan:
    """Measure everything at one font size, once."""
    return Planner(draft, page).plan_at(measures)


def cuts_words(draft: Draft, plan: Plan) -> bool:
    """Whether a word of a box, a heading or a title of a lane or an opened whole is cut in two."""
    view, measures, width = draft.view, plan.measures, plan.grid.width
    size, _ = heading_lines(view, plan.grid, measures)
    rooms = (
        ([box.label for box in view.boxes], (width - 2 * measures.box_pad_x) / measures.size, False),
        ([column.label for column in view.columns], (width - 2.2 * size) / size, True),
        ([strand.label for strand in view.strands], width / measures.lane_title, True),
        ([group.label for group in view.groups], width / measures.group_title, True),
    )
    return any(cuts_a_word(label, room, bold=bold) for labels, room, bold in rooms for label in labels)


def wrap_captions(draft: Draft, measures: Measures, width: float) -> Captions:
    """The titles of the opened wholes; none where the lane around it has the same words."""
    strands = {strand.id: strand.label for strand in draft.view.strands}
    captions: Captions = {}
    for group in draft.view.groups:
        lane = draft.skeleton.nodes[group.id].lane
        around = "" if lane is None else strands[draft.skeleton.lanes.strands[lane]]
        is_told = group.label.strip() == around.strip()
        in_words = draft.view.tags_in_words
        captions[group.id] = caption_of(group, measures, width, is_told=is_told, in_words=in_words)
    return captions


def wrap_lane_titles(draft: Draft, measures: Measures, width: float) -> tuple[LaneTitle, ...]:
    """The titles of the lanes, each over the first column that the lanes cross."""
    strands = {strand.id: strand.label for strand in draft.view.strands}
    room = width / measures.lane_title
    return tuple(wrap(strands[strand], room, bold=True) for strand in draft.skeleton.lanes.strands)
