"""Scores of stages, strands, populations, sites and parts of people as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.reports.score_rows import CHANGES, change_row
from toc.scoring import GroupScore, Scores
from toc.scoring.publication import HIDDEN

__all__ = ["score_groups_table"]

_SEEN = Cells(("people", "with two", "share"))


def score_groups_table(scores: Scores, *, width: int = 80) -> Iterator[str]:
    """Yield a table for each roll-up and split that was asked for, no wider than `width`, and what it counts."""
    for (by, _), rows in groupby(scores.shown_groups, key=lambda row: (row.by, row.of)):
        listed = list(rows)
        of = "" if listed[0].of == "all" else f": {listed[0].of_label}"
        yield from wrapped(f"By {_words(by)}{of}", width)
        yield from laid_out(f"({scores.unit})", CHANGES, map(change_row, listed), width)
        yield ""
        if any(row.coverage for row in listed):
            yield from laid_out("Coverage", _SEEN, map(_seen, listed), width)
            yield ""


def _words(by: str) -> str:
    return by.replace("_", " ")


def _seen(row: GroupScore) -> tuple[str, tuple[str, str, str]]:
    seen = row.coverage
    if "coverage" in row.hidden:
        return row.label, (HIDDEN, HIDDEN, HIDDEN)
    if seen is None or seen.share is None:
        return row.label, ("", "", "")
    return row.label, (str(seen.people), str(seen.with_two), f"{100 * seen.share:.1f} %")
