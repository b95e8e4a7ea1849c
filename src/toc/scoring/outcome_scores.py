"""`Score`: what was measured of one outcome or one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from toc.scoring.intervals import Interval

__all__ = ["Caution", "IndicatorScore", "OutcomeScore", "Score"]

Caution = Literal["n<10", "n<5"]

_KEYS = {
    "interval": ("low", "high"),
    "interval_by_person": ("low_by_person", "high_by_person"),
    "bounds": ("low_if_missing", "high_if_missing"),
    "coverage": ("site_people", "site_with_two"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The pairs of one outcome or indicator.

    `measured` is false where the model or the data hold nothing about it; then every number is None, never 0.
    `share_improved` is a fraction; `interval` its 95 % Wilson interval, and `interval_by_person` the same with
    each person's pairs taken together (readings only). `one_reading` counts series without two readings to
    compare, `bounds` is the share if none or all of them had improved, `already_best` the pairs that could not
    improve: None means not known, as for published counts. `caution` marks few pairs; `note` is in words.
    `hidden` names the fields that are None because they were hidden for publication.
    """

    id: str
    label: str
    stage: str | None
    measured: bool
    improved: int | None = None
    no_change: int | None = None
    worsened: int | None = None
    n: int | None = None
    share_improved: float | None = None
    interval: Interval | None = None
    interval_by_person: Interval | None = None
    people: int | None = None
    one_reading: int | None = None
    bounds: Interval | None = None
    already_best: int | None = None
    caution: Caution | None = None
    note: str | None = None
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain values; shares are fractions, None is "not known" or "not measured"."""
        return {
            "id": self.id,
            "label": self.label,
            "stage": self.stage,
            "measured": self.measured,
            "improved": self.improved,
            "no_change": self.no_change,
            "worsened": self.worsened,
            "n": self.n,
            "share_improved": self.share_improved,
            **_ends(self.interval, "interval"),
            "caution": self.caution,
            "note": self.note,
            "people": self.people,
            **_ends(self.interval_by_person, "interval_by_person"),
            "one_reading": self.one_reading,
            **_ends(self.bounds, "bounds"),
            "already_best": self.already_best,
        }

    @property
    def hidden_keys(self) -> tuple[str, ...]:
        """The keys of `to_dict` whose value is None because it was hidden for publication."""
        return tuple(key for field in self.hidden for key in _KEYS.get(field, (field,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeScore(Score):
    """The pairs of all indicators of one outcome.

    `stage_label` is the heading of its stage. `change_points` holds the changes in percentage points of its
    indicators, for data before and after.
    """

    stage_label: str = ""
    change_points: tuple[float, ...] = ()

    @property
    def points_line(self) -> str:
        """Say the span of the changes in percentage points; empty where there are none."""
        if not self.change_points:
            return ""
        low, high = min(self.change_points), max(self.change_points)
        return f"{low:+g} points" if low == high else f"{low:+g} to {high:+g} points"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorScore(Score):
    """The pairs of one indicator, and the ids of the `outcomes` that it measures.

    `shown_label` is its label, followed by whom it is about or its id where another has the same label.

    For data before and after: per cent before and after (0 to 100) and the change in percentage points.
    """

    shown_label: str = ""
    outcomes: tuple[str, ...] = ()
    pre_percent: float | None = None
    post_percent: float | None = None
    change_points: float | None = None


def _ends(interval: Interval | None, field: str) -> dict[str, float | None]:
    ends = (interval.low, interval.high) if interval else (None, None)
    return dict(zip(_KEYS[field], ends, strict=True))
