"""Which printed totals of a table with empty cells cannot all be right, though each may be right by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toc.scoring.table_sum import TableSum

__all__ = ["NamedSum", "margin_conflicts"]

_LEAD = "The printed totals cannot all be right:"


class NamedSum(NamedTuple):
    """A row or a column by its name, added up."""

    name: str
    sum: TableSum


def margin_conflicts(
    rows: Sequence[NamedSum],
    columns: Sequence[NamedSum],
    cells: Sequence[Sequence[int | None]],
    printed: int | None,
) -> tuple[str, ...]:
    """Say in a line each where rows and columns contradict one another, or the grand total `printed`.

    `cells` are those of each row; None is an empty one. What its row leaves for an empty cell, its column must
    leave too, and rows and columns are the same people. Totals that their own cells contradict are told elsewhere.
    """
    if not columns:
        return ()
    turned = list(zip(*cells, strict=True))
    found = (
        *_single_cells(rows, columns, cells),
        *_too_little(("row", "column"), rows, columns, cells),
        *_too_little(("column", "row"), columns, rows, turned),
        *_sums(_whole(rows), _whole(columns), printed),
    )
    return tuple(f"{_LEAD} {line}." for line in found)


def _single_cells(
    rows: Sequence[NamedSum], columns: Sequence[NamedSum], cells: Sequence[Sequence[int | None]]
) -> Iterator[str]:
    for row, counts in zip(rows, cells, strict=True):
        for column, count in zip(columns, counts, strict=True):
            by_row, by_column = row.sum.left_for_empty, column.sum.left_for_empty
            if (
                count is None
                and _is_alone(row, column)
                and None not in (by_row, by_column)
                and by_row != by_column
            ):
                yield (
                    f'the empty cell of row "{row.name}" and column "{column.name}" would have to be {by_row} by '
                    f"its row and {by_column} by its column"
                )


def _too_little(
    words: tuple[str, str],
    lines: Sequence[NamedSum],
    across: Sequence[NamedSum],
    cells: Sequence[Sequence[int | None]],
) -> Iterator[str]:
    """Tell lines that leave more for their empty cells than the lines across leave for all of theirs."""
    of, other = words
    for line, counts in zip(lines, cells, strict=True):
        left = line.sum.left_for_empty
        crossed = [one for one, count in zip(across, counts, strict=True) if count is None]
        limits = [one.sum.left_for_empty for one in crossed]
        known = [limit for limit in limits if limit is not None]
        if left is None or len(known) < len(limits) or sum(known) >= left:
            continue
        if not (len(crossed) == 1 and _is_alone(line, crossed[0])):
            their = f'{other} "{crossed[0].name}"' if len(crossed) == 1 else f"their {other}s"
            yield f'{of} "{line.name}" leaves {left} for what is empty in it, and {their} only {sum(known)}'


def _sums(rows: TableSum, columns: TableSum, printed: int | None) -> Iterator[str]:
    if _contradict(rows, columns):
        yield f"the rows add up to {_shown(rows)}, and the columns to {_shown(columns)}"
    elif printed is not None and rows.empty and columns.empty and columns.known > printed:
        yield f"the columns add up to {_shown(columns)}, and the total is {printed}"


def _contradict(one: TableSum, other: TableSum) -> bool:
    if one.empty and other.empty:
        return False
    if one.empty or other.empty:
        least, exact = (one, other) if one.empty else (other, one)
        return least.known > exact.known
    return one.known != other.known


def _whole(lines: Sequence[NamedSum]) -> TableSum:
    counts = [line.sum.known if line.sum.count is None else line.sum.count for line in lines]
    return TableSum(sum(counts), sum(line.sum.count is None for line in lines))


def _shown(whole: TableSum) -> str:
    return f"at least {whole.known}" if whole.empty else str(whole.known)


def _is_alone(row: NamedSum, column: NamedSum) -> bool:
    return row.sum.empty == 1 and column.sum.empty == 1
