"""The cells of a score in a plain text table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toc.reports.score_lines import Cells
from toc.scoring import Bands, IndicatorScore, Interval, Score
from toc.scoring.publication import HIDDEN
from toc.scoring.standing import symbol_of

__all__ = ["CHANGES", "change_row", "in_percent", "unless_hidden"]

CHANGES = Cells(("improved", "same", "worse", "n", "share", "95 % interval", ""))

_COUNTS = ("improved", "no_change", "worsened", "n")


def change_row(score: Score) -> tuple[str, str | Sequence[str]]:
    """Return the label of a score with its symbol, and its cells under `CHANGES`; or why there are none."""
    shown = score.shown_label if isinstance(score, IndicatorScore) else score.label
    label = f"{symbol_of(score, Bands())} {shown}"
    if not score.measured or score.n == 0:
        return label, score.note or "not measured"
    share = "" if score.share_improved is None else f"{100 * score.share_improved:.1f} %"
    counts = {column: getattr(score, column) for column in _COUNTS}
    cells = {
        **{column: "" if count is None else str(count) for column, count in counts.items()},
        "share_improved": share,
        "interval": in_percent(score.interval),
    }
    return label, (*unless_hidden(score, cells), score.caution or "")


def unless_hidden(score: Score, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row, each named by its field of the score, with what is hidden marked."""
    return tuple(HIDDEN if field in score.hidden else text for field, text in cells.items())


def in_percent(interval: Interval | None) -> str:
    """Return both ends of a share in per cent; "" where there is no interval."""
    return f"{100 * interval.low:.1f} to {100 * interval.high:.1f}" if interval else ""
