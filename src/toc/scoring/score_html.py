"""Scores as a plain table for a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from toc.scoring.group_scores import GroupScore
from toc.scoring.outcome_scores import OutcomeScore, Score
from toc.scoring.publication import HIDDEN
from toc.scoring.standing import Bands, symbol_of

__all__ = ["score_html"]

_HEADINGS = ("Outcome", "Improved", "No change", "Worsened", "n", "Improved, %", "95 % interval, %", "Note")


def score_html(
    caption: str, outcomes: Iterable[OutcomeScore], notes: Iterable[str], groups: Iterable[GroupScore] = ()
) -> str:
    """Return an HTML table of outcomes, and of groups below them, with notes under it; every word is escaped."""
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in _HEADINGS)
    rows = "".join(map(_row, (*outcomes, *groups)))
    lines = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p>{escape(str(Bands()))}</p><ul>{lines}</ul>"
    )


def _row(outcome: Score) -> str:
    share, interval = outcome.share_improved, outcome.interval
    shown = {
        **{column: "" if number is None else str(number) for column, number in _numbers(outcome).items()},
        "share_improved": "" if share is None else f"{100 * share:.1f}",
        "interval": "" if interval is None else f"{100 * interval.low:.1f} to {100 * interval.high:.1f}",
        "": "; ".join(filter(None, (outcome.caution, outcome.note, _points(outcome)))),
    }
    cells = (HIDDEN if column in outcome.hidden else text for column, text in shown.items())
    label = f"{symbol_of(outcome, Bands())} {_label(outcome)}"
    return f'<tr><th scope="row">{escape(label)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _label(row: Score) -> str:
    return f"{row.of_label}, {row.by.replace('_', ' ')}: {row.label}" if isinstance(row, GroupScore) else row.label


def _points(row: Score) -> str:
    return row.points_line if isinstance(row, OutcomeScore) else ""


def _numbers(outcome: Score) -> dict[str, int | None]:
    return {
        "improved": outcome.improved,
        "no_change": outcome.no_change,
        "worsened": outcome.worsened,
        "n": outcome.n,
    }
