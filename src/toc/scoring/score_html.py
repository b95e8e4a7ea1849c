"""Scores as a plain table for a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from toc.scoring.outcome_scores import OutcomeScore
from toc.scoring.standing import SYMBOLS, Bands, standing_of

__all__ = ["score_html"]

_HEADINGS = ("Outcome", "Improved", "No change", "Worsened", "n", "Improved, %", "95 % interval, %", "Note")


def score_html(caption: str, outcomes: Iterable[OutcomeScore], notes: Iterable[str]) -> str:
    """Return an HTML table of outcomes with notes under it; every word is escaped."""
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in _HEADINGS)
    rows = "".join(map(_row, outcomes))
    lines = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p>{escape(str(Bands()))}</p><ul>{lines}</ul>"
    )


def _row(outcome: OutcomeScore) -> str:
    share, interval = outcome.share_improved, outcome.interval
    cells = (
        *("" if number is None else str(number) for number in _numbers(outcome)),
        "" if share is None else f"{100 * share:.1f}",
        "" if interval is None else f"{100 * interval.low:.1f} to {100 * interval.high:.1f}",
        "; ".join(filter(None, (outcome.caution, outcome.note, outcome.points_line))),
    )
    label = f"{SYMBOLS[standing_of(outcome, Bands())]} {outcome.label}"
    return f'<tr><th scope="row">{escape(label)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _numbers(outcome: OutcomeScore) -> tuple[int | None, ...]:
    return outcome.improved, outcome.no_change, outcome.worsened, outcome.n
