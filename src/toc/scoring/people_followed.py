"""`PeopleFollowed`: how many people readings name, and how far they came."""

from __future__ import annotations

from dataclasses import dataclass

from toc.data import Readings, series_of
from toc.scoring.change import pair_of

__all__ = ["PeopleFollowed", "followed"]


@dataclass(frozen=True, slots=True)
class PeopleFollowed:
    """How many people are named, have an initial reading, two of one series to compare, a final one in these."""

    named: int
    begun: int
    with_two: int
    with_final: int


def followed(readings: Readings) -> PeopleFollowed:
    """Follow the people of readings in memory."""
    series = list(series_of(readings.rows).values())
    begun = {(row.site, row.person) for row in readings.rows if row.kind == "initial"}
    two, final = (
        {pair.person for pair in (pair_of(rows, final_only=only) for rows in series) if pair.latest is not None}
        for only in (False, True)
    )
    return PeopleFollowed(len(readings.people), len(begun), len(two), len(final))
