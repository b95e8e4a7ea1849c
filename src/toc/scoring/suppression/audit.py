"""`Audit`: which hidden counts a reader can work out after all, exactly or nearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from toc.scoring.suppression.count_table import Cell, CountTable
from toc.scoring.suppression.departures import Departure, Departures
from toc.scoring.suppression.neighbourhoods import Neighbourhoods

__all__ = ["Audit"]

_MOST_KEPT = 50


class Audit:
    """Tries to work out hidden counts from what is printed; how they were hidden it does not know.

    A cell is safe only where two sets of whole numbers are at hand that both fit everything printed and lie at
    least `width` apart in it. A hidden count is at least `least`. Such sets are looked for near the cell first, as
    by a reader who knew all other counts too: whom that reader cannot tell, nobody can. Then they are looked for
    among all cells that hang together with it, so that none is called told that is not.

    They are kept as departures from the true counts, and one serves for as long as all cells that it changes are
    hidden.
    """

    def __init__(self, table: CountTable, width: int, *, least: int) -> None:
        self._table = table
        self._width = width
        self._least = least
        self._near = Neighbourhoods(table, width)
        self._holds = table.holds()
        self._departures: dict[Cell, dict[int, Departure]] = defaultdict(dict)
        self._latest: dict[frozenset[Cell], Departures] = {}

    def told(self, hidden: Collection[Cell], of: Collection[Cell] | None = None) -> Iterator[Cell]:
        """Yield those cells (of all hidden ones, or of these) that can be told to within less than the width."""
        among = frozenset(hidden)
        fits = self._holds and all(self._table.counts[cell] >= self._least for cell in among)
        for cell in self._table.counts if of is None else of:
            if cell in among and not (fits and (self._is_safe(cell, among) or self._found(cell, among))):
                yield cell

    def allows(self, cell: Cell, hidden: Collection[Cell]) -> bool:
        """Tell whether no other of these hidden cells can be told where this one is shown after all.

        The others must be safe while it is hidden, so only those that are so through it are looked at.
        """
        through = list(self._departures[cell].values())
        leaning = dict.fromkeys(each for departure in through for each in departure if each != cell)
        if any(self.told(frozenset(hidden) - {cell}, leaning)):
            return False
        for departure in through:
            for each in departure:
                del self._departures[each][id(departure)]
        return True

    def _is_safe(self, cell: Cell, hidden: frozenset[Cell]) -> bool:
        low = high = 0
        for departure in self._departures[cell].values():
            if departure.keys() <= hidden:
                low, high = min(low, departure[cell]), max(high, departure[cell])
        return high - low >= self._width

    def _found(self, cell: Cell, hidden: frozenset[Cell]) -> bool:
        """Look for sets of numbers that lie far enough apart in a cell, and keep them."""
        for cells in self._near.around(cell, hidden):
            departures = self._departures_of(cells)
            unsure = [each for each in cells if not self._is_safe(each, hidden)]
            for step in (self._width, -self._width):
                if (departure := departures.farthest(cell, step, over=unsure)) is not None:
                    for each in departure:
                        self._departures[each][id(departure)] = departure
                if self._is_safe(cell, hidden):
                    return True
        return False

    def _departures_of(self, cells: frozenset[Cell]) -> Departures:
        if cells not in self._latest:
            if len(self._latest) >= _MOST_KEPT:
                self._latest.clear()
            relations = dict.fromkeys(
                relation for cell in sorted(cells) for relation in self._near.relations(cell)
            )
            self._latest[cells] = Departures(self._table.counts, cells, tuple(relations), self._least)
        return self._latest[cells]
