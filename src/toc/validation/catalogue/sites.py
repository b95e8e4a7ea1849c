"""Rules on what a site may do to the base that it shares with other sites."""

from __future__ import annotations

from toc.validation.rule import Option, Rule

__all__ = ["SITES"]

_COMPARED = "Barnardo's 2015, section 4.2.1, on outcomes understood and scored differently by the projects"

SITES: tuple[Rule, ...] = (
    Rule(
        code="TOC601",
        name="drops-required-outcome",
        severity="error",
        summary="A site drops an outcome that its base requires, or says that it is not required.",
        message='This site {does} outcome "{label}" ({id}), which the base requires.',
        why=f"Sites can be compared only on what all of them pursue ({_COMPARED}).",
        hint="Keep the outcome, or agree with the owner of the base that it is no longer required.",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC602",
        name="added-activity-without-path",
        severity="error",
        summary="An activity that a site adds leads to no outcome; of several in a row only the last is named.",
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
        code="TOC603",
        name="indicator-redefined",
        severity="error",
        summary=(
            "A site changes the label, scale, percentage, population or outcomes of an indicator, or the scale on "
            "which it is scored, and does not say that it is not comparable. What the base leaves open may be "
            "filled in, and an indicator may measure outcomes besides that the base does not measure."
        ),
        message="This site {verb} {what}, so that {whom} can no longer be compared with the base and other sites.",
        why=f"A score means the same at two sites only where both measure the same in the same way ({_COMPARED}).",
        hint="Take the change away, or write `comparable: false` beside it, with the reason.",
        unless=("TOC101", "TOC611", "TOC612"),
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
        fix="unsafe",
    ),
    Rule(
        code="TOC605",
        name="overlay-is-no-op",
        severity="info",
        summary=(
            "A site changes something to what its base says already, or changes no key at all. An output's own "
            "figures are the site's even where they are the same."
        ),
        message="This site changes {what} `{id}`: the base says the same already.",
        why=f"Whoever compares sites reads it as a difference, and there is none ({_COMPARED}).",
        hint="Take it away.",
        unless=("TOC611",),
        fix="safe",
    ),
    Rule(
        code="TOC606",
        name="site-has-no-indicator-for-a-base-outcome",
        severity="warning",
        summary=(
            "A site keeps an outcome, and drops every indicator by which its base measures it, or gives them to "
            "other outcomes. A required outcome makes it an error."
        ),
        message='Since this site {does}, nothing measures outcome "{label}" ({id}), which the base measures.',
        why=f"The site then has no score to hold beside those of the others ({_COMPARED}).",
        hint="Keep an indicator of it, add one, or drop the outcome with the reason.",
        unless=("TOC612",),
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
        code="TOC608",
        name="local-label-changes-meaning",
        severity="warning",
        summary=(
            "A site's label of an output, outcome, population or unit shares few words with that of its base. "
            "Labels in languages that the base does not have are not compared; inputs and activities may be local."
        ),
        message='This site calls "{label}" ({id}) "{local}", which reads as something else.',
        why=(f"Sites are compared, and their numbers added, under the id, whatever the label says ({_COMPARED})."),
        hint="Keep the words of the base, or drop it and add one of the site's own.",
        unless=("TOC611",),
        options=(Option("similarity", 60, "Labels that are less alike than this are told.", 0, 100),),
    ),
    Rule(
        code="TOC609",
        name="override-without-reason",
        severity="warning",
        summary="A site changes or drops something without a reason. An output's own figures need none.",
        message="This site {verb} `{id}` without a reason.",
        why=f"Later readers must be able to tell a local need from a mistake ({_COMPARED}).",
        hint="Add `reason:` in one sentence.",
        unless=("TOC601", "TOC603", "TOC611", "TOC612", "TOC617"),
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
    Rule(
        code="TOC613",
        name="site-start-after-end",
        severity="error",
        summary="The first month or day of a site is after its last.",
        message="Site `{id}` starts in {start} and ends before that, in {end}.",
        why="One of the two is wrong, and with it every figure that is given for the period.",
        hint="Correct `start` or `end`.",
    ),
    Rule(
        code="TOC614",
        name="site-file-not-listed",
        severity="info",
        summary="A site's id is not among those that its base lists under `sites`.",
        message="Site `{id}` is none of those that its base lists: {listed}.",
        why="Totals over the sites leave it out, and data that name it are refused by the base (TOC709).",
        hint="Add it under `sites` in the base, or correct its `id`.",
    ),
    Rule(
        code="TOC615",
        name="site-file-missing",
        severity="error",
        summary=(
            "A base lists the file of a site under `sites`, and there is no such file. Not asked of a copy of a "
            "base under `vendored/`."
        ),
        message="{message}",
        why=f"Totals over the sites leave it out, and nobody sees that they are not whole ({_COMPARED}).",
        hint="Correct the path, add the file, or take the line away.",
        fault="site-file-missing",
    ),
    Rule(
        code="TOC616",
        name="site-of-another-base",
        severity="error",
        summary=(
            "A base lists a file as its site that does not extend it, not by way of other files either. Not asked "
            "of a copy of a base under `vendored/`."
        ),
        message="{message}",
        why=f"What it counts is of another theory, and cannot be added to that of the other sites ({_COMPARED}).",
        hint="Let it extend this model, or list another file.",
        fault="site-of-another-base",
    ),
    Rule(
        code="TOC617",
        name="changed-and-dropped",
        severity="warning",
        summary=(
            "A site changes something that it drops as well, or a link of a box that it drops; what goes with one "
            "drop is told once."
        ),
        message="This site changes {changed} and drops `{dropped}`, so that {comes} to nothing.",
        why=f"One of the two is left from an earlier draft, and nobody can say which was meant ({_COMPARED}).",
        hint="Take away the change, or what stands under `drop`.",
        unless=("TOC601", "TOC611", "TOC612"),
    ),
    Rule(
        code="TOC618",
        name="site-of-another-id",
        severity="error",
        summary=(
            "A base lists the file of a site under another id than the file gives itself under `site`. Not asked "
            "of a copy of a base under `vendored/`."
        ),
        message="{message}",
        why=f"Data that name the site are refused, and totals over the sites leave it out ({_COMPARED}).",
        hint="Let the base and the site's file name the site alike.",
        fault="site-of-another-id",
    ),
)
