"""Counts by category as a person or a program reads them: a table, JSON or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator

from toc.reports.score_lines import Cells, columns_of, laid_out, wrapped
from toc.reports.spreadsheet_csv import spreadsheet_csv
from toc.scoring import Tabulation
from toc.scoring.publication import HIDDEN

__all__ = ["written_tabulation"]

_LABEL = 24
"""How many columns of the terminal a category has at least."""
_FEW = "n<10, n<5: few, so read shares with caution and think of who could be known by them."


def written_tabulation(table: Tabulation, kind: str, *, width: int = 80) -> str:
    """Return a table of counts as "table" (lines no wider than `width`), "json" or "csv".

    In JSON shares are unrounded fractions, and null is "not known" or, where `hidden` names it, hidden. In CSV an
    empty cell is "not known", and what is hidden is the word "hidden"; the unit and the source stand on every row.
    """
    if kind == "json":
        return json.dumps(table.to_dict(), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return _csv(table) if kind == "csv" else "\n".join(line.rstrip() for line in _text(table, width)) + "\n"


def _text(table: Tabulation, width: int) -> Iterator[str]:
    yield from ["SYNTHETIC DATA", ""] if table.synthetic else []
    yield from wrapped(f"{table.title} ({table.source})", width)
    yield ""
    grid = table.grid
    for columns in _blocks(table, width):
        headings = Cells(tuple(grid.headings[column] for column in columns))
        body = ((row[0], [row[column] for column in columns]) for row in grid.rows)
        yield from laid_out(grid.headings[0], headings, (row for row in body if any(row[1])), width)
        yield ""
    if any(row.caution for row in table.rows):
        yield from wrapped(_FEW, width, indent="  ")
    for line in table.lines:
        yield from wrapped(line, width, indent="  ")


def _blocks(table: Tabulation, width: int) -> Iterator[list[int]]:
    """Yield the columns of figures that stand beside each other, so that a line is wide enough for them.

    Where they do not all fit, the totals and shares stand in a table of their own.
    """
    grid = table.grid
    figures = range(1, len(grid.headings))
    needed = {at: 2 + max(columns_of(row[at]) for row in (grid.headings, *grid.rows)) for at in figures}
    if _LABEL + sum(needed.values()) <= width:
        yield list(figures)
        return
    block: list[int] = []
    for at in range(1, len(table.columns) + 1):
        if block and _LABEL + sum(needed[one] for one in (*block, at)) > width:
            yield block
            block = []
        block.append(at)
    yield from filter(None, [block])
    yield list(range(len(table.columns) + 1, len(grid.headings)))


def _csv(table: Tabulation) -> str:
    shared = {"unit": table.unit or None, "source": table.source, "synthetic": table.synthetic}
    if table.publication is not None:
        shared["publication"] = table.publication.line
    listed = zip(table.to_dicts(), table.hidden_names, strict=True)
    return spreadsheet_csv([{**row, **dict.fromkeys(gone, HIDDEN), **shared} for row, gone in listed])
