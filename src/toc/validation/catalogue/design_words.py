"""The words by which the design of a study is placed on a ladder from 1 (weakest) to 5 (strongest).

The ladder is the Maryland Scientific Methods Scale as whatworksgrowth.org uses it: 1 a comparison at one time, or
before and after without a comparison group; 2 the same with control variables; 3 before and after with a
comparison group; 4 something close to chance; 5 chance. People's accounts, which that scale does not rate, stand
on the lowest step; a study that follows people over time stands on the second. Where a word could be read either
way it stands on the higher step.
"""

from __future__ import annotations

__all__ = ["LADDER", "NOT_RATED"]

NOT_RATED = (
    *("meta-analysis", "review", "synthesis", "average of", "mixed methods", "process tracing"),
    *("contribution analysis", "comparative analysis", "realist", "most significant change", "outcome harvesting"),
)
"""Designs that stand on no step: those that gather other studies, and those that test a theory step by step."""

LADDER = (
    (
        *("interview", "focus group", "case study", "case studies", "qualitative", "anecdot", "testimon"),
        *("opinion", "survey", "questionnaire", "cross-sectional", "correlation", "before and after"),
        *("pre and post", "pre-post", "no comparison group", "no control group", "without comparison"),
        *("without a comparison", "without a control", "without control", "uncontrolled"),
        *("monitoring data", "self-report", "before and after comparison", "cross-sectional comparison"),
    ),
    (
        *("control variable", "statistical control", "controlled for", "controlling for", "adjusted for"),
        *("adjusting for", "regression", "longitudinal", "cohort", "prospective", "panel", "time series"),
        *("case-control", "follow-up"),
    ),
    (
        *("comparison", "control group", "controlled", "matched", "matching", "propensity score"),
        *("difference-in-difference", "quasi-experiment", "non-randomised", "non-randomized", "synthetic control"),
        *("waiting list", "waitlist", "counterfactual", "not randomised", "not randomized"),
    ),
    ("instrumental variable", "regression discontinuity", "natural experiment", "encouragement design"),
    (
        *("randomised", "randomized", "randomly assigned", "randomly allocated", "random allocation"),
        *("random assignment", "rct", "rcts", "drawn by lot", "by lottery"),
    ),
)
"""The words of each step, the lowest step first; each is the beginning of a word or of several in a row."""
