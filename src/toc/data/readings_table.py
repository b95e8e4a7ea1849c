"""`ReadingsTable`: readings that stay in the library or the database that holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from toc.data.dataset import Dataset
from toc.data.readings import Readings
from toc.data.row_faults import FaultCount, fault_lines
from toc.errors import TocError

__all__ = ["ReadingsTable", "SeriesCodes"]


@dataclass(frozen=True, slots=True)
class SeriesCodes:
    """What the numbers of series stand for: a code is the place of a name or a score here."""

    sites: tuple[str, ...] = ("",)
    indicators: tuple[str, ...] = ()
    informants: tuple[str, ...] = ("",)
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class ReadingsTable(Dataset):
    """A table of readings that is counted where it is, and never becomes rows of Python.

    `faults` are the first five rows of each fault, and `fault_counts` say how many there are. `series` is a
    table of narwhals with one row per person, indicator and informant, made of the rows that can be used:

    - `person`; `place`, from which come its site, indicator and informant;
    - `first`, the day and score of the first initial reading; `latest`, of the latest follow-up or final one. -1
      where there is none.

    `usable` returns the rows of which they are made: `person`, `place`, `moment` and `score`. `codes` says what
    these numbers mean. `people` counts, by site, everybody whom the table names, also those none of whose rows can
    be used; None where each of them has a series. `indicators` and `informants` are those of usable rows,
    `packing` is how codes are put into one number.
    """

    fault_counts: tuple[FaultCount, ...] = ()
    series: Any = field(default=None, compare=False)
    usable: Callable[[], Any] = field(compare=False, kw_only=True)
    packing: Any = field(default=None, compare=False)
    kept: Any = field(default=None, compare=False)
    codes: SeriesCodes = SeriesCodes()
    people: Mapping[str, int] | None = None
    indicators: frozenset[str] = frozenset()
    informants: frozenset[str] = frozenset()
    several_informants: bool = False
    has_sites: bool = False
    usable_rows: int = 0
    reread: Callable[[], Readings] | None = field(default=None, compare=False)

    def in_rows(self) -> Readings:
        """Return the same data read row by row, for what cannot be counted where they are.

        Raises `TocError` where they are too large for it.
        """
        if self.reread is None:
            raise TocError(f"{self.name} cannot be read row by row.", hint="Give the table itself.")
        return self.reread()

    @property
    def fault_lines(self) -> tuple[str, ...]:
        """One line per kind of fault: how many rows, which are the first, and what is wrong with them."""
        return fault_lines(self.fault_counts)

    @property
    def rows_left_out(self) -> int:
        """How many rows take part in no score because something is wrong with them."""
        return sum(each.rows for each in self.fault_counts if each.left_out)
