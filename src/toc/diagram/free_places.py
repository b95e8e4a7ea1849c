"""`FreePlaces`: where in its column a block may stand, and in which band, where lanes run through the column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from toc.diagram.blocks import Block, Side
from toc.diagram.skeleton import Node, Skeleton

__all__ = ["FreePlaces"]


class FreePlaces:
    """The places that the lanes of a skeleton leave to its blocks; `sides` says what each name is joined to."""

    def __init__(self, skeleton: Skeleton, sides: Sequence[Side]) -> None:
        self.nodes = skeleton.nodes
        self.sides = sides
        self.last_band = 2 * len(skeleton.lanes.strands)
        self.are_crossed = [skeleton.lanes.cross(number) for number in range(skeleton.columns)]
        self.wishes: dict[str, float | None] = {}

    def home_band(self, node: Node) -> int:
        """The band of a block in a lane; the lowest band for the others, until they are inserted."""
        if not self.are_crossed[node.column]:
            return 0
        return self.last_band if node.lane is None else 2 * node.lane + 1

    def is_loose(self, block: Block) -> bool:
        """Whether a block stands among lanes without a lane of its own, or is a run there."""
        return self.are_crossed[block.node.column] and (block.node.lane is None or block.node.kind == "run")

    def wished_band(self, block: Block) -> float:
        """The mean band of the lanes that a block's neighbours stand in, its own where they stand in none."""
        if block.node.lane is not None or not self.last_band:
            return block.band
        name = block.node.name
        if name not in self.wishes:
            beside = [other for one in block.names for side in self.sides for other in side.get(one, ())]
            lanes = [lane for other in beside if (lane := self.nodes[other].lane) is not None]
            self.wishes[name] = 2 * sum(lanes) / len(lanes) + 1 if lanes else None
        wish = self.wishes[name]
        return block.band if wish is None else wish

    def places_for(self, block: Block, rest: list[Block]) -> Sequence[int]:
        """The places of a block among the others: in its lane; without one between lanes, a run anywhere."""
        if not self.are_crossed[block.node.column]:
            return range(len(rest) + 1)
        if block.node.lane is None and block.node.kind == "run":
            return range(len(rest) + 1)
        bands = [one.band for one in rest]
        if block.node.lane is not None:
            own = 2 * block.node.lane + 1
            return range(bisect_left(bands, own), bisect_right(bands, own) + 1)
        limits = enumerate(zip([0, *bands], [*bands, self.last_band], strict=True))
        return [place for place, (low, high) in limits if low != high or low % 2 == 0]

    def band_at(self, block: Block, rest: list[Block], place: int) -> int:
        """The band of a block at one of its places: its lane, else the nearest gap to its neighbours."""
        if not self.are_crossed[block.node.column]:
            return 0
        if block.node.lane is not None:
            return 2 * block.node.lane + 1
        low = rest[place - 1].band if place else 0
        high = rest[place].band if place < len(rest) else self.last_band
        first, last = low + low % 2, high - high % 2
        return min(max(2 * round(self.wished_band(block) / 2), first), last) if first <= last else low
