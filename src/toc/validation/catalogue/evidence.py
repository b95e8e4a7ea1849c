"""Rules on why a theory should be believed."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["EVIDENCE"]

EVIDENCE: tuple[Rule, ...] = (
    Rule(
        code="TOC401",
        name="link-without-rationale",
        severity="warning",
        summary="A link between two outcomes does not say why the first would bring about the second.",
        message="The link `{link}` ({from_label} to {to_label}) does not say why.",
        why="An arrow without a reason cannot be tested (Davies 2018, unlabelled connections).",
        hint="Add `because:` with the mechanism in one sentence.",
    ),
    Rule(
        code="TOC405",
        name="cited-source-missing",
        severity="error",
        summary="A citation names a source that the model does not list.",
        message="{message}",
        why="A reader must be able to find what a claim rests on (Davies 2012, criterion of being justifiable).",
        hint="Add the source under `sources:`, or correct its id.",
        fault="cited-source-missing",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC409",
        name="assumption-not-attached",
        severity="warning",
        summary="No link names an assumption. Not asked where only whole stages are linked.",
        message='No link rests on assumption "{label}" ({id}).',
        why=(
            "An assumption that belongs to no step in particular cannot be watched or tested where it matters "
            "(USAID, TIPS 13: critical assumptions are shown; UNDAF companion guidance on theory of change)."
        ),
        hint="Name it under `assumptions` of the link that works only if it holds, or take it away.",
        requires=("TOC101/links",),
        unless=("TOC102",),
    ),
)
