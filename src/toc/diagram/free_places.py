"""`FreePlaces`: where in its column a row may stand, and in which band, where lanes run through the column.

The lane that stands below n others is band 2n + 1, and the even bands lie between the lanes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from toc.diagram.layers import Layer
from toc.diagram.skeleton import Skeleton

__all__ = ["FreePlaces"]


class FreePlaces:
    """The places that the lanes of a skeleton leave to the rows of one of its columns.

    `ranks` says how many lanes stand above each lane; `lanes` are the bands of the rows that stand in a lane, None
    for the others; `homes` the bands in which rows stand until they are inserted; `wishes` the mean band of the
    lanes that the neighbours of each row stand in.
    """

    def __init__(self, skeleton: Skeleton, layer: Layer, number: int, ranks: tuple[int, ...]) -> None:
        self.is_crossed = skeleton.lanes.cross(number)
        self.last_band = 2 * len(ranks)
        bands = [2 * rank + 1 for rank in ranks]
        own = [block.node.lane if self.is_crossed else None for block in layer.blocks]
        self.lanes = [None if lane is None else bands[lane] for lane in own]
        outside = self.last_band if self.is_crossed else 0
        self.homes = [outside if band is None else band for band in self.lanes]
        self.are_runs = [block.node.kind == "run" for block in layer.blocks]
        self.wishes = [
            sum([bands[lane] for lane in lanes]) / len(lanes) if lanes else self.last_band for lanes in layer.lanes
        ]

    def is_loose(self, row: int) -> bool:
        """Whether a row stands among lanes without a lane of its own, or is a run there."""
        return self.is_crossed and (self.lanes[row] is None or self.are_runs[row])

    def places_for(self, row: int, bands: list[int]) -> Sequence[int]:
        """The places of a row among others: in its lane; without one between lanes, a run anywhere."""
        own = self.lanes[row]
        if own is not None:
            return range(bisect_left(bands, own), bisect_right(bands, own) + 1)
        if self.are_runs[row] or not self.is_crossed:
            return range(len(bands) + 1)
        limits = enumerate(zip([0, *bands], [*bands, self.last_band], strict=True))
        return [place for place, (low, high) in limits if low != high or low % 2 == 0]

    def places_from(self, row: int, bands: list[int], here: int) -> Sequence[int]:
        """The places to which a row may move that stands at a place among rows in these bands."""
        own = self.lanes[row]
        if own is not None:
            return range(bisect_left(bands, own), bisect_right(bands, own))
        if self.are_runs[row] or not self.is_crossed:
            return range(len(bands))
        return self.places_for(row, bands[:here] + bands[here + 1 :])

    def band_at(self, row: int, bands: list[int], place: int) -> int:
        """The band of a row at a place among others: its lane, else the nearest to its neighbours."""
        own = self.lanes[row]
        if own is not None or not self.is_crossed:
            return own or 0
        low = bands[place - 1] if place else 0
        high = bands[place] if place < len(bands) else self.last_band
        first, last = low + low % 2, high - high % 2
        return min(max(2 * round(self.wishes[row] / 2), first), last) if first <= last else low
