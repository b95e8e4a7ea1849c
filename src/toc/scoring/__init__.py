"""Readings or counts and a theory of change in, scores out."""

from __future__ import annotations

from toc.scoring.change_rule import ChangeRule
from toc.scoring.claims import CheckedClaim, checked_claims, decimals_of
from toc.scoring.coverage import PeopleCoverage
from toc.scoring.engagement import funnel
from toc.scoring.group_scores import GroupScore
from toc.scoring.indicator_test import AdjustedP, IndicatorTest
from toc.scoring.informant_agreement import Agreement
from toc.scoring.intervals import Interval, clustered_wilson, missing_data_bounds, wilson
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore, Score
from toc.scoring.pair_cells import Course, PairCells, TwoInformants
from toc.scoring.people_funnel import Funnel, FunnelStep
from toc.scoring.provenance import Provenance
from toc.scoring.publication import Publication
from toc.scoring.publishing import for_publication
from toc.scoring.rank_test import RankTest
from toc.scoring.reading_schedule import Schedule, schedule
from toc.scoring.reliability import Reliability
from toc.scoring.roll_up import ROLL_UPS, RollUp
from toc.scoring.score import score
from toc.scoring.score_tests import ScoreTests
from toc.scoring.scores import Scores
from toc.scoring.site_comparison import SiteComparison
from toc.scoring.standing import SYMBOLS, Bands, Standing, standing_of
from toc.scoring.tabulate import tabulate
from toc.scoring.tabulation import Tabulation
from toc.scoring.target_check import TargetCheck

__all__ = [
    "ROLL_UPS",
    "SYMBOLS",
    "AdjustedP",
    "Agreement",
    "Bands",
    "ChangeRule",
    "CheckedClaim",
    "Course",
    "Funnel",
    "FunnelStep",
    "GroupScore",
    "IndicatorScore",
    "IndicatorTest",
    "Interval",
    "OutcomeScore",
    "PairCells",
    "PeopleCoverage",
    "Provenance",
    "Publication",
    "RankTest",
    "Reliability",
    "RollUp",
    "Schedule",
    "Score",
    "ScoreTests",
    "Scores",
    "SiteComparison",
    "Standing",
    "Tabulation",
    "TargetCheck",
    "TwoInformants",
    "checked_claims",
    "clustered_wilson",
    "decimals_of",
    "for_publication",
    "funnel",
    "missing_data_bounds",
    "schedule",
    "score",
    "standing_of",
    "tabulate",
    "wilson",
]
