"""A schedule of readings as a plain table for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

__all__ = ["schedule_html"]

_COLUMNS = {
    "series": "Series",
    "on_time": "On time",
    "late": "Late",
    "overdue": "Overdue",
    "closed": "Closed",
    "no_initial": "No initial reading",
    "people_overdue": "People overdue",
}


def schedule_html(caption: str, rows: Iterable[Mapping[str, Any]], notes: Iterable[str]) -> str:
    """Return an HTML table of schedules by site with notes under it; every word is escaped."""
    heads = "".join(f'<th scope="col">{heading}</th>' for heading in ("Site", *_COLUMNS.values()))
    body = "".join(_row(row) for row in rows)
    lines = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
        f"{lines}"
    )


def _row(row: Mapping[str, Any]) -> str:
    cells = "".join(f"<td>{row[column]}</td>" for column in _COLUMNS)
    return f'<tr><th scope="row">{escape(row["site"] or "All")}</th>{cells}</tr>'
