"""Rules on the data measured for a theory; they name rows, never people or their scores."""

from __future__ import annotations

from toc.validation.rule import Option, Rule, Severity

__all__ = ["CLAIM_MESSAGE", "DATA"]

CLAIM_MESSAGE = 'Claim "{label}" ({id}{cited}): printed as {printed}, but {found}.'
"""What is said of a claim, of whichever rule."""

_IDENTIFYING = (
    "first name", "last name", "full name", "family name", "given name", "middle name", "maiden name",
    "surname", "forename", "person name", "client name", "child name", "child s name", "parent name",
    "parent s name", "mother s name", "father s name", "carer name", "user name", "name of child",
    "name of parent", "name of client", "date of birth", "birth date", "birthdate", "birthday", "dob",
    "postcode", "post code", "zip code", "address", "email", "e mail", "phone", "telephone", "mobile number",
    "national insurance", "ni number", "ni no", "nino", "nhs number", "nhs no", "prison number",
    "prisoner number", "passport",
)  # fmt: skip
_WHOLE_HEADINGS = ("name", "names", "mobile", "zip", "tel")


def _row(number: int, name: str, summary: str, why: str, hint: str, *, severity: Severity = "error") -> Rule:
    return Rule(f"TOC{number}", name, severity, summary, "{message}", why, hint, fault=name)


