"""`Lanes`: which columns of a view the strands run across, and in which lane each box stands."""

from __future__ import annotations

from dataclasses import dataclass

from toc.diagram.view import View, ViewBox, ViewGroup

__all__ = ["Lanes", "lanes_of", "tone_of"]

FIRST_STAGE_WITH_LANES = "activities"


@dataclass(frozen=True, slots=True)
class Lanes:
    """The strands drawn as lanes, from top to bottom, and the first and last column that they cross.

    Without lanes `strands` is empty and no column lies between `first` and `last`.
    """

    strands: tuple[str, ...] = ()
    first: int = 0
    last: int = -1

    def cross(self, column: int) -> bool:
        """Whether the lanes run through this column."""
        return self.first <= column <= self.last

    def lane_of(self, one: ViewBox | ViewGroup, column: int) -> int | None:
        """The lane of a box or group; None where it stands in no lane or in several."""
        if not self.cross(column) or len(one.strands) != 1 or one.strands[0] not in self.strands:
            return None
        return self.strands.index(one.strands[0])


def lanes_of(view: View) -> Lanes:
    """Find the lanes of a view.

    They run from the first to the last column, at or after the activities, most of whose boxes have one strand.
    """
    known = {strand.id for strand in view.strands}
    stages = [column.id for column in view.columns]
    start = stages.index(FIRST_STAGE_WITH_LANES) if FIRST_STAGE_WITH_LANES in stages else 0
    columns = [
        place
        for place, stage in enumerate(stages)
        if place >= start and is_mostly_of_one_strand(view, stage, known)
    ]
    if not columns:
        return Lanes()
    first, last = columns[0], columns[-1]
    inside = set(stages[first : last + 1])
    everything: list[ViewBox | ViewGroup] = [*view.boxes, *view.groups]
    drawn = {one.strands[0] for one in everything if one.column in inside and len(one.strands) == 1}
    return Lanes(tuple(strand.id for strand in view.strands if strand.id in drawn), first, last)


def is_mostly_of_one_strand(view: View, stage: str, known: set[str]) -> bool:
    """Whether more than half of the boxes of a column belong to exactly one strand."""
    boxes = [box for box in view.boxes if box.column == stage]
    single = [box for box in boxes if len(box.strands) == 1 and box.strands[0] in known]
    return 2 * len(single) > len(boxes)


def tone_of(strands: tuple[str, ...], view: View) -> str:
    """The tone of what belongs to these strands: that of the only one, else "shared"."""
    if len(strands) == 1:
        for place, strand in enumerate(view.strands):
            if strand.id == strands[0]:
                return f"strand-{strand.tone if strand.tone >= 0 else place}"
    return "shared"
