"""Rules on how change is measured."""

from __future__ import annotations

from toc.validation.catalogue.indicator_words import COUNTS, METHODS, SHARES
from toc.validation.rule import Option, Rule

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
        message='No indicator measures outcome "{label}" ({id}){but}.',
        why="Each result needs at least one indicator (USAID, Results Framework Indicator Annex 2016).",
        hint="Add an indicator whose `measures` names it.",
        unless=("TOC101/measures", "TOC606"),
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
        unless=("TOC101", "TOC601"),
    ),
    Rule(
        code="TOC303",
        name="indicator-mapped-to-several-outcomes",
        severity="warning",
        summary=(
            "An indicator measures more than two outcomes. An outcome and the whole of which it is a part are one."
        ),
        message='Indicator "{label}" ({id}) measures {count} outcomes: {outcomes}.',
        why=(
            "When it moves, nobody can say which of them came about: an indicator is specific to what it is to "
            "show (O'Sullivan's criteria for indicators; Barnardo's 2015, section 4.2.1, where one descriptor "
            "fitted several outcomes)."
        ),
        hint="Keep it for the outcome that it shows best, and give the others an indicator of their own.",
        unless=("TOC101",),
        options=(Option("outcomes", 2, "How many outcomes one indicator may measure.", 1),),
    ),
    Rule(
        code="TOC304",
        name="ambiguous-overlapping-indicators",
        severity="warning",
        summary=(
            "Two indicators about the same people share a name, or almost: a label or an alias of one is a label "
            "or an alias of the other. Two labels that are equal are told by TOC118."
        ),
        message='Indicator "{label}" ({id}) can be taken for `{other}`: {how}.',
        why=(
            "Whoever records a change then picks now the one and now the other (Barnardo's 2015, section 4.2.1: "
            "more than one of over 100 descriptors fitted a change)."
        ),
        hint=(
            "Keep one of them, with the other's names under `aliases`; or say in the name what is different; or "
            "say under `who` whom each is about."
        ),
        unless=("TOC118",),
        options=(
            Option("similarity", 90, "How alike two words must be to count as the same, in per cent.", 50, 100),
        ),
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
    Rule(
        code="TOC306",
        name="scale-points-undefined",
        severity="warning",
        summary=(
            "A scale that indicators use does not say in words what its points stand for; the words of two points "
            "are enough. A scale of a count, such as days, and a long one, such as 0 to 100, are not asked."
        ),
        message="Scale `{id}` runs from {lowest} to {highest}, and `points` gives words {named}.",
        why=(
            "Two workers then score the same family differently: only more precise words for the points made "
            "their scores agree (MacKeith 2014, on the Outcomes Star; Barnardo's 2015, section 4.2.1, names no "
            "point of its five)."
        ),
        hint='Give at least both ends their words under `points`, such as `"1": never` and `"5": always`.',
        options=(
            Option("named", 2, "How many points must have words.", 1),
            Option("longest", 11, "How many points a scale may have and still be asked.", 2),
            Option(
                "counts", COUNTS, "Words with which the English label of a scale or indicator begins that counts."
            ),
        ),
    ),
    Rule(
        code="TOC307",
        name="no-baseline",
        severity="info",
        summary="Nobody has said where an indicator stood at first. Words and `deferred` are an answer.",
        message="No baseline is given for {who}.",
        why=(
            "Without it no target and no change can be judged (University of Wisconsin Extension; New York State "
            'Library: no "increase" without baseline data).'
        ),
        hint="Write `baseline:` with a number or words, or `baseline: deferred` where it is still to be set.",
        unless=("TOC302",),
    ),
    Rule(
        code="TOC308",
        name="no-data-source",
        severity="info",
        summary="Nobody has said where the data of an indicator come from.",
        message="No source of data is named for {who}.",
        why="An indicator without a means of verification is never collected (epitoolkit, table of indicators).",
        hint="Write `source:` with the form, register or survey that the data come from.",
        unless=("TOC302",),
    ),
    Rule(
        code="TOC309",
        name="method-as-indicator",
        severity="info",
        summary='An indicator is named after a way to collect data ("Parent survey"). English labels only.',
        message='Indicator "{label}" ({id}) names a way to collect data ({method}), not what is measured.',
        why=(
            "A survey can show many things; an indicator is the one that is looked at (University of Wisconsin "
            "Extension 7.13)."
        ),
        hint=('Say what is read from it ("Share of parents who read daily"), and name the method under `source`.'),
        options=(Option("methods", METHODS, "Names of ways to collect data, in the singular."),),
    ),
    Rule(
        code="TOC310",
        name="percent-without-denominator",
        severity="warning",
        summary=(
            "A share in per cent does not say of whom: neither the indicator nor its outcome, nor the whole of "
            "that outcome, has `who`, and the label names no people."
        ),
        message='Indicator "{label}" ({id}) is a share, and nothing says of whom.',
        why=(
            "A share can be neither collected nor compared without what it is a share of (epitoolkit, table of "
            "indicators: numerator and denominator)."
        ),
        hint='Name the population under `who`, or say in the label of whom: "Percentage of pupils who ...".',
        unless=("TOC302",),
        options=(Option("shares", SHARES, "Words for a share in an English label."),),
    ),
    Rule(
        code="TOC311",
        name="double-barrelled-indicator",
        severity="warning",
        summary=(
            'An indicator joins two things by "and", "or", "&" or "/". English labels only. People, numbers, '
            "names and fixed pairs may be joined."
        ),
        message='Indicator "{label}" ({id}) measures two things at once: "{joined}".',
        why=(
            "Where one rises and the other falls, no score is right: an indicator has one dimension (USAID, "
            "Results Framework Indicator Annex 2016)."
        ),
        hint="Make it two indicators, or name the one thing that is scored.",
        options=(Option("pairs", (), "Further pairs of words that name one thing, such as `care support`."),),
    ),
    Rule(
        code="TOC312",
        name="target-off-scale",
        severity="error",
        summary=(
            "The target or the baseline of an indicator is a number outside its scale, or, for a share, "
            "outside 0 to 100 per cent."
        ),
        message=(
            'The {what} of indicator "{label}" ({id}) is {value}, but its scores run from {lowest} to {highest}.'
        ),
        why="No score can ever reach it.",
        hint=(
            "Give a number of the scale; a share of people who improve is another indicator, with "
            '`percent: true`, or words: "80 per cent improve".'
        ),
    ),
    Rule(
        code="TOC313",
        name="too-many-indicators-for-one-outcome",
        severity="info",
        summary="An outcome has more than three indicators of its own; those of its parts are counted there.",
        message='Outcome "{label}" ({id}) has {count} indicators; {most} are enough.',
        why=(
            "Each costs somebody's time, and several that fit one change are recorded unevenly (Barnardo's 2015, "
            "section 4.2.1: over 100 descriptors)."
        ),
        hint="Keep those that tell most; wordings of the same thing go under `aliases` of one indicator.",
        options=(Option("indicators", 3, "How many indicators one outcome may have.", 1),),
    ),
    Rule(
        code="TOC314",
        name="outcome-vs-indicator-population-differ",
        severity="warning",
        summary=(
            "An indicator is about none of the populations that its outcome, or the whole of that outcome, "
            "is about."
        ),
        message='Indicator "{label}" ({id}) is about {who}, but its outcome `{other}` is about {people}.',
        why=(
            "Its scores would be counted for people whom the outcome does not speak of (Barnardo's 2015, Table 4: "
            "self-esteem of parents and of children are two rows)."
        ),
        hint="Mend `who` of the one or the other, or name another outcome under `measures`.",
        unless=("TOC101",),
    ),
    Rule(
        code="TOC315",
        name="no-target",
        severity="info",
        summary="Nobody has said what an indicator is to reach. Words and `deferred` are an answer.",
        message="No target is set for {who}.",
        why="Without it nobody can say later whether the change was enough (University of Wisconsin Extension).",
        hint="Write `target:` with a number or words, or `target: deferred` where it is still to be set.",
        unless=("TOC302",),
    ),
    Rule(
        code="TOC316",
        name="no-target-date",
        severity="info",
        summary="A target does not say by when; a year in its words is enough, and `deferred` is not asked.",
        message="No date is given for the target of {who}.",
        why="A target without a date is never missed (University of Wisconsin Extension 2.14: by when).",
        hint='Write the target in full: `value:` with the number or words, and `by: "2026-07"`.',
        unless=("TOC302",),
    ),
    Rule(
        code="TOC317",
        name="no-frequency",
        severity="info",
        summary="Nobody has said how often the data of an indicator are collected.",
        message="Nothing says how often data are collected for {who}.",
        why="What has no rhythm is collected once, if at all (epitoolkit, table of indicators: frequency).",
        hint="Write `frequency:`, such as `frequency: every quarter`.",
        unless=("TOC302",),
    ),
    Rule(
        code="TOC318",
        name="no-owner",
        severity="info",
        summary="Nobody is named who answers for the data of an indicator.",
        message="Nobody is named who answers for the data of {who}.",
        why="What is everybody's task is nobody's (epitoolkit, table of indicators: responsibility).",
        hint="Write `owner:` with a role, such as `owner: Project manager`; a person's name is not needed.",
        unless=("TOC302",),
    ),
    Rule(
        code="TOC319",
        name="target-against-direction",
        severity="error",
        summary=(
            "A target is worse than the baseline by the direction of its scale, also an inferred one. A target "
            "that keeps the baseline is fine."
        ),
        message=(
            'The target of indicator "{label}" ({id}) is {target} and its baseline {baseline}, but {better} is '
            "better on scale `{scale}`."
        ),
        why="Either the target asks for harm, or every score is read the wrong way round.",
        hint="Mend the target, the baseline or `better` of the scale.",
        unless=("TOC312",),
    ),
    Rule(
        code="TOC320",
        name="too-large-a-menu",
        severity="info",
        summary="The model has more than 30 indicators in all; aliases are not counted.",
        message="The model has {count} indicators; more than {most} are a menu that nobody uses evenly.",
        why="Faced with over 100 descriptors, workers chose differently (Barnardo's 2015, section 4.2.1).",
        hint="Keep those that are used; the other wordings go under `aliases` of these.",
        options=(Option("indicators", 30, "How many indicators a model may have.", 1),),
    ),
    Rule(
        code="TOC321",
        name="number-read-as-words",
        severity="warning",
        summary=(
            "The baseline or target of an indicator with a scale, or of a share, is a number that is read as "
            "words: it has a comma, a per cent sign or quotes. Words are fine, also a share in words on a scale."
        ),
        message='The {what} of indicator "{label}" ({id}), "{written}", is read as words: write {instead}.',
        why=(
            "Words are held against no scale and no score, so that nobody learns whether the target was met "
            "(University of Wisconsin Extension; YAML 1.2, section 10.3.2, on what is a number)."
        ),
        hint="Write digits without quotes, unit or thousands mark, and a point for a comma: `baseline: 2.1`.",
        fix="safe",
    ),
    Rule(
        code="TOC322",
        name="coverage-above-everyone",
        severity="error",
        summary="`coverage` counts more people with two assessments than people.",
        message="`coverage` has {with_two} people with two assessments, but only {people} people.",
        why=(
            "Whoever has two assessments is one of the people; a share above 100 per cent makes every score "
            "beside it doubtful (Barnardo's 2015, Table 4: 85 of 134)."
        ),
        hint="Correct `people` or `with_two`; look whether both count in the same unit.",
    ),
)
