"""The cells of a score: its numbers as text, a bar for its share, and "hidden" for what is not shown."""

from __future__ import annotations

from toc.reports.cards.card import Bar, Cell
from toc.scoring import Bands, Interval, Score
from toc.scoring.publication import HIDDEN
from toc.scoring.standing import symbol_of

__all__ = ["NOT_KNOWN", "count_cell", "label_of", "percent", "remarks_of", "share_cell", "span_cell"]

NOT_KNOWN = "not known"

_FEW = {"n<10": "n<10: few pairs", "n<5": "n<5: very few pairs"}


def label_of(score: Score, shown: str) -> str:
    """Return a label behind the symbol of its band."""
    return f"{symbol_of(score, Bands())} {shown}"


def share_cell(score: Score) -> Cell:
    """Return the share improved as a bar with its interval, or the words that stand in its place."""
    if "share_improved" in score.hidden:
        return HIDDEN
    if score.share_improved is None:
        return score.note or "not measured"
    interval = score.interval
    whisker = (interval.low, interval.high) if interval else None
    around = HIDDEN if "interval" in score.hidden else span(interval) if interval else "no interval"
    return Bar(0.0, score.share_improved, whisker, f"{percent(score.share_improved)} ({around})")


def count_cell(score: Score, field: str, without: str = NOT_KNOWN) -> str:
    """Return the count of one field of a score as text, `without` where there is none."""
    if field in score.hidden:
        return HIDDEN
    number = getattr(score, field)
    return without if number is None else str(number)


def span_cell(score: Score, field: str) -> str:
    """Return an interval of a score in per cent."""
    return HIDDEN if field in score.hidden else span(getattr(score, field))


def remarks_of(score: Score) -> str:
    """Return the cautions of a score in words, "" where it needs none."""
    has_bar = score.share_improved is not None or "share_improved" in score.hidden
    return "; ".join(filter(None, (_FEW.get(score.caution or ""), score.note if has_bar else None)))


def percent(share: float) -> str:
    """Return a share in per cent with one decimal."""
    return f"{100 * share:.1f} %"


def span(interval: Interval | None) -> str:
    """Return both ends of an interval in per cent."""
    return NOT_KNOWN if interval is None else f"{100 * interval.low:.1f} to {100 * interval.high:.1f}"
