"""`Tabulation`: a published table of counts by category, added up, with shares and its printed totals checked."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from toc.data import made_tables
from toc.data.made_tables.column_kinds import ColumnKinds
from toc.graph.html_table import html_table
from toc.model import Quantity
from toc.scoring.margins import Margin
from toc.scoring.publication import Publication
from toc.scoring.tabulation_grid import Grid, tabulation_grid
from toc.scoring.total_checks import TotalCheck

__all__ = ["Tabulation"]

_KINDS: ColumnKinds = {
    "recorded": "flag",
    "count": "count",
    "at_least": "count",
    "share": "number",
    "share_recorded": "number",
    "caution": "text",
    "hidden": "text",
    "unit": "text",
    "source": "text",
    "synthetic": "flag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabulation:
    """Counts of one unit by category, and perhaps by columns, in the order of the table.

    `by` is what the categories are of, `unit` what is counted ("" where the table does not say), `source` the
    name of the data. `cells` holds a row of counts for each category, one per column and none where there are no
    columns; None is an empty cell, not known and never 0, or one of `hidden_cells` (row and column, from 0).
    `checks` are all printed totals beside their sums, `conflicts` lines on those that cannot all be right beside
    one another, `empty_note` a line on empty cells, "" where there are none. `publication` says what was hidden by
    `for_publication`, None for a table that is not for publication.
    """

    source: str
    by: str
    unit: str
    rows: tuple[Margin, ...]
    columns: tuple[Margin, ...]
    cells: tuple[tuple[int | None, ...], ...]
    total: Margin
    checks: tuple[TotalCheck, ...]
    synthetic: bool
    notes: tuple[str, ...]
    empty_note: str = ""
    conflicts: tuple[str, ...] = ()
    hidden_cells: frozenset[tuple[int, int]] = frozenset()
    publication: Publication | None = None

    @property
    def title(self) -> str:
        """What is counted, by what."""
        return f"{(self.unit or 'counts').capitalize()} by {self.by}"

    @property
    def quantity(self) -> Quantity | None:
        """The total with its unit, so that adding that of another unit is refused; None where it is not known."""
        return None if self.total.count is None else Quantity(self.total.count, self.unit or None)

    @property
    def mismatches(self) -> tuple[TotalCheck, ...]:
        """The printed totals that cannot be right."""
        return tuple(check for check in self.checks if not check.agrees)

    @property
    def faults(self) -> tuple[str, ...]:
        """Say in a line each which printed totals cannot be right, and which not all of them."""
        return (*(check.line for check in self.mismatches), *self.conflicts)

    @property
    def checks_line(self) -> str:
        """Say in one line how many printed totals there are, and how many do not agree with their cells."""
        number, wrong = len(self.checks), len(self.mismatches)
        if not number:
            return "No totals are printed to hold the sums against."
        totals = "1 printed total" if number == 1 else f"{number} printed totals"
        return f"Checked: {totals}; {_agreement(number, wrong, in_conflict=bool(self.conflicts))}."

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1; None is "not known", or hidden."""
        return {
            "version": 1,
            "source": self.source,
            "by": self.by,
            "unit": self.unit or None,
            "columns": [self._named(margin) for margin in self.columns],
            "rows": [
                {**self._named(margin), "counts": dict(zip(self._column_names, counts, strict=True))}
                for margin, counts in zip(self.rows, self.cells, strict=True)
            ],
            "total": self._named(self.total),
            "checks": [check.to_dict() for check in self.checks],
            "conflicts": list(self.conflicts),
            "synthetic": self.synthetic,
            "publication": self.publication and self.publication.to_dict(),
            "notes": [*self.notes, *filter(None, [self.empty_note])],
        } | self._hidden_counts()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per category and one of totals, for a data frame; the columns are counts."""
        totals = tuple(margin.count for margin in self.columns)
        listed = [*zip(self.rows, self.cells, strict=True), (self.total, totals)]
        return [
            {
                self.by: margin.name,
                **dict(zip(self._column_names, counts, strict=True)),
                **margin.to_dict(),
            }
            for margin, counts in listed
        ]

    def to_frame(self, library: str = "pandas") -> Any:
        """Return the rows of `to_dicts` as a data frame of pandas, polars or pyarrow.

        `hidden` names what was hidden for publication. Raises `TocError` for another library, or where it or
        narwhals is not installed.
        """
        stamp = {"unit": self.unit or None, "source": self.source, "synthetic": self.synthetic}
        told = self.publication is not None
        listed = zip(self.to_dicts(), self.hidden_names, strict=True)
        rows = [{**row, "hidden": " ".join(gone) if told else None, **stamp} for row, gone in listed]
        kinds: ColumnKinds = {self.by: "text", **dict.fromkeys(self._column_names, "count"), **_KINDS}
        return made_tables.made_frame(rows, kinds, library)

    @property
    def hidden_names(self) -> tuple[tuple[str, ...], ...]:
        """Of each row of `to_dicts` the names of what is None because it was hidden for publication."""
        names = self._column_names
        of_rows = (
            (*margin.hidden, *(name for column, name in enumerate(names) if (number, column) in self.hidden_cells))
            for number, margin in enumerate(self.rows)
        )
        return *of_rows, (
            *self.total.hidden,
            *(margin.name for margin in self.columns if "count" in margin.hidden),
        )

    @property
    def _column_names(self) -> tuple[str, ...]:
        return tuple(margin.name for margin in self.columns)

    def _named(self, margin: Margin) -> dict[str, Any]:
        told = {} if self.publication is None else {"hidden": list(margin.hidden)}
        return {"name": margin.name, **margin.to_dict(), **told}

    def _hidden_counts(self) -> dict[str, Any]:
        if self.publication is None:
            return {}
        named = sorted(self.hidden_cells)
        return {"hidden": [[self.rows[row].name, self.columns[column].name] for row, column in named]}

    @property
    def grid(self) -> Grid:
        """The table in words and figures, with its totals and shares, as people read it."""
        margins = (self.rows, self.columns, self.total)
        return tabulation_grid(*margins, self.cells, self.hidden_cells, by=self.by, unit=self.unit)

    @property
    def lines(self) -> tuple[str, ...]:
        """What belongs under the table: notes, printed totals that are wrong, and a line on empty cells."""
        return tuple(filter(None, (*self.notes, self.checks_line, *self.faults, self.empty_note)))

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(line)}</li>" for line in self.lines)
        return f"{html_table(self.grid.headings, self.grid.rows, caption=self.title)}<ul>{items}</ul>"

    def __repr__(self) -> str:
        return f"Tabulation(source={self.source!r}, title={self.title!r})"


def _agreement(number: int, wrong: int, *, in_conflict: bool) -> str:
    """Say of how many printed totals so many are wrong, or whether the others fit one another."""
    if wrong:
        does = "does" if wrong == 1 else "do"
        return f"it {does} not agree" if number == 1 else f"{wrong} of them {does} not agree"
    return "each may be right, but not all of them" if in_conflict else "all agree"
