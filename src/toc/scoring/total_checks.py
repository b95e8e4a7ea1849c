"""`TotalCheck`: a printed total beside the sum of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from toc.scoring.table_sum import TableSum

__all__ = ["TotalCheck"]


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A printed total beside the sum of its cells: of a row, a column or the whole table (`name` "total").

    `elsewhere` says that it is not the table that prints it.
    """

    of: Literal["row", "column", "total"]
    name: str
    sum: TableSum
    elsewhere: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the printed total can be right."""
        return bool(self.sum.agrees)

    @property
    def line(self) -> str:
        """Say in one line what is printed and what its cells add up to."""
        what = "The total" if self.of == "total" else f'{self.of.capitalize()} "{self.name}"'
        where = "given elsewhere" if self.elsewhere else "printed"
        least = "at least " if self.sum.empty else ""
        return f"{what}: {where} as {self.sum.printed}, but its cells add up to {least}{self.sum.known}."

    def to_dict(self) -> dict[str, Any]:
        """Return the check as plain values; `empty` is how many of the cells are not known."""
        return {
            "of": self.of,
            "name": self.name,
            "printed": self.sum.printed,
            "summed": self.sum.known,
            "empty": self.sum.empty,
            "elsewhere": self.elsewhere,
            "agrees": self.agrees,
        }
