"""The checks of what is measured, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import (
    coverage,
    indicator_words,
    measured_people,
    measures,
    measuring_plans,
    menus,
    overlaps,
    scales,
    targets,
)

__all__ = ["MEASURING"]

MEASURING: tuple[Check, ...] = (
    Check.of(measures.outcomes_without_indicator, "TOC301"),
    Check.of(measures.indicators_without_outcome, "TOC302"),
    Check.of(menus.indicators_of_several_outcomes, "TOC303"),
    Check.of(overlaps.overlapping_indicators, "TOC304"),
    Check.of(measures.scales_without_direction, "TOC305"),
    Check.of(scales.scales_without_words, "TOC306"),
    Check.of(measuring_plans.unsaid_plans, "TOC307", "TOC308", "TOC315", "TOC316", "TOC317", "TOC318"),
    Check.of(indicator_words.methods_as_indicators, "TOC309"),
    Check.of(measured_people.shares_of_nobody, "TOC310"),
    Check.of(indicator_words.indicators_of_two_things, "TOC311"),
    Check.of(targets.targets_off_scale, "TOC312"),
    Check.of(menus.crowded_outcomes, "TOC313"),
    Check.of(measured_people.indicators_of_other_people, "TOC314"),
    Check.of(targets.targets_against_direction, "TOC319"),
    Check.of(menus.large_menus, "TOC320"),
    Check.of(targets.numbers_read_as_words, "TOC321"),
    Check.of(coverage.coverage_above_everyone, "TOC322"),
)
