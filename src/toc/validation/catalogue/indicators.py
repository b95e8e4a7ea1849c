"""Rules on how change is measured."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["INDICATORS"]

INDICATORS: tuple[Rule, ...] = (
    Rule(
        code="TOC301",
        name="outcome-without-indicator",
        severity="warning",
        summary=(
            "No indicator measures an outcome; an error where the outcome is `required`. An outcome shown in "
            "parts is measured by an indicator of its own or by those of its parts."
        ),
        message='No indicator measures outcome "{label}" ({id}).',
        why="Each result needs at least one indicator (USAID, Results Framework Indicator Annex 2016).",
        hint="Add an indicator whose `measures` names it.",
        requires=("TOC101/measures",),
        unless=("TOC606",),
    ),
    Rule(
        code="TOC302",
        name="indicator-without-outcome",
        severity="warning",
        summary="An indicator measures no outcome.",
        message='Indicator "{label}" ({id}) measures no outcome.',
        why=(
            "Its data would be collected and never used "
            "(Barnardo's 2015, section 4.2.1: indicators were mapped to outcomes only afterwards)."
        ),
        hint="Name the outcome under `measures`, or take the indicator away.",
        unless=("TOC101",),
    ),
    Rule(
        code="TOC305",
        name="scale-direction-missing",
        severity="error",
        summary="A scale that indicators use does not say which end is better. An inferred direction is enough.",
        message="Scale `{id}`, used by `{indicator}`, does not say which end is better.",
        why=(
            "Without a direction no change is an improvement "
            "(MacKeith 2014 on the points of a scale; Barnardo's 2015 prints a five-point scale without one)."
        ),
        hint=(
            "Write `better: higher` or `better: lower`, or, where no source says so, "
            "`better: {value: higher, basis: inferred}`."
        ),
    ),
)
