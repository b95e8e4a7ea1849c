"""What each key of a model file holds, in one line: what editors show, and the tables of the language page."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["describe", "described_keys"]

_CITE = "a source and where in it, or a list"
_IGNORE = "findings that are left out, each with its reason"

_KEYS: dict[str, dict[str, str]] = {
    "TheoryOfChange": {
        "toc": "the version of the language: `1`",
        "id": "the id of the model",
        "title": "its name, printed on every figure",
        "version": 'your own name for this state of it, such as "2014-03"; a date also dates the PDF',
        "language": "the language of text that names none, such as `cy`; default en",
        "description": "text",
        "sources": "documents that are cited",
        "strands": "lines of work, drawn as lanes",
        "populations": "groups of people that boxes and indicators speak about",
        "units": "what outputs count",
        "contributors": "others who share in outcomes",
        "frameworks": "aims of others that boxes align to",
        "inputs": "boxes: what the work needs",
        "participants": "boxes: whom it reaches",
        "activities": "boxes: what is done",
        "outputs": "boxes: what it delivers",
        "outcomes": "boxes under `short_term`, `intermediate` and `long_term`; a stage that is not used is "
        "left out",
        "stage_links": "what is said of two whole stages",
        "stage_labels": "other headings for the columns: a stage, or a role of factors, and its text",
        "assumptions": "what must hold for links to work",
        "factors": "what acts from outside",
        "studies": "what speaks for and against links",
        "scales": "the scores that there are, and which end is good",
        "indicators": "how change is measured",
        "coverage": "for published counts: how many people were seen twice",
        "claims": "printed numbers, to be worked out again",
        "figure": "what the figure shows",
        "locked": "in a base: a list of ids, or `id.key`, that sites may not change or drop",
        "sites": "in a base: the id and the file of each site",
        "site": "in a site: the place",
        "ignore": "rules whose findings are left out in the whole model, each with its reason",
    },
    "Outcomes": {
        "short_term": "the first changes",
        "intermediate": "the changes that follow from them",
        "long_term": "the changes that are hoped for in the end",
    },
    "SiteFile": {
        "extends": "the path of the base, seen from this file; it may itself be a site",
        "base_fingerprint": "the fingerprint of the base for which this site was made, in quotes; where the base "
        "has another, TOC607 says so",
        "site": "the place",
        "locked": "more that the sites of this site may not change or drop; what its base locks stays locked",
        "ignore": "more findings that are left out in the whole site; what its base ignores stays ignored",
        "add": "sections with new entries, as in a model",
        "change": "an id, a link by its name, `coverage` or `figure`, with the keys that are different and a "
        "`reason`",
        "drop": "an id, a link by its name, or `coverage`, with the reason",
    },
    "SiteChange": {"reason": "why this site is different"},
    "Source": {
        "title": "the title of the document",
        "publisher": "who published it: text",
        "authors": "who wrote it: text",
        "year": "a whole number",
        "url": "where it can be read: text",
        "own": "`true` where those who do the work wrote it themselves; default false",
        "ignore": _IGNORE,
    },
    "Entry": {"label": "text", "description": "text", "cite": _CITE, "ignore": _IGNORE},
    "Ignore": {
        "code": "the code of a rule, or its name: `TOC301`",
        "reason": "why what it finds is right as it is: text",
        "until": '"2026-07" or "2026-07-31", the last month or day for which this holds; default: for good',
    },
    "Framework": {"items": "the aims: ids, each with its `label`, and perhaps `description` and `cite`"},
    "Box": {
        "label": "the words in the box",
        "description": "text; not drawn",
        "basis": "where its stage comes from: `stated`, `generic` or `inferred`; an inferred one has a dashed "
        "border",
        "strand": "the id of a strand, or a list; without one the box is shared and drawn grey",
        "who": "populations: an id or a list",
        "part_of": "the box of which this is a part; what leads to the whole leads to its parts",
        "aligns": "aims of frameworks: `school_plan.attainment`, or a list",
        "leads_to": "links to other boxes, or to factors",
        "links": "`basis` and `cite` for all links of this box that do not give their own",
    },
    "Activity": {
        "engages": "the participants that are reached, with links as under `leads_to`; drawn from the participant "
        "to the activity"
    },
    "Output": {
        "count": "a number, 0 or more; leave it out where none is known",
        "unit": "the id of a unit",
        "qualifier": "how exact the number is: `at_least`, `more_than` or `estimate`",
    },
    "Outcome": {
        "required": "`true`: must have an indicator and stay in every site",
        "terminal": "`true`: a path may end here",
        "contributors": "others who share in it: an id or a list",
    },
    "LinkEntry": {
        "because": "the reason: how the first brings about the second",
        "basis": "where the link comes from: `stated` (a sentence says it of these two), `generic` (said of whole "
        "stages or sets) or `inferred` (your own reading, drawn dashed)",
        "cite": _CITE,
        "confidence": "how sure you are, 0 to 100",
        "polarity": "`positive`, or `negative` where more of the first means less of the second; default positive",
        "feedback": "`true` where the link leads back to something earlier; without it a circle is an error",
        "assumptions": "ids of assumptions that must hold for it",
        "moderated_by": "ids of factors that make it stronger or weaker",
        "evidence": "studies for and against it",
        "necessary": "`true` where the second cannot come about without the first; default false",
        "sufficient": "`true` where the first alone is enough; default false",
        "ignore": _IGNORE,
    },
    "LinkDefaults": {"basis": "where the links come from: `stated`, `generic` or `inferred`", "cite": _CITE},
    "StageLinkEntry": {
        "because": "text",
        "basis": "`stated`, `generic` or `inferred`",
        "cite": _CITE,
        "ignore": _IGNORE,
    },
    "Assumption": {"status": "`untested`, `supported`, `mixed` or `refuted`; default untested"},
    "Factor": {
        "role": "`context`, `risk`, `exposure`, `confounder`, `mediator`, `moderator` or `protective`; "
        "default context",
        "affects": 'boxes, other factors, or links by their name: `"weekly_club -> homework_done"`',
        "leads_to": "links to boxes or other factors, where there is more to say than `affects` can",
        "links": "`basis` and `cite` for all links of this factor that do not give their own",
    },
    "Evidence": {
        "for": "studies that speak for the link: an id or a list",
        "against": "studies that speak against it: an id or a list",
    },
    "Study": {
        "design": "how it was done: text",
        "n": "how many people or cases it had: a whole number",
        "finding": "what it found, in your words",
        "effect": "the size of what it found, as it was published",
    },
    "Effect": {
        "measure": "`odds_ratio`, `risk_ratio`, `hazard_ratio`, `correlation`, `mean_difference`, "
        "`standardised_mean_difference`, `percentage` or `percentage_points`",
        "value": "a number",
        "low": "the lower end of its interval, if the upper one is there too",
        "high": "the upper end of its interval, if the lower one is there too; the value lies between them",
        "level": "the level of the interval in per cent; default 95",
    },
    "Scale": {
        "lowest": "the lowest number, itself included",
        "highest": "the highest number, itself included",
        "better": "`higher` or `lower`; without it no change is called an improvement",
        "label": "text",
        "points": "words for some or all of its numbers, which stand in quotation marks",
        "ignore": _IGNORE,
    },
    "Better": {
        "value": "`higher` or `lower`",
        "basis": '`stated`, `generic` or `inferred`; with `inferred` every score says "direction assumed"',
        "cite": _CITE,
    },
    "Indicator": {
        "measures": "the outcomes that it measures: an id or a list",
        "scale": "the id of its scale",
        "percent": "`true` where it is a share of people, as in percentages before and after",
        "who": "populations; in data they tell two indicators with the same label apart",
        "aliases": "other names under which data may give it",
        "comparable": "`false` where sites measure it in ways that cannot be compared; default true",
        "baseline": "where things stood at first: a number, words, or `deferred` where it is still to be set",
        "target": "what is to be reached: a number, words, or `deferred`; with a date, its `value` and `by`",
        "source": "where its data come from (means of verification): text",
        "frequency": "how often it is collected: text",
        "owner": "who answers for it: text",
        "disaggregate": "by what it is to be split: a word or a list, such as `[sex, site]`",
    },
    "Target": {"value": "a number, words, or `deferred`", "by": '"2026-07" or "2026-07-31"'},
    "Coverage": {
        "people": "how many people there were",
        "with_two": "how many of them have two assessments",
        "closed_before_second": "how many of the others were closed before a second assessment",
        "unit": "the id of a unit",
        "cite": _CITE,
        "ignore": _IGNORE,
    },
    "Claim": {
        "printed": "the number as it is printed; its decimals say how it was rounded, and words are given as a "
        "number with a tolerance",
        "unit": "`percent`, or the id of a unit; without one a share is a fraction",
        "qualifier": "`at_least` or `more_than`, where it is printed as a bound",
        "tolerance": "how far the number may be from the printed one, besides its rounding; default 0",
        "basis": "`stated`, `generic` or `inferred`; with `inferred` the parts were worked out from the printed "
        "number, and it does not count as verified",
        "about": "what the number is about, in one of the forms below",
    },
    "About": {
        "share": "the share of changes that `improved`, `no_change`, `worsened` or `not_improved`; with `of`",
        "count": "the number of changes that `improved`, `no_change`, `worsened` or `not_improved`; with `of`",
        "of": "the id of an outcome or an indicator, whose changes are in the data",
        "number": "a number that the source gives; with `out_of`",
        "out_of": "the number, above 0, by which it is divided",
        "unit": "the id of the unit of `number`",
        "out_of_unit": "the id of the unit of `out_of`; a percentage of another unit is found",
        "coverage": "`true`: the share of people with two assessments",
        "output": "the id of an output: its count in the model",
        "total": "`sites`, with `output`: the sum of its counts at the sites",
        "sum": "the parts of a printed total: a list of numbers",
        "same_as": "the id of another claim: what another place prints for the same thing",
    },
    "Figure": {
        "columns": "the stages to draw, and roles of factors that are columns of their own; default: the stages "
        "that have boxes",
        "open": "wholes that are drawn as a frame around their parts; any other whole is one box, and the links "
        "of its parts begin and end at it",
    },
    "Site": {
        "id": "the id under which data name the site",
        "name": "text",
        "start": '"2013-04" or "2013-04-01"',
        "end": '"2014-03" or "2014-03-31"',
        "residents": "how many people live there: a whole number",
        "staffing": "who works there: text",
        "had": "what it had that others had not: a list of text",
        "lacked": "what it had not that others had: a list of text",
        "notes": "text",
        "cite": _CITE,
    },
}
"""By the part of a file (the kind that the model has for it) and the key."""


def describe(kinds: Iterable[str], key: str) -> str:
    """Return what a key holds in the first of `kinds` that has it; raises `KeyError` where none has."""
    for kind in kinds:
        if key in _KEYS.get(kind, ()):
            return _KEYS[kind][key]
    raise KeyError(key)


def described_keys() -> Iterable[tuple[str, str]]:
    """Return every kind and key that is described."""
    return ((kind, key) for kind, keys in _KEYS.items() for key in keys)
