"""Rules on the shape of a theory: is it complete, and does everything lead somewhere."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["STRUCTURE"]

_LINKS = "TOC101/links"

STRUCTURE: tuple[Rule, ...] = (
    Rule(
        code="TOC101",
        name="dangling-reference",
        severity="error",
        summary="Something names an id that does not exist.",
        message="{message}",
        why=(
            "A link to nowhere is a step of the theory that is not there "
            "(ActKnowledge 2013: every box must have its place on a pathway to the goal)."
        ),
        hint="Correct the id, or add what it names.",
        fault="dangling-reference",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC102",
        name="duplicate-id",
        severity="error",
        summary="Two entries have the same id.",
        message="{message}",
        why="Links, indicators and data find a box by its id; with two of them nobody knows which is meant.",
        hint="Give one of the two another id.",
        fault="duplicate-id",
        may_be_ignored=False,
    ),
    Rule(
        code="TOC103",
        name="cycle",
        severity="error",
        summary="Boxes lead back to themselves, and no link among them is declared as feedback.",
        message="These boxes lead in a circle: {cycle}.",
        why=(
            "Feedback is real, but it must be shown on purpose; an accidental circle hides what comes first "
            "(Davies 2018, on the problems of theories drawn as diagrams)."
        ),
        hint="Write `feedback: true` at the link that leads back, or take the wrong link away.",
    ),
    Rule(
        code="TOC104",
        name="self-link",
        severity="error",
        summary="A box leads to itself.",
        message="The link `{link}` leads from {from_label} to itself.",
        why="Nothing is its own cause; most often another target was meant (Davies 2018, missing connections).",
        hint="Correct the target, or take the link away.",
    ),
    Rule(
        code="TOC105",
        name="duplicate-link",
        severity="warning",
        summary="Two links join the same two boxes in the same direction.",
        message="The link `{link}` ({from_label} to {to_label}) stands twice: in `leads_to` and in `engages`.",
        why=(
            "Two arrows that say the same hide which explanation holds "
            "(Davies 2018: each connection should be explained)."
        ),
        hint="Keep one of the two, with the explanations of both.",
    ),
    Rule(
        code="TOC106",
        name="stage-backwards",
        severity="error",
        summary="A link leads to an earlier stage and is not declared as feedback.",
        message="The link `{link}` ({from_label} to {to_label}) leads back, from {source} to {target}.",
        why=(
            "Results come in order, each stage resting on the one before "
            "(USAID, TIPS 13; UNDAF companion guidance on theory of change)."
        ),
        hint=(
            "Turn the link round, move one of the boxes, or write `feedback: true`. "
            "For the people that an activity reaches, use `engages`."
        ),
        unless=("TOC103",),
    ),
    Rule(
        code="TOC107",
        name="stage-skipped",
        severity="warning",
        summary="A link jumps to the long term past every stage between, although the model has boxes there.",
        message="The link `{link}` ({from_label} to {to_label}) jumps from {source} past {between}.",
        why=(
            "This is the missing middle: the results that would have to come first are not said "
            "(Conservation by Design, criteria of a good results chain: sufficient intermediate results)."
        ),
        hint="Link through the outcome that comes first, or add it.",
    ),
    Rule(
        code="TOC108",
        name="activity-without-outcome",
        severity="warning",
        summary=(
            "No outcome can be reached from an activity. A part leads where its whole leads, and the reverse; of "
            "several activities in a row only the last is named. Not asked where only whole stages are linked."
        ),
        message='Activity "{label}" ({id}) leads to no outcome.',
        why=(
            "Work that is not thought to change anything is either not needed or not explained "
            "(ImpactMojo, pitfalls of theories of change; Barnardo's 2015 lists areas of work without an outcome)."
        ),
        hint="Say under `leads_to` which outcome it contributes to.",
        requires=(_LINKS,),
        unless=("TOC101", "TOC104", "TOC112", "TOC602"),
    ),
    Rule(
        code="TOC109",
        name="outcome-without-cause",
        severity="warning",
        summary=(
            "Nothing leads to an outcome; an error where no activity leads to what follows from it either. A part "
            "is caused where its whole is. A link between whole stages is not enough where other boxes are linked "
            "one by one: it does not say what leads to this outcome."
        ),
        message='Nothing leads to outcome "{label}" ({id}){follows}.',
        why=(
            "Each precondition needs something that is done to bring it about "
            "(ccfy.org, three tests of a precondition)."
        ),
        hint="Say at an activity or an earlier outcome that it leads here.",
        requires=(_LINKS, "TOC121"),
        unless=("TOC101", "TOC104", "TOC110", "TOC112"),
    ),
    Rule(
        code="TOC110",
        name="outcome-not-reachable-from-any-activity",
        severity="error",
        summary=(
            "Something leads to an outcome, but no activity does, however long the way. Of several outcomes in a "
            "row only the first is named; where nothing leads to that one, TOC109 names it."
        ),
        message='No activity leads to outcome "{label}" ({id}), though other boxes do.',
        why=(
            "An island of outcomes is a hope, not a theory of what the work will change "
            "(Davies 2012, criterion of completeness)."
        ),
        hint="Link an activity to it or to one of the boxes that lead to it.",
        requires=(_LINKS, "TOC121"),
        unless=("TOC101",),
    ),
    Rule(
        code="TOC111",
        name="dead-end-outcome",
        severity="warning",
        summary=(
            "An outcome before the long term leads nowhere and is not marked `terminal`. Not asked where only "
            "whole stages are linked."
        ),
        message='Outcome "{label}" ({id}) leads nowhere.',
        why="Each step should lie on a pathway to the long-term goal (ActKnowledge 2013).",
        hint="Say what it leads to, or write `terminal: true` if the path is meant to end here.",
        requires=(_LINKS, "TOC114"),
        unless=("TOC101", "TOC104", "TOC112"),
    ),
    Rule(
        code="TOC112",
        name="isolated-node",
        severity="warning",
        summary=(
            "A box has no links at all: none of its own, of its whole or of a part, and no link between stages "
            "takes in its stage."
        ),
        message='"{label}" ({id}), among the {stage}, has no links at all.',
        why="A missing connection is the commonest fault of a drawn theory (Davies 2018).",
        hint="Link it, make it `part_of` a box that is linked, or take it away.",
        requires=(_LINKS,),
        unless=("TOC101", "TOC104", "TOC602"),
    ),
    Rule(
        code="TOC114",
        name="no-long-term-outcome",
        severity="error",
        summary="The model has no long-term outcome.",
        message='"{title}" has no long-term outcome.',
        why=(
            "A theory of change ends in the state that is wanted "
            "(Conservation by Design, criteria of a good results chain)."
        ),
        hint="Add the change that everything is meant to lead to under `outcomes: long_term:`.",
    ),
    Rule(
        code="TOC118",
        name="duplicate-label",
        severity="warning",
        summary="Two entries of one kind have the same label, capitals and spaces aside.",
        message='"{label}" ({id}) has the same label as `{other}`.',
        why=(
            "Whoever reads the figure or records data cannot tell them apart "
            "(Barnardo's 2015, Table 4: two indicators are both called improved self-esteem)."
        ),
        hint="Say in the label what is different, such as whose change it is.",
    ),
    Rule(
        code="TOC121",
        name="no-activity",
        severity="error",
        summary="The model has no activity.",
        message='"{title}" has no activity.',
        why=(
            "Without something that is done there is no theory of how the change comes about "
            "(Davies 2012, criterion of completeness)."
        ),
        hint="Add what is done under `activities:`.",
    ),
    Rule(
        code="TOC122",
        name="no-participant",
        severity="warning",
        summary="The model has no participant.",
        message='"{title}" names no participants.',
        why="Who is to be reached decides what can change (Mayne 2015, theory of reach).",
        hint="Add the people or agencies that the work reaches under `participants:`.",
    ),
    Rule(
        code="TOC125",
        name="part-of-itself",
        severity="error",
        summary="A box is part of itself, directly or through others.",
        message='"{label}" ({id}) is part of itself: {circle}.',
        why="A whole and its parts cannot be drawn or followed where each contains the other.",
        hint="Take `part_of` away from one of these boxes.",
    ),
)
