"""Counts by category, read from a table and added up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from toc.data import Source
from toc.data.category_counts import CategoryCounts, plain_name, read_category_counts
from toc.errors import TocError
from toc.scoring.figures import caution_of
from toc.scoring.margin_conflicts import NamedSum, margin_conflicts
from toc.scoring.margins import Margin
from toc.scoring.synthetic_stamp import SYNTHETIC
from toc.scoring.table_sum import TableSum, table_sum
from toc.scoring.tabulation import Tabulation
from toc.scoring.total_checks import TotalCheck

__all__ = ["tabulate"]


class _Line(NamedTuple):
    """A row or a column of the table, or the whole of it, added up."""

    of: Literal["row", "column", "total"]
    name: str
    recorded: bool
    sum: TableSum


def tabulate(
    source: Source,
    *,
    unit: str = "",
    against: Mapping[str, int] | None = None,
    not_recorded: Collection[str] | None = None,
) -> Tabulation:
    """Add up a published table of counts by category, such as children by age or offenders by contact and sex.

    The first column names the categories and every other one counts; a row "Total" and a column `total` hold the
    totals that are printed, which are checked and not counted. An empty cell is not known, and never 0. `unit`
    says what is counted, where a column `unit` or the heading of a single count does not. `against` gives numbers
    that another place prints, by the name of a category, a column or "total". `not_recorded` names the categories
    and columns of those whose category is not known; without it they are told by words such as "not recorded".

    Raises `TocError` where the table cannot be read or added up (see `read_category_counts`), or `against` names
    what is not in it.
    """
    counts = read_category_counts(source, unit=unit, not_recorded=not_recorded)
    rows, columns = _rows(counts), _columns(counts)
    whole = _whole(counts, rows, columns)
    lines = (*rows, *columns, whole)
    printed = (TotalCheck(line.of, line.name, line.sum) for line in lines if line.sum.printed is not None)
    elsewhere = _elsewhere(lines, against or {}, counts.name)
    return Tabulation(
        source=counts.name,
        by=counts.by,
        unit=counts.unit,
        rows=_margins(rows, whole),
        columns=_margins(columns, whole),
        cells=tuple(row.counts if counts.columns else () for row in counts.rows),
        total=replace(_margins([whole], whole)[0], share_recorded=None),
        checks=(*printed, *elsewhere),
        synthetic=counts.synthetic,
        notes=tuple(_notes(counts, (*rows, *columns))),
        empty_note=_empty_note(rows),
        conflicts=margin_conflicts(
            [NamedSum(line.name, line.sum) for line in rows],
            [NamedSum(line.name, line.sum) for line in columns],
            [row.counts for row in counts.rows],
            whole.sum.printed,
        ),
    )


def _rows(counts: CategoryCounts) -> list[_Line]:
    return [_Line("row", row.name, row.recorded, table_sum(row.counts, row.total)) for row in counts.rows]


def _columns(counts: CategoryCounts) -> list[_Line]:
    printed = counts.printed.counts if counts.printed else (None,) * len(counts.columns)
    return [
        _Line("column", name, recorded, table_sum((row.counts[place] for row in counts.rows), printed[place]))
        for place, (name, recorded) in enumerate(zip(counts.columns, counts.recorded, strict=True))
    ]


def _whole(counts: CategoryCounts, rows: Sequence[_Line], columns: Sequence[_Line]) -> _Line:
    """Add the table up by its rows, or by its columns where only they are known."""
    printed = None
    if counts.printed is not None:
        printed = counts.printed.total if counts.columns else counts.printed.counts[0]
    sums = [_sum_of_sums(lines, printed) for lines in (rows, columns) if lines]
    found = next((found for found in sums if not found.empty), sums[0])
    return _Line("total", "total", recorded=True, sum=found)


def _sum_of_sums(lines: Sequence[_Line], printed: int | None) -> TableSum:
    known = sum(line.sum.known if line.sum.count is None else line.sum.count for line in lines)
    return TableSum(known, sum(line.sum.count is None for line in lines), printed)


def _margins(lines: Sequence[_Line], whole: _Line) -> tuple[Margin, ...]:
    everybody = whole.sum.count
    missing = table_sum(line.sum.count for line in lines if not line.recorded)
    known = None if everybody is None or missing.empty else everybody - missing.known
    return tuple(
        Margin(
            name=line.name,
            recorded=line.recorded,
            count=line.sum.count,
            at_least=line.sum.known if line.sum.count is None else line.sum.count,
            share=_share(line.sum.count, everybody),
            share_recorded=_share(line.sum.count, known) if line.recorded else None,
            caution=caution_of(line.sum.count or 0),
        )
        for line in lines
    )


def _share(count: int | None, whole: int | None) -> float | None:
    return count / whole if count is not None and whole else None


def _elsewhere(lines: Iterable[_Line], against: Mapping[str, int], source: str) -> Iterator[TotalCheck]:
    named = {plain_name(line.name): line for line in lines}
    for name, number in against.items():
        line = named.get(plain_name(name))
        if line is None:
            hint = 'Write the name of a category, of a column, or "total".'
            raise TocError(f'{source} has no category or column "{name}" to hold {number} against.', hint=hint)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise TocError(f'What is held against "{name}" must be a whole number, 0 or more.')
        count = line.sum.count
        known = TableSum(line.sum.known, line.sum.empty, number) if count is None else TableSum(count, 0, number)
        yield TotalCheck(line.of, line.name, known, elsewhere=True)


def _notes(counts: CategoryCounts, lines: Iterable[_Line]) -> Iterator[str]:
    if counts.synthetic:
        yield SYNTHETIC
    if not counts.unit:
        yield "What is counted is not said: there is no column `unit`, and no unit was given."
    if missing := [line.name for line in lines if not line.recorded]:
        yield f"Not recorded, and kept apart: {'; '.join(missing)}."


def _empty_note(rows: Sequence[_Line]) -> str:
    """Say how many cells are empty, and whether the printed totals of their rows leave anything for them."""
    empty = sum(line.sum.empty for line in rows)
    if not empty:
        return ""
    cells = "1 cell is" if empty == 1 else f"{empty} cells are"
    left = {line.sum.left_for_empty for line in rows if line.sum.empty}
    fits = " The printed totals of the rows leave 0 for them." if left == {0} else ""
    return f"{cells} empty: not known, and not taken for 0.{fits}"
