"""Which readings are due, late or overdue, as plain text for a terminal or as JSON."""

from __future__ import annotations

import json

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.scoring.reading_schedule import Schedule, SiteSchedule

__all__ = ["schedule_json", "schedule_table"]

_COLUMNS = Cells(("series", "on time", "late", "overdue", "closed", "no start", "people"))


def schedule_table(found: Schedule, *, width: int = 80) -> str:
    """Return a schedule as lines of text no wider than `width`."""
    rows = map(_row, (*found.sites, found.total))
    lines = [
        *(["SYNTHETIC DATA", ""] if found.synthetic else []),
        *wrapped(found.title, width),
        *wrapped(f"Schedule of {found.source}", width),
        "",
        *laid_out("Site", _COLUMNS, rows, width),
        "",
        *wrapped(found.line, width),
        *wrapped("A series is a person, an indicator and an informant; people: those with one overdue.", width),
        *wrapped(f"Rows left out as something is wrong with them: {found.rows_left_out}.", width),
        *(wrapped(f"Rows of later days, not read: {found.rows_later}.", width) if found.rows_later else ()),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def schedule_json(found: Schedule) -> str:
    """Return a schedule as JSON, format version 1."""
    return json.dumps(found.to_dict(), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _row(row: SiteSchedule) -> tuple[str, tuple[str, ...]]:
    counts = (row.series, row.on_time, row.late, row.overdue, row.closed, row.no_initial)
    return row.site or "All", (*map(str, counts), f"{row.people_overdue} of {row.people}")
