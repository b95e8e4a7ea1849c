"""A table of counts by category as it can be shown to others: without small counts, nor what gives them away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from toc.errors import TocError
from toc.scoring import suppression
from toc.scoring.margins import Margin
from toc.scoring.publication import Publication
from toc.scoring.suppression import Cell, CountTable, Relation
from toc.scoring.tabulation import Tabulation
from toc.scoring.total_checks import TotalCheck

__all__ = ["published_tabulation", "tabulated_counts"]

_TOTAL: Cell = ("total", "", "")
_RANKS = {"cell": 0, "row": 10, "column": 10, "total": 20}


def published_tabulation(table: Tabulation, threshold: int, *, hide_zeros: bool) -> Tabulation:
    """Hide the counts below `threshold` and what would give them away, over all rows, columns and the total.

    An empty cell counts as what the printed totals leave for it. Raises `TocError` where they leave it open, since
    nobody can then say what a reader could work out, and where they contradict one another.
    """
    if table.conflicts:
        raise TocError(
            f"The printed totals of {table.source} cannot all be right: nobody can say what could be worked out.",
            hint="Add it up without publication to see which, and correct them or take them away.",
        )
    counts = tabulated_counts(table)
    small = counts.small(threshold, hide_zeros=hide_zeros)
    hidden = suppression.hidden_cells(counts, small, threshold, hide_zeros=hide_zeros) if small else frozenset()
    publication = Publication(threshold=threshold, zeros_hidden=hide_zeros, hidden=len(hidden))
    covered = frozenset((int(row), int(column)) for kind, row, column in hidden if kind == "cell")
    return replace(
        table,
        rows=_margins(table.rows, "row", hidden),
        columns=_margins(table.columns, "column", hidden),
        total=_without(table.total, ("count", "share")) if _TOTAL in hidden else table.total,
        cells=tuple(
            tuple(None if (row, column) in covered else count for column, count in enumerate(cells))
            for row, cells in enumerate(table.cells)
        ),
        hidden_cells=covered,
        checks=tuple(check for check in table.checks if _is_shown(check, table, hidden)),
        notes=(publication.line, *table.notes),
        empty_note="" if covered else table.empty_note,
        publication=publication,
    )


def tabulated_counts(table: Tabulation) -> CountTable:
    """Return every count that a table prints, and how they add up: cells to rows and columns, these to the total.

    Raises `TocError` where a count is not known and does not follow from the totals.
    """
    counts: dict[Cell, int | None] = {_TOTAL: table.total.count}
    counts |= {_row(number): row.count for number, row in enumerate(table.rows)}
    counts |= {_column(number): column.count for number, column in enumerate(table.columns)}
    counts |= {
        _cell(row, column): count for row, cells in enumerate(table.cells) for column, count in enumerate(cells)
    }
    relations = tuple(_relations(table))
    filled = _filled(counts, relations)
    known = {cell: count for cell, count in filled.items() if count is not None}
    if len(known) < len(filled):
        raise TocError(
            f"{table.source} has empty cells that its totals leave open: nobody can say what could be worked out.",
            hint="Fill them in, with 0 where nobody was counted, or leave the columns out.",
        )
    return CountTable(known, relations, {cell: _rank(cell, table) for cell in known})


def _relations(table: Tabulation) -> Iterator[Relation]:
    rows, columns = range(len(table.rows)), range(len(table.columns))
    yield Relation((_TOTAL,), tuple(map(_row, rows)))
    if columns:
        yield Relation((_TOTAL,), tuple(map(_column, columns)))
        yield from (Relation((_row(row),), tuple(_cell(row, column) for column in columns)) for row in rows)
        yield from (Relation((_column(column),), tuple(_cell(row, column) for row in rows)) for column in columns)


def _filled(counts: dict[Cell, int | None], relations: Sequence[Relation]) -> dict[Cell, int | None]:
    """Give empty cells what a known sum leaves for them: all of it to a single one, 0 to each where it is 0."""
    before = -1
    while before != (before := sum(count is None for count in counts.values())):
        for relation in relations:
            whole = counts[relation.whole[0]]
            empty = [cell for cell in relation.parts if counts[cell] is None]
            if whole is None or not empty:
                continue
            left = whole - sum(counts[cell] or 0 for cell in relation.parts)
            if left == 0 or len(empty) == 1:
                counts |= dict.fromkeys(empty, left)
    return counts


def _rank(cell: Cell, table: Tabulation) -> int:
    """Return what a reader would miss most: the total, then rows and columns, of which the not recorded first."""
    kind, row, column = cell
    margins = {"row": table.rows, "column": table.columns}.get(kind)
    is_missing = margins is not None and not margins[int(row or column)].recorded
    return _RANKS[kind] - is_missing


def _margins(margins: Sequence[Margin], kind: str, hidden: Collection[Cell]) -> tuple[Margin, ...]:
    gone = [{"row": _row, "column": _column}[kind](number) in hidden for number in range(len(margins))]
    all_gone = _TOTAL in hidden
    known_gone = all_gone or any(one and not margin.recorded for one, margin in zip(gone, margins, strict=True))
    fields = (
        _following(count=one, share=one or all_gone, known=margin.recorded and (one or known_gone))
        for one, margin in zip(gone, margins, strict=True)
    )
    return tuple(map(_without, margins, fields))


def _following(*, count: bool, share: bool, known: bool) -> tuple[str, ...]:
    flags = {"count": count, "share": share, "share_recorded": known}
    return tuple(field for field, is_gone in flags.items() if is_gone)


def _without(margin: Margin, fields: tuple[str, ...]) -> Margin:
    changes: dict[str, Any] = dict.fromkeys(fields)
    if "count" in fields:
        changes |= {"at_least": None, "caution": None}
    return replace(margin, hidden=fields, **changes)


def _is_shown(check: TotalCheck, table: Tabulation, hidden: Collection[Cell]) -> bool:
    if check.of == "total":
        return _TOTAL not in hidden
    margins, of = (table.rows, _row) if check.of == "row" else (table.columns, _column)
    return of([margin.name for margin in margins].index(check.name)) not in hidden


def _row(number: int) -> Cell:
    return ("row", str(number), "")


def _column(number: int) -> Cell:
    return ("column", "", str(number))


def _cell(row: int, column: int) -> Cell:
    return ("cell", str(row), str(column))
