"""`Scores`: what was measured of every outcome and indicator of a theory of change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from toc.scoring.coverage import PeopleCoverage
from toc.scoring.intervals import Interval

__all__ = ["Caution", "DataKind", "IndicatorScore", "OutcomeScore", "Score", "Scores"]

Caution = Literal["n<10", "n<5"]
DataKind = Literal["counts", "pre_post", "readings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The pairs of one outcome or indicator.

    `measured` is false where the model or the data hold nothing about it; then every number is None, never 0.
    `share_improved` is a fraction; `interval` its 95 % Wilson interval, and `interval_by_person` the same with
    each person's pairs taken together (readings only). `one_reading` counts series without two readings to
    compare, `bounds` is the share if none or all of them had improved, `already_best` the pairs that could not
    improve: None means not known, as for published counts. `caution` marks few pairs; `note` is in words.
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
            **_ends(self.interval, "low", "high"),
            "caution": self.caution,
            "note": self.note,
            "people": self.people,
            **_ends(self.interval_by_person, "low_by_person", "high_by_person"),
            "one_reading": self.one_reading,
            **_ends(self.bounds, "low_if_missing", "high_if_missing"),
            "already_best": self.already_best,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeScore(Score):
    """The pairs of all indicators of one outcome.

    `stage_label` is the heading of its stage. `change_points` holds the changes in percentage points of its
    indicators, for data before and after.
    """

    stage_label: str = ""
    change_points: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorScore(Score):
    """The pairs of one indicator, and the ids of the `outcomes` that it measures.

    For data before and after: per cent before and after (0 to 100) and the change in percentage points.
    """

    outcomes: tuple[str, ...] = ()
    pre_percent: float | None = None
    post_percent: float | None = None
    change_points: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores of a theory of change from one set of data.

    `outcomes` stand stage by stage, `indicators` in the order of the model; `total` counts every indicator
    once, whatever it measures. `rule` is how indicators become an outcome ("pairs": they are added) and
    `unit` what n counts. `source` is the name of the data; `notes` are lines that belong under every table.
    """

    title: str
    source: str
    data: DataKind
    outcomes: tuple[OutcomeScore, ...]
    indicators: tuple[IndicatorScore, ...]
    total: Score
    coverage: PeopleCoverage | None
    rows_left_out: int
    synthetic: bool
    notes: tuple[str, ...]
    rule: Literal["pairs"] = "pairs"
    unit: Literal["pairs"] = "pairs"

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        coverage = self.coverage
        return {
            "version": 1,
            "data": self.data,
            "rule": self.rule,
            "unit": self.unit,
            "outcomes": [outcome.to_dict() for outcome in self.outcomes],
            "indicators": [self._indicator(indicator) for indicator in self.indicators],
            "total": self.total.to_dict(),
            "coverage": coverage
            and {
                "people": coverage.people,
                "with_two": coverage.with_two,
                "share": coverage.share,
                "one_reading": coverage.one_reading,
            },
            "rows_left_out": self.rows_left_out,
            "synthetic": self.synthetic,
            "source": self.source,
            "notes": list(self.notes),
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per outcome and per indicator, for a data frame; `level` tells which it is."""
        return list(self._rows())

    def _rows(self) -> Iterator[dict[str, Any]]:
        for outcome in self.outcomes:
            yield {"level": "outcome", **outcome.to_dict(), "outcomes": outcome.id}
        for indicator in self.indicators:
            row = self._indicator(indicator)
            yield {"level": "indicator", **row, "outcomes": " ".join(indicator.outcomes)}

    def _indicator(self, indicator: IndicatorScore) -> dict[str, Any]:
        row = {**indicator.to_dict(), "outcomes": list(indicator.outcomes)}
        if self.data == "pre_post":
            row["pre_percent"] = indicator.pre_percent
            row["post_percent"] = indicator.post_percent
            row["change_points"] = indicator.change_points
        return row

    def __repr__(self) -> str:
        return f"Scores(source={self.source!r}, data={self.data!r}, rows_left_out={self.rows_left_out})"


def _ends(interval: Interval | None, low: str, high: str) -> dict[str, float | None]:
    return {low: interval.low if interval else None, high: interval.high if interval else None}
