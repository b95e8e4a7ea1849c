"""Scores of outcomes and indicators from tallies of pairs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from toc.model import Box, Indicator, TheoryOfChange
from toc.scoring.figures import Figures, figures_of
from toc.scoring.indicator_groups import EVERYTHING, Group
from toc.scoring.indicator_labels import indicator_labels
from toc.scoring.measures import indicators_of, measured_in_parts, outcomes_of, stage_of
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore, Score
from toc.scoring.roll_up import RollUp, rolled_up
from toc.scoring.score_notes import NO_DIRECTION, NO_PAIRS, NO_USABLE_ROW, NOT_IN_DATA, direction_note
from toc.scoring.tallies import Tally
from toc.scoring.without_indicator import note_without_indicator

__all__ = ["PairScores", "pair_scores"]


@dataclass(frozen=True, slots=True)
class PairScores:
    """Scores by outcome, by indicator, and of all indicators, each counted once."""

    outcomes: tuple[OutcomeScore, ...]
    indicators: tuple[IndicatorScore, ...]
    total: Score


@dataclass(frozen=True, slots=True)
class _Seen:
    """Tallies by group, and the indicators that the data speak of (not all can be classified).

    `in_parts` are the outcomes that have an indicator on one of their parts, `labels` those of the indicators,
    `rule` is how indicators become one score, and `left_out` how many rows of each cannot be used.
    """

    tallies: Mapping[Group, Tally]
    present: frozenset[str]
    in_parts: frozenset[str]
    labels: Mapping[str, str]
    rule: RollUp
    left_out: Mapping[str, int]

    def absent(self, indicators: Collection[Indicator]) -> str:
        """Say why none of these indicators is measured: the data have no row of them, or none that can be used."""
        rows = sum(self.left_out.get(each.id, 0) for each in indicators)
        return f"{NO_USABLE_ROW} ({rows} left out)" if rows else NOT_IN_DATA

    def classified(self, indicator: Indicator) -> bool:
        """Tell whether the data hold something of an indicator whose scale has a good end."""
        return Group("indicator", indicator.id) in self.tallies

    def figures(self, group: Group, indicators: Collection[Indicator]) -> Figures:
        """Return the figures of these indicators together, by the rule."""
        named = (Group("indicator", each.id) for each in indicators)
        members = [self.tallies[each] for each in named if each in self.tallies]
        return rolled_up(self.rule, self.tallies.get(group), members)


def pair_scores(
    theory: TheoryOfChange,
    tallies: Mapping[Group, Tally],
    present: frozenset[str],
    rule: RollUp = "pairs",
    left_out: Mapping[str, int] | None = None,
) -> PairScores:
    """Score every outcome and indicator; the rule says how the indicators of an outcome become its score.

    `present` are the ids of the indicators that the data speak of, and `left_out` says how many rows of each
    cannot be used. Of an indicator pairs are counted always.
    """
    seen = _Seen(tallies, present, measured_in_parts(theory), indicator_labels(theory), rule, left_out or {})
    total = tallies.get(EVERYTHING)
    return PairScores(
        outcomes=tuple(_outcome(theory, box, seen) for box in outcomes_of(theory)),
        indicators=tuple(_indicator(theory, indicator, seen) for indicator in theory.indicators.values()),
        total=Score(
            id="all",
            label="All indicators",
            stage=None,
            measured=total is not None,
            note=NO_PAIRS if total and total.n == 0 else None,
            **seen.figures(EVERYTHING, theory.indicators.values()),
        ),
    )


def _outcome(theory: TheoryOfChange, box: Box, seen: _Seen) -> OutcomeScore:
    indicators = indicators_of(theory, box.id)
    tally = seen.tallies.get(Group("outcome", box.id))
    absent = note_without_indicator(theory, box.id, seen.in_parts)
    return OutcomeScore(
        id=box.id,
        label=str(box.label),
        stage=box.stage,
        stage_label=theory.stage_label(box.stage),
        measured=tally is not None,
        note=_note(theory, indicators, seen, tally) if indicators else absent,
        **seen.figures(Group("outcome", box.id), indicators),
    )


def _indicator(theory: TheoryOfChange, indicator: Indicator, seen: _Seen) -> IndicatorScore:
    tally = seen.tallies.get(Group("indicator", indicator.id))
    return IndicatorScore(
        id=indicator.id,
        label=str(indicator.label),
        shown_label=seen.labels[indicator.id],
        stage=stage_of(theory, indicator),
        outcomes=indicator.measures,
        measured=tally is not None,
        note=_note(theory, [indicator], seen, tally),
        **figures_of(tally),
    )


def _note(
    theory: TheoryOfChange, indicators: Collection[Indicator], seen: _Seen, tally: Tally | None
) -> str | None:
    unclassified = [each.id for each in indicators if each.id in seen.present and not seen.classified(each)]
    if tally is None:
        return NO_DIRECTION if unclassified else seen.absent(indicators)
    notes = (
        direction_note(theory, [each for each in indicators if seen.classified(each)]),
        NO_PAIRS if tally.n == 0 else None,
        f"without {', '.join(unclassified)}, {NO_DIRECTION}" if unclassified else None,
    )
    return "; ".join(note for note in notes if note) or None
