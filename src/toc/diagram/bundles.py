"""Runs that lie side by side, share an end and look alike become one, so that a column is crossed by fewer lines.

This comes after the ordering and changes no crossing: only neighbours are joined, from their common end on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from toc.diagram.order import Order
from toc.diagram.skeleton import Chain, Skeleton, number_segments

__all__ = ["bundle_runs"]

Paths = dict[int, list[str]]
"""The runs of each chain, from the end that they may share."""


def bundle_runs(skeleton: Skeleton, order: Order) -> tuple[Skeleton, Order]:
    """Join the runs of a skeleton in order; both are returned without the runs that others now stand for."""
    joined: dict[str, str] = {}
    for is_left in (True, False):
        groups: dict[tuple[str, tuple[object, ...]], Paths] = defaultdict(dict)
        for number, chain in enumerate(skeleton.chains):
            path = skeleton.path(chain)
            hub = path[0 if is_left else -1] if path else ""
            if len(path) > 2 and may_share(chain, hub):
                groups[hub, look_of(chain)][number] = path[1:-1] if is_left else path[-2:0:-1]
        places = {
            block.node.name: (block.band, place) for column in order.columns for place, block in enumerate(column)
        }
        for paths in groups.values():
            join_neighbours(paths, 0, places, joined)
    return rename(skeleton, order, joined)


def look_of(chain: Chain) -> tuple[object, ...]:
    """What two arrows must have in common to be drawn as one."""
    link = chain.link
    return (chain.tone, link.basis, link.feedback, link.negative, link.mark, chain.is_backward)


def may_share(chain: Chain, hub: str) -> bool:
    """Whether an arrow may share runs at this end: broken lines that only end together fill each other's gaps."""
    return hub == chain.link.source or (chain.link.basis in {"stated", None} and not chain.link.feedback)


def join_neighbours(paths: Paths, depth: int, places: dict[str, tuple[int, int]], joined: dict[str, str]) -> None:
    """Join the runs that stand next to each other at this depth, and go on with those that did."""
    here = sorted((places[path[depth]], number) for number, path in paths.items() if len(path) > depth)
    here = [one for one in here if paths[one[1]][depth] not in joined]
    clusters: list[list[int]] = [[number] for _, number in here[:1]]
    for ((band, place), _), (other, number) in pairwise(here):
        if other == (band, place + 1):
            clusters[-1].append(number)
        else:
            clusters.append([number])
    for cluster in clusters:
        if len(cluster) > 1:
            first = paths[cluster[0]][depth]
            joined.update({paths[number][depth]: first for number in cluster})
            join_neighbours({number: paths[number] for number in cluster}, depth + 1, places, joined)


def rename(skeleton: Skeleton, order: Order, joined: dict[str, str]) -> tuple[Skeleton, Order]:
    """The skeleton and order with every joined run replaced by the one that stands for it."""
    nodes = {name: node for name, node in skeleton.nodes.items() if joined.get(name, name) == name}
    paths = [[joined.get(name, name) for name in skeleton.path(chain)] for chain in skeleton.chains]
    segments, numbers = number_segments([chain.link for chain in skeleton.chains], paths)
    chains = tuple(
        Chain(chain.link, chain.tone, own, chain.is_backward)
        for chain, own in zip(skeleton.chains, numbers, strict=True)
    )
    columns = [[block for block in column if block.node.name in nodes] for column in order.columns]
    return Skeleton(skeleton.lanes, skeleton.columns, nodes, segments, chains), replace(order, columns=columns)
