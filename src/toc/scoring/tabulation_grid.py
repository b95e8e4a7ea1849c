"""`Grid`: a table of counts as people read it, with its totals, shares and marks, in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toc.scoring.margins import Margin
from toc.scoring.publication import HIDDEN

__all__ = ["Grid", "tabulation_grid"]

_OF_ALL = "of all"
_OF_RECORDED = "of recorded"


@dataclass(frozen=True, slots=True)
class Grid:
    """The heading of every column and the cells of every row, a label first; empty text is "not known"."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tabulation_grid(
    rows: Sequence[Margin],
    columns: Sequence[Margin],
    total: Margin,
    cells: Sequence[Sequence[int | None]],
    hidden: frozenset[tuple[int, int]],
    *,
    by: str,
    unit: str,
) -> Grid:
    """Lay a table out: a row for each category, the total, and the shares of the columns below it.

    Shares of those recorded are left out where everybody's category (or column) is known, and so are marks where
    no number is small.
    """
    beside = _beside(rows)
    counted = "total" if columns else unit or "count"
    headings = (by, *(column.name for column in columns), counted, *(_OF_ALL, *beside)[: 1 + len(beside)])
    body = [
        (row.name, *_cells(number, counts, hidden), _count(row), *_figures(row, beside))
        for number, (row, counts) in enumerate(zip(rows, cells, strict=True))
    ]
    empty = ("",) * len(beside)
    body.append(("Total", *map(_count, columns), _count(total), "", *empty))
    if columns:
        body.extend(_below(columns, ("", "", *empty)))
    return Grid(headings, tuple(body))


def _beside(rows: Sequence[Margin]) -> tuple[str, ...]:
    marked = any(row.caution for row in rows)
    missing = not all(row.recorded for row in rows)
    return (*((_OF_RECORDED,) if missing else ()), *(("",) if marked else ()))


def _figures(row: Margin, beside: Sequence[str]) -> Iterator[str]:
    yield _share(row, "share")
    for heading in beside:
        yield _share(row, "share_recorded") if heading else row.caution or ""


def _below(columns: Sequence[Margin], rest: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield (_OF_ALL, *(_share(column, "share") for column in columns), *rest)
    if not all(column.recorded for column in columns):
        yield (_OF_RECORDED, *(_share(column, "share_recorded") for column in columns), *rest)


def _cells(number: int, counts: Sequence[int | None], hidden: frozenset[tuple[int, int]]) -> Iterator[str]:
    for column, count in enumerate(counts):
        yield HIDDEN if (number, column) in hidden else "" if count is None else str(count)


def _count(margin: Margin) -> str:
    if "count" in margin.hidden:
        return HIDDEN
    if margin.count is not None:
        return str(margin.count)
    return f"{margin.at_least}+" if margin.at_least else ""


def _share(margin: Margin, field: str) -> str:
    if field in margin.hidden:
        return HIDDEN
    share = getattr(margin, field)
    return "" if share is None else f"{100 * share:.1f} %"
