"""Rules on people: who is reached, and is it they who are meant to change."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["PEOPLE"]

_LINKS = "TOC101/links"

PEOPLE: tuple[Rule, ...] = (
    Rule(
        code="TOC501",
        name="participant-reached-by-no-activity",
        severity="warning",
        summary=(
            "A participant has links, but none to an activity, and no activity says under `who` that it is for "
            "these people. A part is reached where its whole is, and the reverse. Not asked where a link between "
            "stages joins participants to activities."
        ),
        message='No activity reaches participant "{label}" ({id}).',
        why="People change through what reaches them; the rest is hope (Mayne 2015, theory of reach).",
        hint="Name it under `engages` of the activity that reaches it, or take it away.",
        requires=(_LINKS, "TOC121"),
        unless=("TOC101", "TOC104", "TOC112"),
    ),
    Rule(
        code="TOC502",
        name="activity-without-participant",
        severity="warning",
        summary=(
            "An activity reaches no participant, while others do. It does so through its whole, its parts and the "
            "activities before and after it too, and where it says under `who` whom it is for. Of a whole and its "
            "parts the whole is told. Not asked where a link between stages joins participants to activities."
        ),
        message='Activity "{label}" ({id}) reaches no participant.',
        why="Who is to be reached by each piece of work decides what it can change (Mayne 2015, theory of reach).",
        hint="Say under `engages` whom it reaches, or link it to the activity that it prepares.",
        requires=(_LINKS, "TOC122"),
        unless=("TOC101", "TOC104", "TOC108", "TOC112", "TOC602"),
    ),
    Rule(
        code="TOC503",
        name="outcome-population-not-participant",
        severity="warning",
        summary=(
            "An outcome is a change for people whom no participant includes, and no outcome for people who are "
            "reached leads to it. A part is about whom its whole is about. Not asked where some participant does "
            "not say who it is, or where only whole stages are linked. Of a whole and its parts the whole is told."
        ),
        message='Outcome "{label}" ({id}) is a change for {populations}, whom nothing reaches.',
        why=(
            "A change in people whom the work does not meet comes about through somebody whom it does meet; that "
            "step is missing (Mayne 2015, theory of reach)."
        ),
        hint=(
            "Add these people under `who` of the participant that they belong to, or the change in those who are "
            "reached that leads to it."
        ),
        requires=("TOC101", "TOC122"),
        unless=("TOC104", "TOC109", "TOC110", "TOC112"),
    ),
    Rule(
        code="TOC504",
        name="subgroup-missing",
        severity="info",
        summary=(
            "No indicator is about a population: none names it under `who`, none without `who` measures a change "
            "of theirs, and none is split by it under `disaggregate`. Not asked of a model without indicators."
        ),
        message='No indicator is about population "{label}" ({id}).',
        why=(
            "What changes for one group stays unseen in a figure about all "
            "(the table of indicators of epitoolkit asks each for its disaggregation)."
        ),
        hint="Name it under `who` of an indicator, or split one by it under `disaggregate`.",
        requires=("TOC101",),
    ),
    Rule(
        code="TOC505",
        name="population-only-in-label",
        severity="info",
        summary=(
            "The label of a participant, an outcome or an indicator names a population by its id or label, and "
            "`who` does not. An outcome is about whom its whole is about, an indicator about whom its outcomes."
        ),
        message='"{label}" ({id}) names `{population}` in its label only.',
        why=(
            "Whose change it is should be said in so many words "
            "(Wisconsin Extension 2.13: an outcome has a target subject; Insights into Impact, tip 4)."
        ),
        hint="Name the population under `who`.",
        unless=("TOC101",),
        style=True,
    ),
)
