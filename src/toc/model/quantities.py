"""`Quantity`: a count that knows its unit, so that families are never added to individuals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any, Literal, get_args

from toc.errors import TocError

__all__ = ["Qualifier", "Quantity", "total"]

Qualifier = Literal["at_least", "more_than", "estimate"]
"""How exact a count is: the number or more, more than the number, or a guess; None is exact."""

_WORDS: dict[str | None, str] = {
    None: "",
    "at_least": "at least ",
    "more_than": "more than ",
    "estimate": "about ",
}
_WEAKEST_LAST: tuple[Qualifier | None, ...] = (None, *get_args(Qualifier))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of `unit` (an id of `units`; None where none is given), as exact as `qualifier` says.

    `+` adds two of one unit. The sum is as weak as the weaker of the two: with an estimate it is an estimate;
    else "more than" where one says so (more than 35 and at least 5 are more than 40), else "at least". `sum`
    works too. `unit_label` is the unit in the words of the model, used in messages and in `str()` only.
    """

    count: int | float
    unit: str | None = None
    qualifier: Qualifier | None = None
    unit_label: str = field(default="", compare=False)

    def __add__(self, other: object) -> Quantity:
        """Add a count of the same unit.

        Raises `TocError` where the units differ, or where one has none: then nobody knows what it counts.
        """
        if not isinstance(other, Quantity):
            return NotImplemented
        self._refuse_other_units(other)
        weaker = max(self.qualifier, other.qualifier, key=_WEAKEST_LAST.index)
        return Quantity(self.count + other.count, self.unit, weaker, self.unit_label or other.unit_label)

    def __radd__(self, other: Any) -> Quantity:
        """Let `sum` begin with its 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __str__(self) -> str:
        return f"{_WORDS[self.qualifier]}{self.count:,} {self.unit_words}".rstrip()

    @property
    def unit_words(self) -> str:
        """The unit in words, its id where the model has no words for it, or "" where there is no unit."""
        return self.unit_label or self.unit or ""

    def _refuse_other_units(self, other: Quantity) -> None:
        if self.unit is None or other.unit is None:
            message = "a count without a unit cannot be added: nobody knows what it counts."
            raise TocError(message, hint="Give the output a `unit`.")
        if self.unit != other.unit:
            message = f"{self.unit_words} and {other.unit_words} are different units and cannot be added."
            raise TocError(message, hint="Add each unit by itself.")


def total(quantities: Iterable[Quantity | None]) -> Quantity | None:
    """Return the sum of some counts; None (not known) where one of them is not known, or where there are none.

    Missing is never zero. Raises `TocError` where units differ, as `+` does, known counts or not.
    """
    listed = tuple(quantities)
    known = [quantity for quantity in listed if quantity is not None]
    added = reduce(add, known) if known else None
    return added if len(known) == len(listed) else None
