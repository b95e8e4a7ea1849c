"""The checks of what is measured, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import measures

__all__ = ["MEASURING"]

MEASURING: tuple[Check, ...] = (
    Check.of(measures.outcomes_without_indicator, "TOC301"),
    Check.of(measures.indicators_without_outcome, "TOC302"),
    Check.of(measures.scales_without_direction, "TOC305"),
)
