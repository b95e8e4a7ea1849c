"""Rules on what a site may do to the base that it shares with other sites."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["SITES"]

_COMPARED = "Barnardo's 2015, section 4.2.1, on outcomes understood and scored differently by the projects"

SITES: tuple[Rule, ...] = (
    Rule(
        code="TOC601",
        name="drops-required-outcome",
        severity="error",
        summary="A site drops an outcome that its base requires.",
        message='This site drops outcome "{label}" ({id}), which the base requires.',
        why=f"Sites can be compared only on what all of them pursue ({_COMPARED}).",
        hint="Keep the outcome, or agree with the owner of the base that it is no longer required.",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC602",
        name="added-activity-without-path",
        severity="error",
        summary="An activity that a site adds leads to no outcome.",
        message='The added activity "{label}" ({id}) leads to no outcome.',
        why=(
            "What a site adds must serve the shared theory "
            "(ActKnowledge 2013: every box must have its place on a pathway to the goal)."
        ),
        hint="Say under `leads_to` which outcome of the base it contributes to.",
        requires=("TOC101/links",),
        unless=("TOC101",),
    ),
    Rule(
        code="TOC604",
        name="overlay-targets-unknown-id",
        severity="error",
        summary="A site changes or drops something that its base does not have.",
        message="{message}",
        why="A misspelt id would leave the base as it is, and nobody would notice.",
        hint="Look the id up in the base.",
        fault="overlay-targets-unknown-id",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC607",
        name="base-version-mismatch",
        severity="warning",
        summary="The base is not the version that a site was made for.",
        message="The base has the fingerprint {found}, and this site was made for {expected}.",
        why=(
            "A copy of a base that is edited, or a base that moves on, changes what all its sites say "
            "(the fingerprint is that printed under every figure)."
        ),
        hint="Look at what has changed in the base; to accept it, write its fingerprint here.",
    ),
    Rule(
        code="TOC609",
        name="override-without-reason",
        severity="warning",
        summary="A site changes or drops something without a reason. An output's own figures need none.",
        message="This site {verb} `{id}` without a reason.",
        why=f"Later readers must be able to tell a local need from a mistake ({_COMPARED}).",
        hint="Add `reason:` in one sentence.",
        unless=("TOC601", "TOC611", "TOC612"),
    ),
    Rule(
        code="TOC611",
        name="locked-field-changed",
        severity="error",
        summary="A site changes what its base has locked.",
        message="This site changes `{locked}`, which the base has locked.",
        why=f"What is locked must mean the same at every site ({_COMPARED}).",
        hint="Take the change away, or ask the owner of the base to unlock it.",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC612",
        name="locked-box-dropped",
        severity="error",
        summary="A site drops what its base has locked.",
        message="This site drops `{id}`, which the base has locked.",
        why=f"What is locked must be there at every site ({_COMPARED}).",
        hint="Keep it, or ask the owner of the base to unlock it.",
        unless=("TOC601",),
        may_be_ignored=False,
    ),
)
