"""Rules on the words of a theory: does a label say what changes, for whom, and only once."""

from __future__ import annotations

from toc.validation.rule import Option, Rule

__all__ = ["WORDING"]

_NOT_A_CHANGE = ("TOC201", "TOC202")

WORDING: tuple[Rule, ...] = (
    Rule(
        code="TOC201",
        name="outcome-as-activity",
        severity="warning",
        summary=(
            "An outcome names work: an order (`Provide training`), a name of work (`Debt advice`) or that it took "
            "place (`Training delivered`). English labels only."
        ),
        message='Outcome "{label}" ({id}) names what is done ("{found}"), not what changes.',
        why=(
            "Work can be done as planned and change nothing "
            "(ImpactMojo, pitfalls of theories of change; UNDAF companion guidance on theory of change)."
        ),
        hint="Move it to `activities:`, and say here what is different for people because of it.",
        options=(Option("work", (), "Further words that name work, in the singular, such as `drop-in`."),),
    ),
    Rule(
        code="TOC202",
        name="output-as-outcome",
        severity="warning",
        summary=(
            "An outcome counts or names what was delivered or who was reached: `50 parents attend`, "
            "`Leaflets distributed`. English labels only."
        ),
        message='Outcome "{label}" ({id}) names what is delivered ("{found}"), not what changes.',
        why=(
            "An output shows that the work reached people, not that anything is different for them "
            "(Insights into Impact, ten tips: outcomes, not outputs)."
        ),
        hint="Move it to `outputs:` with its count, and say here what those who were reached do, know or have.",
        unless=("TOC201",),
    ),
    Rule(
        code="TOC203",
        name="double-barrelled-outcome",
        severity="warning",
        summary=(
            "An outcome joins several changes: with `and`, `or`, a slash, or `so that`. Two kinds of people, two "
            "places, or two words for one thing are not several changes. English labels only."
        ),
        message='Outcome "{label}" ({id}) joins several changes ("{found}").',
        why=(
            "When only one of them comes about, nobody can say whether the outcome was reached "
            "(USAID, Results Framework Indicator Annex 2016: unidimensional; Insights into Impact, ten tips; "
            'Barnardo\'s 2015 has "contact and/or relationships" as one outcome).'
        ),
        hint="Make an outcome of each, or ignore the rule with a reason if they are measured as one.",
        unless=_NOT_A_CHANGE,
        options=(Option("pairs", (), "Further pairs of words that name one thing, such as `bed board`."),),
    ),
    Rule(
        code="TOC204",
        name="vague-verb",
        severity="info",
        summary=(
            "An outcome begins with a verb that does not say what would be seen: support, promote, address, "
            "engage, raise awareness. English labels only."
        ),
        message='Outcome "{label}" ({id}) says "{found}", which nobody can see or count.',
        why=(
            "What cannot be observed cannot be found to have happened "
            "(New York State Education Department, slides on outcome-based evaluation)."
        ),
        hint="Say what people then do, know or have.",
        unless=("TOC201",),
        style=True,
        options=(Option("vague", (), "Further vague verbs or phrases, such as `roll out`."),),
    ),
    Rule(
        code="TOC205",
        name="no-change-word",
        severity="info",
        summary=(
            "An outcome only names a thing: no direction, no state that is wanted, nothing that anybody does. "
            "English labels only."
        ),
        message='Outcome "{label}" ({id}) does not say what changes.',
        why=(
            "A result must make clear what is changing (Conservation by Design, criteria of a good results chain)."
        ),
        hint="Say in which direction, or what people then do: `Reduced parental stress`, not `Parents' stress`.",
        unless=(*_NOT_A_CHANGE, "TOC204"),
        style=True,
    ),
    Rule(
        code="TOC206",
        name="missing-subject",
        severity="info",
        summary=(
            "The label of an outcome, or of an indicator worded as a change, names nobody whose change it is, nor "
            "the things or the place it is about. English labels only."
        ),
        message='The label "{label}" ({id}) does not say whose change it is{but}.',
        why=(
            "A reader must know who is to change, and figures and tables show the label alone "
            "(University of Wisconsin Extension: target subject, change, in what, by when; Barnardo's 2015, "
            'Table 4, has two rows "Improved self-esteem").'
        ),
        hint="Begin with the people: not `Improved self-esteem` but `Children have improved self-esteem`.",
        unless=(*_NOT_A_CHANGE, "TOC204", "TOC205"),
        style=True,
        options=(Option("people", (), "Further words for people or bodies, each one word in the singular."),),
    ),
    Rule(
        code="TOC207",
        name="means-in-outcome",
        severity="info",
        summary="An outcome says how it is brought about: `through`, `via`, `by attending`. English labels only.",
        message='Outcome "{label}" ({id}) holds the means to it ("{found}").',
        why=(
            "The way to a result belongs on the arrow to it; in the result it hides a step "
            "(UNDAF companion guidance, and United Nations slides on the language of results)."
        ),
        hint="Keep the change here; make the means an activity that leads to it, or the `because` of the link.",
        unless=_NOT_A_CHANGE,
        style=True,
    ),
    Rule(
        code="TOC208",
        name="direction-without-baseline",
        severity="info",
        summary=(
            "An outcome is said to become more, less or better, and none of its indicators has a baseline, not "
            "even a `deferred` one. English labels only; not asked where no indicator measures it."
        ),
        message='Outcome "{label}" ({id}) says "{found}", and none of its indicators has a baseline.',
        why=(
            "Better than what? Without a starting point a direction cannot be shown "
            "(New York State Education Department, slides on outcome-based evaluation: avoid `increase` and "
            "`improve` without baseline data)."
        ),
        hint="Give an indicator its `baseline`, or say the state that is wanted instead of a direction.",
        unless=(*_NOT_A_CHANGE, "TOC204", "TOC301"),
        style=True,
    ),
    Rule(
        code="TOC209",
        name="absolute-claim",
        severity="info",
        summary="An outcome leaves no exception: all, every, never, nobody, eliminate. English labels only.",
        message='Outcome "{label}" ({id}) leaves no exception ("{found}").',
        why=(
            "One exception refutes it, so it cannot be plausible as a result of this work "
            "(Davies 2012, criterion of being plausible)."
        ),
        hint="Say for how many, or of whom, it is meant to hold.",
        style=True,
    ),
    Rule(
        code="TOC210",
        name="label-too-long",
        severity="info",
        summary="The label of a box, factor or indicator, in one of its languages, is too long for a figure.",
        message='The label of `{id}` has {letters} letters, more than {most}: "{label}".',
        why="A figure is read at a glance; a long label makes every box large (Davies 2018, on legible diagrams).",
        hint="Keep the core as label, and put the rest under `description:`.",
        style=True,
        options=(Option("letters", 80, "How many letters a label may have, blanks counted.", 1),),
    ),
    Rule(
        code="TOC211",
        name="stage-wording-mismatch",
        severity="info",
        summary=(
            "A condition that takes years to change stands among the short-term outcomes, or knowing and being "
            "aware among the long-term ones. Asked where the theory has other stages. English labels only."
        ),
        message='Outcome "{label}" ({id}) stands among "{stage}", but such words ("{found}") {usual}.',
        why=(
            "People first learn, then act, and only then do conditions change "
            "(University of Wisconsin Extension, guides to outcomes)."
        ),
        hint="Move it to the stage to which it belongs, and link it through what comes between.",
        unless=(*_NOT_A_CHANGE, "TOC204"),
        style=True,
    ),
    Rule(
        code="TOC212",
        name="label-empty",
        severity="error",
        summary="A label, or the title, holds nothing that can be seen, in one of its languages or at all.",
        message="The label of `{id}` is {empty}.",
        why="A box without words is drawn empty, and no table or message can name it.",
        hint="Write the label; a language without words is better left out.",
        unless=("TOC213",),
    ),
    Rule(
        code="TOC213",
        name="label-with-control-characters",
        severity="error",
        summary=(
            "A label, or the title, holds a control character, written as an escape such as `\\x07`. Tabs and "
            "ends of lines are blanks. Hidden characters that stand in the file themselves are TOC021."
        ),
        message="The label of `{id}` holds the control character {character}.",
        why=(
            "It cannot be printed, breaks SVG, XML and spreadsheets, and may command the terminal that shows it "
            "(XML 1.0, section 2.2)."
        ),
        hint="Delete the escape.",
    ),
    Rule(
        code="TOC214",
        name="unexpanded-acronym",
        severity="info",
        summary=(
            "An acronym in a label is not common and nowhere spelt out in the labels, descriptions or title; told "
            "where it stands first. English labels only."
        ),
        message='"{label}" ({id}) uses "{found}", which the model spells out nowhere.',
        why="Whoever is new cannot read the figure (Davies 2012, criterion of being understandable).",
        hint="Spell it out in a label or description, as in `Common Assessment Framework (CAF)`.",
        style=True,
        options=(Option("known", (), "Further acronyms that every reader knows."),),
    ),
)
