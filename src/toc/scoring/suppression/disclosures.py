"""`Disclosure`: a hidden count that a reader can work out after all, exactly or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toc.scoring.suppression.count_table import Cell, PrintedTable
from toc.scoring.suppression.fitting_counts import FittingCounts
from toc.scoring.suppression.hidden_sums import determined_cells, hidden_sums

__all__ = ["Audit", "Disclosure"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A hidden cell of which the printed counts leave one value only (`exact`), or too few."""

    cell: Cell
    exact: bool


class Audit:
    """Tries to work out hidden counts from what is printed; how they were hidden it does not know.

    A cell is safe only where two sets of whole numbers are at hand that both fit everything printed and lie at
    least `width` apart in it. It is disclosed exactly where it follows from the sums alone (it is in their row
    space), and nearly where the smallest and the largest count that fit lie closer than `width`.

    Sets that were found are kept for the next table of the same cells and relations, and checked against it.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._found: list[Mapping[Cell, int]] = []

    def disclosures(self, printed: PrintedTable) -> Iterator[Disclosure]:
        """Yield the hidden cells that a reader can tell to within less than `width`, the exact ones first."""
        ranges = _Ranges(printed.hidden, self._width)
        for counts in reversed(self._found):
            if not ranges.narrow:
                return
            if _agrees(counts, printed):
                ranges.widen(counts)
        unsure = [cell for cell in printed.hidden if cell in ranges.narrow]
        sums = hidden_sums(printed)
        exact = determined_cells(sums)
        yield from (Disclosure(cell, exact=True) for cell in unsure if cell in exact)
        fitting = FittingCounts(printed, sums, self._width)
        for cell in unsure:
            if cell not in exact and self._is_narrow(cell, printed, fitting, ranges):
                yield Disclosure(cell, exact=False)

    def _is_narrow(self, cell: Cell, printed: PrintedTable, fitting: FittingCounts, ranges: _Ranges) -> bool:
        for largest in (True, False):
            if cell in ranges.narrow and (counts := fitting.extreme(cell, largest=largest)) is not None:
                self._found.append({**printed.shown, **counts})
                ranges.widen(counts)
        return cell in ranges.narrow


class _Ranges:
    """Which cells are still `narrow`: the counts seen of them lie closer than `width`."""

    def __init__(self, cells: Iterable[Cell], width: int) -> None:
        self.narrow = dict.fromkeys(cells)
        self._width = width
        self._ends: dict[Cell, tuple[int, int]] = {}

    def widen(self, counts: Mapping[Cell, int]) -> None:
        for cell in list(self.narrow):
            count = counts[cell]
            low, high = self._ends.get(cell, (count, count))
            self._ends[cell] = low, high = min(low, count), max(high, count)
            if high - low >= self._width:
                del self.narrow[cell]


def _agrees(counts: Mapping[Cell, int], printed: PrintedTable) -> bool:
    """Tell whether counts that fitted all relations once are also those of this table."""
    shown = all(counts[cell] == count for cell, count in printed.shown.items())
    return shown and all(counts[cell] >= printed.least for cell in printed.hidden)
