"""Rules on the shape of a theory: is it complete, and does everything lead somewhere."""

from __future__ import annotations

from toc.validation.rule import Option, Rule

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
        fix="unsafe",
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
        message="These boxes lead in a circle: {cycle}{more}.",
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
        fix="unsafe",
    ),
    Rule(
        code="TOC105",
        name="duplicate-link",
        severity="warning",
        summary=(
            "Two links join the same two boxes in the same direction: an id stands twice in one list of links, or "
            "a participant leads to an activity that engages it."
        ),
        message="{message}",
        why=(
            "Two arrows that say the same hide which explanation holds "
            "(Davies 2018: each connection should be explained)."
        ),
        hint="Keep one of the two, with the explanations of both.",
        unless=("TOC101",),
        fault="duplicate-link",
        fix="safe",
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
        summary=(
            "A link jumps to the long term past every stage between, although the model has boxes there. All such "
            "links from one stage to one box, or of one participant, are one finding."
        ),
        message="{jump} from {source} past {between}{named}.",
        why=(
            "This is the missing middle: the results that would have to come first are not said "
            "(Conservation by Design, criteria of a good results chain: sufficient intermediate results)."
        ),
        hint="Link through the outcome that comes first, or add it.",
        unless=("TOC501",),
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
        unless=("TOC101", "TOC104", "TOC112", "TOC601", "TOC602"),
    ),
    Rule(
        code="TOC109",
        name="outcome-without-cause",
        severity="warning",
        summary=(
            "Nothing leads to an outcome; an error where an outcome follows from it that no activity leads to. A "
            "part is caused where its whole is. A link between whole stages is not enough where other boxes are "
            "linked one by one: it does not say what leads to this outcome."
        ),
        message='Nothing leads to outcome "{label}" ({id}){follows}.',
        why=(
            "Each precondition needs something that is done to bring it about "
            "(ccfy.org, three tests of a precondition)."
        ),
        hint="Say at an activity or an earlier outcome that it leads here.",
        requires=(_LINKS, "TOC121"),
        unless=("TOC101", "TOC104", "TOC110", "TOC112", "TOC601"),
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
        unless=("TOC101", "TOC601"),
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
        unless=("TOC101", "TOC104", "TOC112", "TOC601"),
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
        unless=("TOC101", "TOC104", "TOC113", "TOC125", "TOC602"),
    ),
    Rule(
        code="TOC113",
        name="input-unused",
        severity="warning",
        summary=(
            "Nothing is done with an input: no activity, output or outcome is reached from it, however long "
            "the way. A part is used where its whole is, and a whole where a part is; of several inputs in a "
            "row only the last is named, and of a whole with its parts the whole. Not asked where the inputs are "
            "linked as a whole stage."
        ),
        message='Input "{label}" ({id}) leads to nothing that is done.',
        why=(
            "A logic model reads as a row of ifs: if these resources are there, then this can be done. "
            "A resource for nothing is either not needed, or its use is not said."
        ),
        hint="Say under `leads_to` which activity uses it, or take it away.",
        requires=(_LINKS,),
        unless=("TOC101", "TOC104"),
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
        code="TOC115",
        name="too-many-nodes",
        severity="info",
        summary=(
            "The figure has more boxes than a page can show readably. Counted is what is drawn: a whole that "
            "is not opened counts once, and its parts not at all; factors count where `figure.columns` names "
            "their role."
        ),
        message='The figure of "{title}" has {count} boxes, more than {most}.',
        why=(
            "A theory with numerous pathways is not taken in at one look; show it in pieces "
            "(Davies 2018, on diagrams of too many pathways; how many is our own figure)."
        ),
        hint=(
            "Make boxes that belong together `part_of` a whole, open fewer wholes under `figure: open:`, name "
            "fewer `columns`, or draw strand by strand."
        ),
        style=True,
        options=(Option("boxes", 60, "The most boxes that a figure may have.", lowest=1),),
    ),
    Rule(
        code="TOC116",
        name="everything-to-everything",
        severity="warning",
        summary=(
            "Most of the links that there can be between two neighbouring stages are there. Neighbours are "
            "stages with no other that has boxes between them. A box that is linked only through its whole or "
            "its parts is not counted, since the arrow stands there; a link between whole stages is one "
            "arrow, and what such links are for."
        ),
        message=(
            "{count} of the {possible} links that there can be from the {first} to the {second} are there: "
            "they do not tell what leads to what."
        ),
        why=(
            "Where everything leads to everything, nothing is said about how the change comes about "
            "(ImpactMojo, pitfalls of theories of change, the first)."
        ),
        hint=(
            "Keep the links that the theory rests on; what holds of two stages as a whole is said once, "
            "under `stage_links`."
        ),
        requires=(_LINKS,),
        options=(
            Option("density", 0.5, "The share of possible links above which it is told.", highest=1),
            Option("smallest", 4, "The fewest boxes in each of the two stages for it to be asked.", lowest=1),
        ),
    ),
    Rule(
        code="TOC117",
        name="transitive-shortcut",
        severity="info",
        summary=(
            "A link from an activity, output or outcome joins two boxes that other links join already, and "
            "says nothing of its own. It has something to say where it has a mechanism (`because`) or a "
            "confidence that no neighbouring link has, evidence, assumptions, moderators, `necessary` or "
            "`sufficient`, or where a source states it; it is no shortcut where it or the way round is "
            "negative or feeds back, or where the way round lies through a factor, a whole or a part. Nothing "
            "is asked of links on a circle, nor of what inputs and participants lead to: they are needed "
            "again at each step."
        ),
        message="The link `{link}` ({from_label} to {to_label}) only repeats the way through {way}.",
        why="An arrow that adds nothing hides those that do (Davies 2018, on diagrams of too many pathways).",
        hint=(
            "Take it away, or say under `because` how it works besides. Where it is meant as a second way, "
            "that mechanism is what makes it one."
        ),
        unless=("TOC107",),
        style=True,
        fix="unsafe",
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
        unless=("TOC212",),
    ),
    Rule(
        code="TOC119",
        name="single-point-of-failure",
        severity="info",
        summary=(
            "Every way from the activities to a long-term outcome goes through one box in which several "
            "arrows come together. Links that feed back are not followed; a part is reached where its whole "
            "is, and a whole where a part is. Boxes in a row behind such a box are not named again, nor is a "
            "theory that is one chain."
        ),
        message=(
            'Every way from the activities to "{end_label}" ({end}){more} goes through "{label}" ({id}), '
            "in which they come together."
        ),
        why=(
            "If this one step fails, all that is done fails with it: it is the one to watch and to test first "
            "(Mayne 2015, on the assumptions of each link)."
        ),
        hint=(
            "Measure it early and well; if the change can come about in another way, add it. If it is meant so, "
            "say so in an `ignore` with the reason."
        ),
        requires=(_LINKS,),
        options=(Option("arrows", 2, "The fewest arrows that come together in the box.", lowest=1),),
    ),
    Rule(
        code="TOC120",
        name="arrow-into-group",
        severity="warning",
        summary=(
            "A box leads to a whole and to a part of it, and the link to the part says nothing more. A link "
            "to a whole alone is fine and means all of its parts. `engages` is not asked: people may be said "
            "to take part in the whole and in a part of it."
        ),
        message=(
            'The link `{link}` ({from_label} to {to_label}) stands beside a link to the whole "{label}" ({id}): '
            "it is not clear whether the other parts are meant."
        ),
        why="An arrow at a group leaves open whether all in it are meant (Davies 2018, on grouped links).",
        hint=(
            "Keep the link to the whole if it holds for every part, else those to the parts that it holds for; or "
            "say under `because` what is special about this one."
        ),
        requires=(_LINKS,),
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
        code="TOC123",
        name="near-duplicate-label",
        severity="info",
        summary=(
            "Two entries of one kind have almost the same label: the same words in any order but for a few "
            "letters. Words with other digits or another beginning are other words, as in mothers and "
            "others; a label that says more than another is another label. Equal ones are TOC118, indicators "
            "TOC304. A word that stands in more than 30 labels of a kind is not looked up, so that large "
            "models stay quick."
        ),
        message='"{label}" ({id}) is almost the same as "{other_label}" (`{other}`).',
        why=(
            "Whoever records data takes one for the other "
            "(Barnardo's 2015, section 4.2.1: more than one descriptor could fit one case)."
        ),
        hint="Make one of the two, or say in the labels what is different.",
        unless=("TOC118",),
        style=True,
        options=(Option("similarity", 90, "How alike two labels are, 0 to 100.", lowest=1, highest=100),),
    ),
    Rule(
        code="TOC124",
        name="activity-without-input",
        severity="info",
        summary=(
            "No input leads to an activity, however long the way, although others have one. A part is fed "
            "where its whole is. Of several activities in a row only the first is named, and of a whole with "
            "its parts the whole. Not asked where the inputs are linked as a whole stage, or lead to no "
            "activity at all."
        ),
        message='No input leads to activity "{label}" ({id}).',
        why="What nothing is said to be needed for has a cost that nobody sees.",
        hint="Say under `leads_to` of an input that it is needed here, or add the input.",
        requires=(_LINKS,),
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
    Rule(
        code="TOC126",
        name="listed-twice",
        severity="warning",
        summary=(
            "An id stands twice in one list: of outcomes measured, people, strands, contributors, assumptions or "
            "factors. In a list of links that is TOC105."
        ),
        message="`{named}` stands twice in the list `{key}` of `{id}`, so the second says nothing.",
        why="Most often another id was meant, which is then missed (Davies 2018, missing connections).",
        hint="Take one of the two away, or correct it where another id was meant.",
    ),
)