DATA: tuple[Rule, ...] = (
    _row(
        701,
        "score-off-scale",
        "A score is not on the indicator's scale.",
        "A score that the scale does not have is a slip of the pen, and one of them can turn a small result.",
        "Correct the score in the row named, or take the row away.",
    ),
    _row(
        702,
        "score-not-a-whole-number",
        "A score lies between two points of the scale.",
        "Points of a scale are described one by one; there is no description between them (MacKeith 2014).",
        "Record the point of the scale that was chosen.",
    ),
    _row(
        703,
        "follow-up-before-initial",
        "A follow-up is dated before the first assessment.",
        "Change would be counted in the wrong direction.",
        "Correct the dates, or the kinds, of the rows named.",
    ),
    _row(
        704,
        "missing-baseline",
        "There is a follow-up without a first assessment.",
        "Without a baseline no change can be seen (Wisconsin Extension, on developing indicators).",
        "Add the first assessment if there was one.",
        severity="warning",
    ),
    Rule(
        code="TOC705",
        name="no-follow-up",
        severity="warning",
        summary="Some people have no second assessment, so nothing is known of their change.",
        message=(
            "{at}{without} of {people} {unit} have no second assessment; coverage {with_two}/{people} = {share}."
        ),
        why=(
            "Those who are not seen again may have fared differently, so coverage stands beside every result "
            "(Barnardo's 2015, section 4.2.1: 85 of 134)."
        ),
        hint="Report the coverage with every result; do not count the others as unchanged.",
    ),
    Rule(
        code="TOC706",
        name="n-below-5",
        severity="warning",
        summary="An indicator rests on fewer than five scored changes.",
        message='{indicator} "{label}" ({id}) rests on n={n}, fewer than {limit}.',
        why=(
            "One more person would change the share by a fifth or more, and few people can be recognised "
            "(UK LLC guidebook on disclosure control)."
        ),
        hint="Do not publish a percentage for it; give it together with other indicators.",
        options=(Option("fewer_than", 5, "Fewer scored changes than this are told."),),
    ),
    _row(
        707,
        "duplicate-record",
        "Two rows record the same assessment.",
        "It would count twice.",
        "Keep the right one of the rows named.",
    ),
    _row(
        708,
        "unmapped-indicator",
        "A row names an indicator that the model does not have.",
        "Its scores would be left out of every result.",
        "Correct the name, or add it to the `aliases` of an indicator.",
    ),
    _row(
        709,
        "unknown-site",
        "A row names a site that the model does not have.",
        "Its people would be missing from every site's result.",
        "Correct the name, or add the site under `sites:`.",
    ),
    Rule(
        code="TOC710",
        name="printed-number-does-not-match-data",
        severity="warning",
        summary=(
            "A claim's printed number is not the one that the data, the model or its own parts give, or it is a "
            "percentage of another unit."
        ),
        message=CLAIM_MESSAGE,
        why=(
            "A printed number is quoted long after its table is forgotten (Barnardo's 2015, section 4.2.1: 16 per "
            "cent, where Table 4 gives 9 of 34)."
        ),
        hint="Look the number up; correct it where it is yours, else quote what the data give.",
    ),
    _row(
        711,
        "totals-do-not-add",
        "The total printed in a row of data, or a claimed total, is not the sum of its parts.",
        "One of the numbers is wrong, and nobody can tell which.",
        "Check the row or the claim against its source.",
        severity="warning",
    ),
    _row(
        712,
        "impossible-date",
        "A date does not exist or cannot be read.",
        "Without its date an assessment cannot be put before or after another.",
        "Write dates as year-month-day, such as 2014-03-31.",
    ),
    Rule(
        code="TOC713",
        name="score-never-varies",
        severity="info",
        summary=(
            "All scores of an indicator at a site, of two people or more, are the same; where the readings say "
            "who gave them, all those of one informant."
        ),
        message='All {n} scores of "{label}" ({id}){where} are the same, from row {row} on.',
        why=(
            "People differ, so a score that never does was most likely given without looking (MacKeith 2014: "
            "three workers who scored unlike all others had to be left out)."
        ),
        hint="Ask who gave the scores how they came about; describe the points of the scale.",
        options=(Option("readings", 10, "As many equal scores as this, or more, are told.", 2),),
    ),
    Rule(
        code="TOC714",
        name="site-score-distribution-shift",
        severity="info",
        summary=(
            "The first scores of an indicator at one site lie far from those at another: between the lowest and "
            "the highest median of the sites lies half of the scale or more, two points on a scale of 1 to 5."
        ),
        message='The first scores of "{label}" ({id}) {where} lie far apart (from rows {one} and {other} on).',
        why=(
            "Either the sites reach different people, or they do not score alike, and then their changes cannot "
            "be compared (Barnardo's 2015, section 4.2.1, on outcomes scored differently by the projects)."
        ),
        hint="Let both sites score the same cases and compare; describe the points of the scale.",
        options=(
            Option("part_of_scale", 0.5, "The difference of the medians, as a part of the scale's length.", 0, 1),
            Option("readings", 10, "Sites with fewer first readings of the indicator are left aside.", 1),
        ),
    ),
    Rule(
        code="TOC715",
        name="personal-identifier-column",
        severity="warning",
        summary="A column of readings is headed, in English, as what identifies a person. No cell is looked at.",
        message="{columns} headed as what identifies people: {words}.",
        why=(
            "Scores are copied and passed on, and who can be recognised in them can be harmed "
            "(UK LLC guidebook on disclosure control)."
        ),
        hint="Take it out of the file; an id without a name is all that is needed.",
        options=(
            Option("words", _IDENTIFYING, "Words that identify people wherever they stand in a heading."),
            Option("headings", _WHOLE_HEADINGS, "Words that do so only where they are the whole heading."),
        ),
    ),
    _row(
        716,
        "area-of-work-recorded-but-no-outcome-selected",
        "Readings record an area of work with a person and no indicator for it.",
        "What the work brought about is then not captured (Barnardo's 2015, section 4.3: the outcomes that were "
        "selected did not cover all areas of work).",
        "Select an indicator for the area, or add one to the model; where none is wanted, take the row away.",
        severity="warning",
    ),
    Rule(
        code="TOC717",
        name="sources-disagree",
        severity="warning",
        summary="Two claims that ought to give the same number do not.",
        message=CLAIM_MESSAGE,
        why=(
            "Whoever quotes one of them contradicts the other (Barnardo's 2015 gives individuals by site as "
            "85/32/17 in Appendix 2 and as 86/32/16 in Appendix 3)."
        ),
        hint="Find out which is right, or give both with their places.",
    ),
    Rule(
        code="TOC718",
        name="n-below-10",
        severity="info",
        summary="An indicator rests on five to nine scored changes.",
        message='{indicator} "{label}" ({id}) rests on n={n}, fewer than {limit}.',
        why="So few changes leave a wide margin (Office for National Statistics, threshold of ten).",
        hint="Give the number beside the percentage, and read it with caution.",
        options=(Option("fewer_than", 10, "Fewer scored changes than this are told, as far as TOC706 does not."),),
    ),
    _row(
        719,
        "score-not-a-number",
        "A score is not a number.",
        "It cannot be compared with another; an empty field is not a zero.",
        "Record the point of the scale as a number, or take the row away.",
    ),
    _row(
        720,
        "future-date",
        "A date lies in the future.",
        "An assessment that has not taken place yet is most often a wrong year.",
        "Correct the date in the row named.",
    ),
    _row(
        721,
        "incomplete-row",
        "A row lacks a field that it needs, or has more fields than the heading.",
        "What a field means depends on its column.",
        "Complete the row named, or take it away.",
    ),
    _row(
        722,
        "number-out-of-range",
        "A count is negative, or a percentage is not between 0 and 100.",
        "No such number of people exists.",
        "Correct the number in the row named.",
    ),
)
