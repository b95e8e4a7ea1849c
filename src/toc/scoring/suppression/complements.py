"""Cells that are hidden for the sake of others, so that no small count can be worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from toc.errors import TocError
from toc.scoring.suppression.audit import Audit
from toc.scoring.suppression.count_table import Cell, CountTable, Relation
from toc.scoring.suppression.hidden_sum import hidden_sum

__all__ = ["hidden_cells"]


def hidden_cells(
    table: CountTable,
    sensitive: Collection[Cell],
    width: int,
    *,
    hide_zeros: bool = False,
    also: Collection[Cell] = (),
    most_tried: int | None = None,
) -> frozenset[Cell]:
    """Return the `sensitive` cells and those that must be hidden with them.

    Others are hidden, those that a reader would miss least first, until the audit finds no hidden cell that
    could be told to within less than `width`; to begin with, those in `also` are. Then each is shown again where
    the audit allows it, what a reader would miss most first; no more than `most_tried` are tried (None: all). A
    zero is hidden only with `hide_zeros`. Nothing is hidden where nothing is sensitive. Raises `TocError` where
    nothing that can be hidden helps, as where a zero is sensitive but zeros are shown.
    """
    least = 0 if hide_zeros else 1
    audit = Audit(table, width, least=least)
    pattern = _Pattern(table, width, least)
    pattern.hide({*sensitive, *also})
    unsure = list(pattern.hidden_in_order)
    while told := next(audit.told(pattern.hidden, unsure), None):
        before = set(pattern.hidden)
        pattern.hide(pattern.nearby(told))
        more = [cell for cell in pattern.hidden_in_order if cell not in before]
        unsure = [*unsure[unsure.index(told) :], *more]
    missed = sorted(pattern.hidden - set(sensitive), key=pattern.cost, reverse=True)
    for cell in missed[:most_tried]:
        if audit.allows(cell, pattern.hidden):
            pattern.hidden.remove(cell)
    return frozenset(pattern.hidden)


class _Pattern:
    """Which cells are `hidden` so far, and what is hidden next."""

    def __init__(self, table: CountTable, width: int, least: int) -> None:
        self.hidden: set[Cell] = set()
        self._table = table
        self._width = width
        self._least = least
        self._shown = dict(table.counts)
        self._numbers: dict[Cell, list[int]] = defaultdict(list)
        for number, relation in enumerate(table.relations):
            for cell in relation.factors:
                self._numbers[cell].append(number)

    @property
    def hidden_in_order(self) -> Iterable[Cell]:
        """The hidden cells in the order of the table."""
        return (cell for cell in self._table.counts if cell in self.hidden)

    def hide(self, cells: Collection[Cell]) -> None:
        """Hide cells, and one more of every relation that alone tells a hidden one, until there is none."""
        ahead = [(0, number) for number in self._touched_by(cells)]
        heapify(ahead)
        waiting = set(ahead)
        while ahead:
            turn = heappop(ahead)
            waiting.remove(turn)
            sweep, number = turn
            relation = self._table.relations[number]
            found = hidden_sum(relation, self._shown)
            tells = found is not None and found.tells(self._width, least=self._least)
            more = self._least_missed([relation]) if tells else set()
            for touched in self._touched_by(more):
                later = (sweep + (touched <= number), touched)
                if later not in waiting:
                    waiting.add(later)
                    heappush(ahead, later)

    def nearby(self, told: Cell) -> set[Cell]:
        """Return a cell of a relation with the one that is told, else one of the table."""
        near = [self._table.relations[number] for number in self._numbers[told]]
        more = self._least_missed(near) or self._least_missed(self._table.relations)
        if not more:
            raise TocError("These numbers cannot be hidden so that none can be worked out.")
        return more

    def cost(self, cell: Cell) -> tuple[int, int, Cell]:
        """Return how much a reader would miss a cell: the more, the higher."""
        return self._table.rank.get(cell, 0), self._table.counts[cell], cell

    def _touched_by(self, cells: Iterable[Cell]) -> set[int]:
        """Hide cells, and return the relations in which they stand."""
        touched: set[int] = set()
        for cell in cells:
            self.hidden.add(cell)
            self._shown.pop(cell, None)
            touched.update(self._numbers[cell])
        return touched

    def _least_missed(self, relations: Iterable[Relation]) -> set[Cell]:
        cells = {cell for relation in relations for cell in relation.cells}
        shown = [cell for cell in cells if self._shown.get(cell, -1) >= self._least]
        return {min(shown, key=self.cost)} if shown else set()
