"""What the cases of the rules on measuring do not show: options, second places, words of a message, and size."""

from __future__ import annotations

from typing import Any

import pytest

from toc.loading import inspect_text
from toc.model import TheoryOfChange
from toc.validation import PROFILES, RULES, Findings, Settings, Value, validate, validate_inspection

HEAD = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions: {label: Sessions, engages: [parents], leads_to: [skills]}
outcomes:
  short_term:
    skills: {label: Parents know what helps, leads_to: {calm: {because: They use it.}}}
  long_term:
    calm: {label: Calmer homes}
"""
STRESSES = """\
  one: {label: Parental stress, measures: [skills]}
  two: {label: Parental stressor, measures: [calm]}
"""
SCALE = "scales:\n  five: {lowest: 1, highest: 5, better: higher}\n"


def found(
    indicators: str, code: str, *, scales: str = "", options: dict[tuple[str, str], Value] | None = None
) -> Findings:
    codes = PROFILES["site"].codes | {code}
    settings = Settings(codes=codes, options={(code, name): value for (_, name), value in (options or {}).items()})
    return validate_inspection(inspect_text(f"{HEAD}indicators:\n{indicators}{scales}"), settings=settings)


def option(code: str, name: str, value: Value) -> dict[tuple[str, str], Value]:
    return {(code, name): value}


@pytest.mark.parametrize(
    ("code", "name", "value", "indicators", "scales"),
    [
        ("TOC303", "outcomes", 1, "  knows: {label: Knows, measures: [skills, calm]}\n", ""),
        (
            "TOC304",
            "similarity",
            80,
            STRESSES,
            "",
        ),
        (
            "TOC306",
            "named",
            5,
            "  knows: {label: Knows, measures: [skills, calm], scale: five}\n",
            SCALE.replace("}", ', points: {"1": never, "5": always}}'),
        ),
        (
            "TOC306",
            "longest",
            101,
            "  knows: {label: Knows, measures: [skills, calm], scale: five}\n",
            SCALE.replace("highest: 5", "highest: 100"),
        ),
        ("TOC306", "counts", (), "  knows: {label: Days of calm, measures: [skills, calm], scale: five}\n", SCALE),
        ("TOC309", "methods", ("tally sheet",), "  one: {label: Tally sheets, measures: [skills, calm]}\n", ""),
        ("TOC310", "shares", ("ratio",), "  one: {label: Attendance ratio, measures: [skills, calm]}\n", ""),
        ("TOC313", "indicators", 1, STRESSES.replace("[skills]", "[skills, calm]"), ""),
        ("TOC320", "indicators", 1, STRESSES, ""),
    ],
)
def test_an_option_moves_the_limit_of_its_rule(
    code: str, name: str, value: Value, indicators: str, scales: str
) -> None:
    assert [one.code for one in found(indicators, code, scales=scales)] == []
    set_otherwise = found(indicators, code, scales=scales, options=option(code, name, value))
    assert [one.code for one in set_otherwise] == [code]


def test_a_pair_that_a_team_calls_one_thing_is_not_double_barrelled() -> None:
    asked = "  one: {label: Trust and respect, measures: [skills, calm]}\n"
    assert [one.subject for one in found(asked, "TOC311")] == ["one"]
    assert not found(asked, "TOC311", options=option("TOC311", "pairs", ("trust respect",)))


def test_two_indicators_with_one_alias_are_shown_at_both_places() -> None:
    asked = (
        "  one: {label: Stress, measures: [skills], aliases: [Worry, Strain]}\n"
        "  two: {label: Quiet, measures: [calm], aliases: strain}\n"
    )
    (told,) = found(asked, "TOC304")
    assert told.message == 'Indicator "Quiet" (two) can be taken for `one`: "strain" is a name of both.'
    assert (str(told.place), str(told.other)) == ("<text>:15:41", "<text>:14:61")


def test_a_required_part_is_told_that_only_its_whole_is_measured() -> None:
    part = "    calm: {label: Calmer homes}\n    quiet: {label: Quieter homes, part_of: calm, required: true}\n"
    text = HEAD.replace("    calm: {label: Calmer homes}\n", part)
    text += "indicators:\n  knows: {label: Knows, measures: [skills, calm]}\n"
    (told,) = validate_inspection(inspect_text(text))
    assert told.message == 'No indicator measures outcome "Quieter homes" (quiet) itself, only its whole `calm`.'


def theory(indicators: dict[str, dict[str, Any]], **sections: Any) -> TheoryOfChange:
    outcomes = {"long_term": {"calm": {"label": "Calm"}}}
    return TheoryOfChange.model_validate(
        {"toc": 1, "id": "made", "title": "Made", "outcomes": outcomes, "indicators": indicators, **sections}
    )


@pytest.mark.parametrize("code", ["TOC309", "TOC310", "TOC311"])
@pytest.mark.parametrize("language", ["cy", "de", "fr"])
def test_rules_on_english_words_skip_other_languages(code: str, language: str) -> None:
    labels = {"TOC309": "Survey", "TOC310": "Proportion atteinte", "TOC311": "Trust and respect"}
    named = theory({"one": {"label": labels[code], "measures": ("calm",)}}, language=language)
    settings = Settings(codes=frozenset((code,)))
    assert code not in {one.code for one in validate(named, settings=settings)}


def test_parts_that_go_round_in_a_circle_end_the_rules_on_wholes() -> None:
    outcomes = {"long_term": {one: {"label": one, "part_of": whole} for one, whole in ("ab", "bc", "ca")}}
    circle = theory(
        {"one": {"label": "How it goes", "measures": ("a", "b", "c"), "percent": True, "who": ("parents",)}},
        outcomes=outcomes,
        populations={"parents": {"label": "Parents"}},
    )
    settings = Settings(codes=frozenset(("TOC303", "TOC310", "TOC314")))
    told = [one.code for one in validate(circle, settings=settings) if one.code.startswith("TOC3")]
    assert told == ["TOC303"]


def test_among_many_names_that_begin_alike_equal_ones_are_still_found() -> None:
    words = [f"Home{letter * 9}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    labels = [*words, "The home zzzzzzzzz", words[-2] + "!"]
    indicators = {f"i{number}": {"label": label} for number, label in enumerate(labels)}
    told = validate(theory(indicators), settings=Settings(codes=frozenset(("TOC304",))))
    assert [(one.subject, one.message.partition(" can be ")[2]) for one in told if one.code == "TOC304"] == [
        ("i27", 'taken for `i24`: "Homeyyyyyyyyy!" has the words of "Homeyyyyyyyyy".')
    ]


@pytest.mark.parametrize("code", [code for code in RULES if code.startswith("TOC3")])
def test_a_rule_on_measuring_says_nothing_where_nothing_is_measured(code: str) -> None:
    empty = theory({}, outcomes={})
    told = validate(empty, settings=Settings(codes=frozenset((code,))))
    assert code not in {one.code for one in told}


def test_an_empty_target_is_none_and_no_date_is_asked_of_it() -> None:
    empty = '  one: {label: Trust, measures: [skills, calm], target: "", baseline: " ", source: " "}\n'
    dated = '  two: {label: Calm, measures: [skills, calm], target: {value: "", by: "2015-03"}}\n'
    codes = frozenset({"TOC307", "TOC308", "TOC315", "TOC316"})
    told = validate_inspection(inspect_text(f"{HEAD}indicators:\n{empty}{dated}"), settings=Settings(codes=codes))
    assert [(one.subject, one.code) for one in told] == [
        ("one", "TOC307"),
        ("one", "TOC308"),
        ("one", "TOC315"),
        ("two", "TOC307"),
        ("two", "TOC308"),
        ("two", "TOC315"),
    ]
