"""`Skeleton`: a view as columns of nodes joined by segments, before anything has an order or a size.

An arrow that skips columns crosses each of them on a *run*, a thin node of its own that takes part in the ordering
and the placing as a box does. Arrows that share an end and look alike share their runs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from toc.diagram.lanes import Lanes, lanes_of, tone_of
from toc.diagram.view import View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError

__all__ = ["Chain", "Node", "Segment", "Skeleton", "build_skeleton"]


@dataclass(frozen=True, slots=True)
class Node:
    """What stands in a column: a box, an opened whole, or the run of an arrow.

    `lane` is the lane it must stay in, None where it has none; `group` the group that holds it.
    """

    name: str
    kind: Literal["box", "group", "run"]
    column: int
    lane: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of one or more arrows between two neighbouring columns; `weight` counts the arrows."""

    left: str
    right: str
    mark: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Chain:
    """A link as it is drawn: its segments from left to right, none where it joins two boxes of one column."""

    link: ViewLink
    tone: str
    segments: tuple[int, ...]
    is_backward: bool = False


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All nodes by name, segments by number, and one chain per link."""

    lanes: Lanes
    columns: int
    nodes: dict[str, Node]
    segments: tuple[Segment, ...]
    chains: tuple[Chain, ...]


Look = tuple[str, str, bool, bool, bool]


def build_skeleton(view: View, *, bundled: bool = True) -> Skeleton:
    """Turn a view into its skeleton. Raises TocError where a box or link names something that the view lacks."""
    lanes = lanes_of(view)
    ends = find_ends(view, lanes)
    links = sorted(view.links, key=lambda link: (link.source, link.target))
    hubs = choose_hubs(view, links, ends) if bundled else {}
    nodes = dict(ends)
    marks: dict[tuple[str, str, str], int] = {}
    weights: Counter[int] = Counter()
    chains = []
    for link in links:
        names = [link.source, link.target]
        if ends[names[0]].column > ends[names[1]].column:
            names.reverse()
        left, right = ends[names[0]], ends[names[1]]
        runs = make_runs(left, right, hub_mark(link, hubs, view, ends))
        nodes.update({run.name: run for run in runs})
        path = [] if left.column == right.column else [left, *runs, right]
        numbers = []
        for one, other in zip(path, path[1:], strict=False):
            is_shared = "run" in {one.kind, other.kind}
            mark = "" if is_shared else f"{link.source} {link.target}"
            numbers.append(marks.setdefault((one.name, other.name, mark), len(marks)))
        weights.update(numbers)
        chains.append(Chain(link, arrow_tone(link, view, ends), tuple(numbers), names[0] != link.source))
    segments = tuple(Segment(*key, weights[number]) for key, number in marks.items())
    return Skeleton(lanes, len(view.columns), nodes, segments, tuple(chains))


def find_ends(view: View, lanes: Lanes) -> dict[str, Node]:
    """The boxes and groups as nodes, in order of id."""
    places = {column.id: place for place, column in enumerate(view.columns)}
    groups = {group.id for group in view.groups}
    found: dict[str, Node] = {}
    for one in sorted((*view.groups, *view.boxes), key=lambda one: one.id):
        if one.column not in places:
            raise TocError(f'"{one.id}" stands in a column that the figure does not have ("{one.column}").')
        place = places[one.column]
        group = one.group if isinstance(one, ViewBox) and one.group in groups else None
        kind: Literal["box", "group"] = "group" if isinstance(one, ViewGroup) else "box"
        found[one.id] = Node(one.id, kind, place, lanes.lane_of(one, place), group)
    for link in view.links:
        for end in (link.source, link.target):
            if end not in found:
                raise TocError(
                    f'The link "{link.source} -> {link.target}" names "{end}", which is not in the figure.'
                )
    return found


def arrow_tone(link: ViewLink, view: View, ends: dict[str, Node]) -> str:
    """The tone of the source's only strand, else of the target's, else "shared"."""
    strands = {one.id: one.strands for one in (*view.boxes, *view.groups) if one.id in ends}
    tones = [tone_of(strands[link.source], view), tone_of(strands[link.target], view)]
    return next((tone for tone in tones if tone != "shared"), "shared")


def choose_hubs(view: View, links: list[ViewLink], ends: dict[str, Node]) -> dict[tuple[str, str], str]:
    """For each link that skips a column, the end whose runs it shares: the one with more such links."""
    skipping = [link for link in links if abs(ends[link.source].column - ends[link.target].column) > 1]
    looks = {(link.source, link.target): look_of(link, view, ends) for link in skipping}
    shared: Counter[tuple[str, Look]] = Counter()
    for link in skipping:
        shared.update((end, looks[link.source, link.target]) for end in (link.source, link.target))
    hubs = {}
    for link in skipping:
        pair = (link.source, link.target)
        hubs[pair] = max(pair, key=lambda end: (shared[end, looks[pair]], end == pair[1]))
    return hubs


def look_of(link: ViewLink, view: View, ends: dict[str, Node]) -> Look:
    """What two arrows must have in common to share a run."""
    is_backward = ends[link.source].column > ends[link.target].column
    return (arrow_tone(link, view, ends), link.basis or "", link.feedback, link.negative, is_backward)


def hub_mark(
    link: ViewLink, hubs: dict[tuple[str, str], str], view: View, ends: dict[str, Node]
) -> tuple[str, str]:
    """The end whose runs a link shares and what marks these runs; a link without a hub has runs of its own."""
    pair = (link.source, link.target)
    if pair not in hubs:
        return "", f"{link.source} -> {link.target}"
    side = "from" if hubs[pair] == link.source else "to"
    return hubs[pair], f"{side} {hubs[pair]} {look_of(link, view, ends)}"


def make_runs(left: Node, right: Node, hub: tuple[str, str]) -> list[Node]:
    """The runs of an arrow through the columns between its ends; they stay in the lane that both ends share."""
    lane = left.lane if left.lane is not None and left.lane == right.lane else None
    name = hub[1] + ("" if lane is None else f" in {lane}")
    return [Node(f"{name} @{column}", "run", column, lane) for column in range(left.column + 1, right.column)]


def neighbours(skeleton: Skeleton) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names to the left and to the right of each node, one per arrow."""
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for segment in skeleton.segments:
        left[segment.right] += [segment.left] * segment.weight
        right[segment.left] += [segment.right] * segment.weight
    return left, right
