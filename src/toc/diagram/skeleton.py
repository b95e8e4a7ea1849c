"""`Skeleton`: a view as columns of nodes joined by segments, before anything has an order or a size.

An arrow that skips columns crosses each of them on a *run*, a thin node of its own that takes part in the ordering
and the placing as a box does. Arrows that share an end and look alike share their runs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from toc.diagram.lanes import Lanes, lanes_of, tone_of
from toc.diagram.view import View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError

__all__ = ["Chain", "Node", "Segment", "Skeleton", "build_skeleton", "neighbours"]


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
    """All nodes by name, segments by number, and one chain per link, in the order of the links' ids."""

    lanes: Lanes
    columns: int
    nodes: dict[str, Node]
    segments: tuple[Segment, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What two arrows must have in common to share a run."""

    tone: str
    basis: str
    is_feedback: bool
    is_negative: bool
    is_backward: bool

    @property
    def is_solid(self) -> bool:
        """Whether the arrow is drawn without gaps: broken lines that only end together fill each other's gaps."""
        return self.basis in {"", "stated"} and not self.is_feedback


@dataclass(frozen=True, slots=True)
class Way:
    """A link with what its drawing needs: its left and right end and its look."""

    link: ViewLink
    left: Node
    right: Node
    look: Look


def build_skeleton(view: View) -> Skeleton:
    """Turn a view into its skeleton. Raises TocError where a box or link names something that the view lacks."""
    lanes = lanes_of(view)
    nodes = find_ends(view, lanes)
    ways = find_ways(view, nodes)
    hubs = choose_hubs(ways)
    numbers: dict[tuple[str, str, str], int] = {}
    weights: Counter[int] = Counter()
    chains = []
    for way, hub in zip(ways, hubs, strict=True):
        runs = make_runs(way, hub)
        nodes.update({run.name: run for run in runs})
        path = [way.left, *runs, way.right] if way.left.column < way.right.column else []
        mark = "" if runs else f"{way.link.source} {way.link.target}"
        segments = tuple(
            numbers.setdefault((one.name, other.name, mark), len(numbers)) for one, other in pairwise(path)
        )
        weights.update(segments)
        chains.append(Chain(way.link, way.look.tone, segments, way.look.is_backward))
    found = tuple(Segment(*key, weights[number]) for key, number in numbers.items())
    return Skeleton(lanes, len(view.columns), nodes, found, tuple(chains))


def find_ends(view: View, lanes: Lanes) -> dict[str, Node]:
    """The boxes and groups as nodes."""
    places = {column.id: place for place, column in enumerate(view.columns)}
    groups = {group.id: group.column for group in view.groups}
    everything: list[ViewBox | ViewGroup] = [*view.groups, *view.boxes]
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


def find_ways(view: View, nodes: dict[str, Node]) -> list[Way]:
    """The links in the order of their ids, each with its ends from left to right and its look."""
    everything: list[ViewBox | ViewGroup] = [*view.groups, *view.boxes]
    tones = {one.id: tone_of(one.strands, view) for one in everything}
    ways = []
    for link in sorted(view.links, key=lambda link: (link.source, link.target)):
        for end in (link.source, link.target):
            if end not in nodes:
                raise TocError(
                    f'The link "{link.source} -> {link.target}" names "{end}", which is not in the figure.'
                )
        source, target = nodes[link.source], nodes[link.target]
        tone = tones[link.source] if tones[link.source] != "shared" else tones[link.target]
        is_backward = source.column > target.column
        look = Look(tone, link.basis or "", link.feedback, link.negative, is_backward)
        left, right = (target, source) if is_backward else (source, target)
        ways.append(Way(link, left, right, look))
    return ways


def choose_hubs(ways: list[Way]) -> list[str]:
    """For each link the end whose runs it shares, in words that mark them: the one with more links like it."""
    shared: Counter[tuple[str, Look]] = Counter()
    for way in ways:
        if way.right.column - way.left.column > 1:
            shared.update((end, way.look) for end in (way.link.source, way.link.target))
    hubs = []
    for way in ways:
        source, target = way.link.source, way.link.target
        to_target = way.look.is_solid and shared[target, way.look] >= shared[source, way.look]
        hubs.append(f"{f'to {target}' if to_target else f'from {source}'} {way.look}")
    return hubs


def make_runs(way: Way, hub: str) -> list[Node]:
    """The runs of an arrow through the columns between its ends; they stay in the lane that both ends share."""
    left, right = way.left, way.right
    lane = left.lane if left.lane is not None and left.lane == right.lane else None
    name = hub if lane is None else f"{hub} in {lane}"
    return [Node(f"{name} @{column}", "run", column, lane) for column in range(left.column + 1, right.column)]


def neighbours(skeleton: Skeleton) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names to the left and to the right of each node, one per arrow."""
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for segment in skeleton.segments:
        left[segment.right] += [segment.left] * segment.weight
        right[segment.left] += [segment.right] * segment.weight
    return left, right
