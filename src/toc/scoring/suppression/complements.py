"""Cells that are hidden for the sake of others, so that no small count can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from toc.errors import TocError
from toc.scoring.suppression.count_table import Cell, CountTable, PrintedTable, Relation
from toc.scoring.suppression.disclosures import Audit
from toc.scoring.suppression.hidden_sums import hidden_sum

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
    the audit allows it, what a reader would miss most first; that takes an audit for each of them, and no more
    than `most_tried` are tried (None: all). A zero is hidden only with `hide_zeros`. Nothing is hidden where
    nothing is sensitive. Raises `TocError` where nothing that can be hidden helps, as where a zero is sensitive
    but zeros are shown.
    """
    least = 0 if hide_zeros else 1
    audit = Audit(width)
    hidden = _loosened(table, {*sensitive, *also}, width, least)
    while told := next(audit.disclosures(table.printed(hidden, least=least)), None):
        more = _nearby(table, told.cell, table.printed(hidden, least=least))
        if not more:
            raise TocError("These numbers cannot be hidden so that none can be worked out.")
        hidden = _loosened(table, hidden | more, width, least)
    missed = sorted(hidden - set(sensitive), key=lambda cell: _cost(table, cell), reverse=True)
    for cell in missed[:most_tried]:
        if not any(audit.disclosures(table.printed(hidden - {cell}, least=least))):
            hidden.remove(cell)
    return frozenset(hidden)


def _loosened(table: CountTable, hidden: Collection[Cell], width: int, least: int) -> set[Cell]:
    """Hide one more cell of every relation that alone tells a hidden one, until there is no such relation."""
    loose: set[Cell] = set(hidden)
    before = -1
    while before < len(loose):
        before = len(loose)
        for relation in table.relations:
            printed = table.printed(loose, least=least)
            if _tells(relation, printed, width):
                loose |= _least_missed(table, [relation], printed)
    return loose


def _nearby(table: CountTable, told: Cell, printed: PrintedTable) -> set[Cell]:
    """Return a cell of a relation with the one that is told, else one of the table; empty where none is left."""
    near = [relation for relation in table.relations if told in relation.cells]
    return _least_missed(table, near, printed) or _least_missed(table, table.relations, printed)


def _least_missed(table: CountTable, relations: Iterable[Relation], printed: PrintedTable) -> set[Cell]:
    cells = {cell for relation in relations for cell in relation.cells}
    shown = [cell for cell in cells if printed.shown.get(cell, -1) >= printed.least]
    return {min(shown, key=lambda cell: _cost(table, cell))} if shown else set()


def _tells(relation: Relation, printed: PrintedTable, width: int) -> bool:
    """Tell whether a relation, looked at alone, leaves too few values for a hidden cell in it."""
    found = hidden_sum(relation, printed)
    if found is None:
        return False
    if len(found.factors) == 1 and not found.at_most:
        return True
    if min(found.factors.values()) < 0 < max(found.factors.values()) or (found.at_most and found.known < 0):
        return False
    return abs(found.known) - printed.least * sum(map(abs, found.factors.values())) < width


def _cost(table: CountTable, cell: Cell) -> tuple[int, int, Cell]:
    return table.rank.get(cell, 0), table.counts[cell], cell
