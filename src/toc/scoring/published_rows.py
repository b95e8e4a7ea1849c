"""What is told for publication of rows with which something is wrong: a count that is not small, no row alone."""

from __future__ import annotations

from dataclasses import replace

from toc.scoring.reading_schedule import Schedule
from toc.scoring.scores import Scores

__all__ = ["schedule_without_rows", "scores_without_rows"]

_NOT_LISTED = "Rows left out because something is wrong with them are not listed for publication."

_OTHER_SITES = "Rows of other sites are not counted."


def scores_without_rows(scores: Scores, threshold: int, *, hide_zeros: bool) -> Scores:
    """Put one line in place of every note about single rows, and hide a small number of rows left out.

    Such a note may point to one person by the row, by what is wrong with it, or by its indicator. The line stands
    also where no row was left out and 0 is hidden, since it would tell otherwise. Rows of other sites are never
    counted: with the rows of this site, they would tell how many some other site has.
    """
    shown = _shown(scores.rows_left_out, threshold, hide_zeros=hide_zeros)
    notes = tuple(note for note in scores.notes if note not in scores.row_notes)
    if shown is None or scores.row_notes:
        counted = () if shown is None else (f"Rows left out: {shown}.",)
        notes = (*notes, *counted, _NOT_LISTED)
    if aside := scores.other_sites_note:
        notes = tuple(_OTHER_SITES if note == aside else note for note in notes)
        aside = _OTHER_SITES
    return replace(scores, rows_left_out=shown, notes=notes, row_notes=(), other_sites_note=aside)


def schedule_without_rows(schedule: Schedule, threshold: int, *, hide_zeros: bool) -> Schedule:
    """Hide how many rows were left out, or are of later days, where these are few."""
    return replace(
        schedule,
        rows_left_out=_shown(schedule.rows_left_out, threshold, hide_zeros=hide_zeros),
        rows_later=_shown(schedule.rows_later, threshold, hide_zeros=hide_zeros),
    )


def _shown(rows: int | None, threshold: int, *, hide_zeros: bool) -> int | None:
    least = 0 if hide_zeros else 1
    return None if rows is None or least <= rows < threshold else rows
