"""`Skeleton`: a view as columns of nodes joined by segments, before anything has an order or a size.

An arrow that skips columns crosses each of them on a *run*, a thin node of its own that takes part in the ordering
and the placing as a box does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from toc.diagram.lanes import Lanes, lanes_of, tone_of
from toc.diagram.view import View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError

__all__ = [
    "Chain",
    "Node",
    "Segment",
    "Skeleton",
    "build_skeleton",
    "neighbours",
    "number_segments",
    "stand_in_order",
]


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
    """All nodes by name, segments by number, and one chain per link, in the order of the labels of its ends."""

    lanes: Lanes
    columns: int
    nodes: dict[str, Node]
    segments: tuple[Segment, ...]
    chains: tuple[Chain, ...]

    def path(self, chain: Chain) -> list[str]:
        """The names of the nodes along a chain from left to right; empty where it has no segments."""
        segments = [self.segments[number] for number in chain.segments]
        return [*(segment.left for segment in segments), segments[-1].right] if segments else []


def build_skeleton(view: View) -> Skeleton:
    """Turn a view into its skeleton. Raises TocError where a box or link names something that the view lacks."""
    lanes = lanes_of(view)
    nodes = find_ends(view, lanes)
    everything: list[ViewBox | ViewGroup] = [*view.groups, *view.boxes]
    tones = {one.id: tone_of(one.strands, view) for one in everything}
    links = sort_links(view, nodes)
    paths = [find_path(link, nodes) for link in links]
    nodes.update({node.name: node for path in paths for node in path})
    segments, numbers = number_segments(links, [[node.name for node in path] for path in paths])
    chains = []
    for link, own in zip(links, numbers, strict=True):
        tone = tones[link.source] if tones[link.source] != "shared" else tones[link.target]
        is_backward = nodes[link.source].column > nodes[link.target].column
        chains.append(Chain(link, tone, own, is_backward))
    return Skeleton(lanes, len(view.columns), nodes, segments, tuple(chains))


def find_ends(view: View, lanes: Lanes) -> dict[str, Node]:
    """The boxes and groups as nodes, in the order of their labels, then of their ids.

    Every tie of the layout is broken by this order, so that other ids leave a figure as it is.
    """
    places = {column.id: place for place, column in enumerate(view.columns)}
    groups = {group.id: group.column for group in view.groups}
    everything: list[ViewBox | ViewGroup] = [*view.groups, *view.boxes]
    everything.sort(key=lambda one: (one.label, one.strands, one.id))
    found: dict[str, Node] = {}
    for one in everything:
        if one.column not in places:
            raise TocError(f'"{one.id}" stands in a column that the figure does not have ("{one.column}").')
        column = places[one.column]
        if isinstance(one, ViewGroup):
            found[one.id] = Node(one.id, "group", column, lanes.lane_of(one, column))
        else:
            group = one.group if one.group is not None and groups.get(one.group) == one.column else None
            found[one.id] = Node(one.id, "box", column, lanes.lane_of(one, column), group)
    return found


def sort_links(view: View, nodes: dict[str, Node]) -> list[ViewLink]:
    """The links in the order of their ends. Raises TocError where one names something that the view lacks."""
    ranks = {name: rank for rank, name in enumerate(nodes)}
    for link in view.links:
        for end in (link.source, link.target):
            if end not in ranks:
                raise TocError(
                    f'The link "{link.source} -> {link.target}" names "{end}", which is not in the figure.'
                )
    return sorted(view.links, key=lambda link: (ranks[link.source], ranks[link.target]))


def find_path(link: ViewLink, nodes: dict[str, Node]) -> list[Node]:
    """The ends of a link and its runs, from left to right; empty where both ends stand in one column.

    The runs stay in the lane that both ends share.
    """
    left, right = sorted((nodes[link.source], nodes[link.target]), key=lambda node: node.column)
    if left.column == right.column:
        return []
    lane = left.lane if left.lane is not None and left.lane == right.lane else None
    columns = range(left.column + 1, right.column)
    runs = [Node(f"{link.source} -> {link.target} @{column}", "run", column, lane) for column in columns]
    return [left, *runs, right]


def number_segments(
    links: list[ViewLink], paths: list[list[str]]
) -> tuple[tuple[Segment, ...], list[tuple[int, ...]]]:
    """All segments of these paths, and their numbers path by path; paths through shared runs share segments."""
    known: dict[tuple[str, str, str], int] = {}
    weights: Counter[int] = Counter()
    numbers = []
    for link, path in zip(links, paths, strict=True):
        mark = f"{link.source} {link.target}" if len(path) == 2 else ""
        own = tuple(known.setdefault((*pair, mark), len(known)) for pair in pairwise(path))
        weights.update(own)
        numbers.append(own)
    return tuple(Segment(*key, weights[number]) for key, number in known.items()), numbers


def stand_in_order(skeleton: Skeleton, order: tuple[int, ...]) -> Skeleton:
    """The skeleton with its lanes in another order, given as their numbers from top to bottom."""
    if order == tuple(range(len(order))):
        return skeleton
    lanes = replace(skeleton.lanes, strands=tuple(skeleton.lanes.strands[number] for number in order))
    nodes = {
        name: node if node.lane is None else replace(node, lane=order.index(node.lane))
        for name, node in skeleton.nodes.items()
    }
    return replace(skeleton, lanes=lanes, nodes=nodes)


def neighbours(skeleton: Skeleton) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names to the left and to the right of each node, one per arrow."""
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for segment in skeleton.segments:
        left[segment.right] += [segment.left] * segment.weight
        right[segment.left] += [segment.right] * segment.weight
    return left, right
