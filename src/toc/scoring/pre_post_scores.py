"""Scores of outcomes and indicators from percentages before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toc.data import PrePost, PrePostRow
from toc.model import Box, Indicator, TheoryOfChange
from toc.scoring.figures import caution_of
from toc.scoring.indicator_labels import indicator_labels
from toc.scoring.measures import indicators_of, measured_in_parts, outcomes_of, stage_of
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore, Score
from toc.scoring.pair_scores import PairScores
from toc.scoring.score_notes import NOT_IN_DATA
from toc.scoring.without_indicator import note_without_indicator

__all__ = ["pre_post_scores"]


def pre_post_scores(theory: TheoryOfChange, data: PrePost) -> PairScores:
    """Give the change in percentage points of every indicator.

    Without pairs nobody can tell how many people improved, so every share and interval is None; McNemar's test
    would need the pairs too.
    """
    rows = {row.indicator: row for row in data.rows}
    indicators = theory.indicators.values()
    in_parts = measured_in_parts(theory)
    labels = indicator_labels(theory)
    return PairScores(
        outcomes=tuple(
            _outcome(theory, box, rows, note_without_indicator(theory, box.id, in_parts))
            for box in outcomes_of(theory)
        ),
        indicators=tuple(_indicator(theory, each, labels[each.id], rows.get(each.id)) for each in indicators),
        total=Score(id="all", label="All indicators", stage=None, measured=False),
    )


def _outcome(
    theory: TheoryOfChange, box: Box, rows: Mapping[str, PrePostRow], without_indicator: str
) -> OutcomeScore:
    indicators = indicators_of(theory, box.id)
    seen = [rows[indicator.id] for indicator in indicators if indicator.id in rows]
    absent = NOT_IN_DATA if indicators else without_indicator
    return OutcomeScore(
        id=box.id,
        label=str(box.label),
        stage=box.stage,
        stage_label=theory.stage_label(box.stage),
        measured=bool(seen),
        change_points=tuple(row.change_points for row in seen),
        note="before and after: see its indicators" if seen else absent,
    )


def _indicator(
    theory: TheoryOfChange, indicator: Indicator, shown_label: str, row: PrePostRow | None
) -> IndicatorScore:
    unseen = IndicatorScore(
        id=indicator.id,
        label=str(indicator.label),
        shown_label=shown_label,
        stage=stage_of(theory, indicator),
        outcomes=indicator.measures,
        measured=False,
        note=NOT_IN_DATA,
    )
    if row is None:
        return unseen
    return replace(
        unseen,
        measured=True,
        n=row.n,
        caution=None if row.n is None else caution_of(row.n),
        pre_percent=row.pre_percent,
        post_percent=row.post_percent,
        change_points=row.change_points,
        note=None,
    )
