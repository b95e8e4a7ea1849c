"""`SeriesPacking`: how the codes of readings are put into one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.cell_codes import KINDS
from toc.data.frames.whole_parts import remainder, whole_part

__all__ = ["SeriesPacking"]

_SOLVED = 4
"""How many readings of a series follow from the first, the latest, their sum and that of their squares."""

_EXACT = 1 << 53
_NARROW = 1 << 31


@dataclass(frozen=True, slots=True)
class SeriesPacking:
    """How codes are put into one number: as digits whose bases are the numbers of different codes.

    `days` are the codes of days from the first to the last one of the readings.
    """

    sites: int
    indicators: int
    informants: int
    scores: int
    days: range

    @property
    def place(self) -> nw.Expr:
        """Return the site, indicator and informant of a row as one number."""
        site = nw.col("site") * self.indicators + nw.col("indicator")
        place = site * self.informants + nw.col("informant")
        return place.cast(_whole(self.sites * self.indicators * self.informants))

    @property
    def later(self) -> int:
        """The first moment of later readings, before which are those of all initial ones."""
        return 2 * len(self.days)

    @property
    def moment(self) -> nw.Expr:
        """Return the day and kind of a row as one number: initial ones, then by day, final ones last on a day."""
        kind, day = nw.col("kind"), (nw.col("day") - self.days.start) * 2
        # No number is made of true and false, which not every database does.
        final = nw.when(kind == len(KINDS) - 1).then(nw.lit(self.later + 1, nw.Int64))
        return day + final.otherwise(
            nw.when(kind > 0).then(nw.lit(self.later, nw.Int64)).otherwise(nw.lit(0, nw.Int64))
        )

    @property
    def half(self) -> int:
        """The first number for moment and score of later readings."""
        return self.later * self.scores

    @property
    def number(self) -> Any:
        """The kind of numbers for moment and score."""
        return _whole(2 * self.half)

    @property
    def timed(self) -> nw.Expr:
        """Return the moment and score of a row as one number."""
        return nw.col("moment") * self.scores + nw.col("score")

    @property
    def solved(self) -> int:
        """Up to how many readings of a series are all known: sums of squares must be exact."""
        return _SOLVED if 2 * _SOLVED * (2 * self.half) ** 2 < _EXACT else 2

    def codes(self, place: int) -> tuple[int, int, int]:
        """Return the codes of the site, the indicator and the informant of a place."""
        rest, informant = divmod(place, self.informants)
        return *divmod(rest, self.indicators), informant

    def site(self) -> nw.Expr:
        """Return the code of the site of a place."""
        return whole_part(nw.col("place"), self.indicators * self.informants).cast(nw.Int64)

    def indicator(self) -> nw.Expr:
        """Return the code of the indicator of a place."""
        return remainder(whole_part(nw.col("place"), self.informants), self.indicators).cast(nw.Int64)

    def informant(self) -> nw.Expr:
        """Return the code of the informant of a place."""
        return remainder(nw.col("place"), self.informants).cast(nw.Int64)

    def score_in(self, column: str) -> nw.Expr:
        """Return the code of the score in a number for moment and score, where it is not `ABSENT`."""
        return remainder(nw.col(column), self.scores).cast(nw.Int64)


def _whole(numbers: int) -> Any:
    """Return the narrow kind of whole numbers where it holds so many, since millions of rows have them."""
    return nw.Int32 if numbers < _NARROW else nw.Int64
