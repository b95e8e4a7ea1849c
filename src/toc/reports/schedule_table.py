"""Which readings are due, late or overdue, as plain text for a terminal, as JSON or as CSV."""

from __future__ import annotations

import json

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.reports.spreadsheet_csv import spreadsheet_csv
from toc.scoring.publication import HIDDEN
from toc.scoring.reading_schedule import Schedule, SiteSchedule

__all__ = ["schedule_csv", "schedule_json", "schedule_table"]

_COLUMNS = Cells(("series", "on time", "late", "overdue", "closed", "no start", "people"))

_EXAMPLE = "2014-03-31"


def schedule_table(found: Schedule, *, width: int = 80, asks_for_day: bool = False) -> str:
    """Return a schedule as lines of text no wider than `width`.

    With `asks_for_day` it says how to ask for another day, but never for publication: one schedule only may be
    published.
    """
    another = f" Another day: --today {_EXAMPLE}." if asks_for_day and found.publication is None else ""
    rows = map(_row, (*found.sites, found.total))
    lines = [
        *(["SYNTHETIC DATA", ""] if found.synthetic else []),
        *wrapped(found.title, width),
        *wrapped(f"Schedule of {found.source}", width),
        *wrapped(f"{found.line}{another}", width),
        "",
        *laid_out("Site", _COLUMNS, rows, width),
        "",
        *(wrapped(found.publication.line, width) if found.publication else ()),
        *wrapped("A series is a person, an indicator and an informant; people: those with one overdue.", width),
        *wrapped(f"Rows left out as something is wrong with them: {_told(found.rows_left_out)}.", width),
        *(
            ()
            if found.rows_later == 0
            else wrapped(f"Rows of later days, not read: {_told(found.rows_later)}.", width)
        ),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def schedule_json(found: Schedule) -> str:
    """Return a schedule as JSON, format version 1."""
    return json.dumps(found.to_dict(), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def schedule_csv(found: Schedule) -> str:
    """Return a schedule as CSV: a row per site, and last one of all, whose site is empty.

    The day, the plan and what is left out stand on every row; what is hidden for publication is the word "hidden".
    """
    whole = found.to_dict()
    shared = {name: value for name, value in whole.items() if name not in {"version", "sites", "total"}}
    shared |= {name: _told(whole[name]) for name in ("rows_left_out", "rows_later")}
    shared["publication"] = found.publication and found.publication.line
    return spreadsheet_csv(
        [{**row.to_dict(), **dict.fromkeys(row.hidden, HIDDEN), **shared} for row in (*found.sites, found.total)]
    )


def _told(rows: int | None) -> int | str:
    return HIDDEN if rows is None else rows


def _row(row: SiteSchedule) -> tuple[str, tuple[str, ...]]:
    columns = ("series", "on_time", "late", "overdue", "closed", "no_initial", "people_overdue", "people")
    *counts, some, people = (HIDDEN if column in row.hidden else str(getattr(row, column)) for column in columns)
    both_hidden = some == people == HIDDEN
    return row.site or "All", (*counts, HIDDEN if both_hidden else f"{some} of {people}")
