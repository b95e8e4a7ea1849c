"""A theory as a small HTML table: how much stands in each stage."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

__all__ = ["stage_table"]


def stage_table(title: str, counts: Iterable[tuple[str, int]]) -> str:
    """Return a table with one row per heading and its count; every word in it is escaped."""
    rows = "".join(f'<tr><th scope="row">{escape(heading)}</th><td>{count}</td></tr>' for heading, count in counts)
    return f"<table><caption>{escape(title)}</caption><tbody>{rows}</tbody></table>"
