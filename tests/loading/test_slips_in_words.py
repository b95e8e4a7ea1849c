"""What a reader of YAML takes without complaint, and nobody meant: the way out names what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from loading.site_folder import BASE
from toc.loading import inspect, inspect_text
from toc.validation import validate_inspection

HEAD = "toc: 1\nid: m\ntitle: M\n"
AS_WEEKLY = (
    "Write no dashes or `[`: each id with a colon on a line of its own, as `weekly:`, "
    "and below it what is said of it."
)


@pytest.mark.parametrize(
    ("written", "at", "message", "hint"),
    [
        pytest.param(
            "activities:\n  a: {label: Homework, reading and play}\n",
            (5, 24),
            "the comma before `reading and play` ends the value of `label`.",
            'Put the text into quotes: `label: "Homework, reading and play"`.',
            id="a comma in a text between braces",
        ),
        pytest.param(
            "activities:\n  a: {label: Homework, reading, play, leads_to: []}\n",
            (5, 24),
            "the comma before `reading` ends the value of `label`.",
            'Put the text into quotes: `label: "Homework, reading, play"`.',
            id="two commas in a text between braces",
        ),
        pytest.param(
            "outputs:\n  a: {label: A, count: 1,200}\n",
            (5, 26),
            "the comma before `200` ends the value of `count`.",
            "Write `count: 1200`: digits without a comma, and a point before parts of one.",
            id="a comma before thousands",
        ),
        pytest.param(
            "outputs:\n  a: {label: A, count: 1,200,300}\n",
            (5, 26),
            "the comma before `200` ends the value of `count`.",
            "Write `count: 1200300`: digits without a comma, and a point before parts of one.",
            id="a comma before millions",
        ),
        pytest.param(
            "indicators:\n  a: {label: A, target: {value: 6,5}}\n",
            (5, 35),
            "the comma before `5` ends the value of `value`.",
            "Write `value: 6.5`: digits without a comma, and a point before parts of one.",
            id="a comma before parts of one",
        ),
        pytest.param(
            "coverage: {people: 30, with_two: true, x}\n",
            (4, 40),
            "the comma before `x` ends the value of `with_two`.",
            "Put a text with a comma into quotes; write a number without one.",
            id="a comma behind a truth value",
        ),
    ],
)
def test_what_a_comma_cuts_off_between_braces_is_told_as_such(
    written: str, at: tuple[int, int], message: str, hint: str
) -> None:
    told = [one for one in inspect_text(HEAD + written).faults if one.kind == "unknown-field"]
    assert [(one.message, one.hint) for one in told] == [(message, hint)]
    assert [(one.place.line, one.place.column) for one in told if one.place] == [at]


@pytest.mark.parametrize(
    "written",
    [
        "activities:\n  a: {label: A, lable: }\n",
        "activities:\n  a: {lable, label: A}\n",
        "activities:\n  a:\n    label: A,\n    lable:\n",
    ],
)
def test_a_key_with_a_colon_or_in_front_of_all_others_is_not_blamed_on_a_comma(written: str) -> None:
    assert [one.message for one in inspect_text(HEAD + written).faults if one.kind == "unknown-field"] == [
        "`lable` is not a key that can stand in `a`."
    ]


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            "indicators:\n  a: {label: A, target: {value: 6, by: 2027}}\n",
            '`by` must be a month like "2013-04".',
            'Write the month too, in quotes: `by: "2027-12"`.',
        ),
        (
            'indicators:\n  a: {label: A, target: {value: 6, by: "2031"}}\n',
            '`by` must be a month like "2013-04".',
            'Write the month too, in quotes: `by: "2031-12"`.',
        ),
        (
            "activities:\n  - weekly\n",
            "`activities` must be a mapping (`key: value` lines).",
            AS_WEEKLY,
        ),
        (
            "activities:\n  - weekly:\n      label: A\n",
            "`activities` must be a mapping (`key: value` lines).",
            AS_WEEKLY,
        ),
        (
            "ignore: [{code: [TOC301], reason: x}]\n",
            "`code` must be text.",
            "One code for each entry. Write `- code: TOC301`, and on the line below `reason: ...`.",
        ),
        (
            "activities:\n  a: {label: &Club }\n",
            "`label` must be text, or text for each language.",
            '`&` begins the name of an anchor: put the text into quotes: `label: "&Club"`.',
        ),
        (
            "activities:\n  a:\n    label: &Club\n",
            "`label` must be text, or text for each language.",
            '`&` begins the name of an anchor: put the text into quotes: `label: "&Club"`.',
        ),
        (
            "activities:\n  a:\n    label:Weekly club\n",
            "`a` must be a mapping (`key: value` lines).",
            "Write a blank after the colon: `label: Weekly club`.",
        ),
        (
            "activities:\n  a:\n    label: A\n    leads_to:\n      -b\n      -c\n",
            "`-b -c` cannot be an id.",
            "Write a blank after the dash: `- b`.",
        ),
    ],
)
def test_a_value_of_a_wrong_type_is_told_with_what_to_write(written: str, message: str, hint: str) -> None:
    (fault,) = inspect_text(HEAD + written).faults
    assert (fault.message, fault.hint) == (message, hint)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("drop: [calls]", "Write each id with the reason behind it: `drop: {calls: why it goes}`."),
        ("drop: calls", "Write each id with the reason behind it: `drop: {calls: why it goes}`."),
        ("drop: []", "Write each id with the reason behind it: `drop: {id: why it goes}`."),
        ("change: [calls]", ""),
    ],
)
def test_ids_that_are_dropped_in_a_list_are_told_to_want_their_reasons(
    tmp_path: Path, written: str, hint: str
) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    site = f"toc: 1\nextends: base.yaml\nid: s\ntitle: S\nsite: {{id: s, name: S}}\n{written}\n"
    (tmp_path / "site.yaml").write_text(site, encoding="utf-8")
    (fault,) = inspect(tmp_path / "site.yaml", root=tmp_path).faults
    assert (fault.kind, fault.hint) == ("wrong-type", hint)


def test_an_alias_of_nothing_is_told_to_want_quotes_where_a_text_begins_with_its_sign() -> None:
    text = f"{HEAD}activities:\n  a:\n    label: &Club\n  b:\n    label: *Club\n"
    assert [one.hint for one in inspect_text(text).faults] == [
        '`&` begins the name of an anchor: put the text into quotes: `label: "&Club"`.',
        '`*` begins the name of an anchor: put the text into quotes: `label: "*Club"`.',
    ]


def test_a_drop_without_a_reason_is_told_where_the_reason_goes(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    site = "toc: 1\nextends: base.yaml\nid: s\ntitle: S\nsite: {id: s, name: S}\ndrop:\n  money -> groups:\n"
    (tmp_path / "site.yaml").write_text(site, encoding="utf-8")
    findings = validate_inspection(inspect(tmp_path / "site.yaml", root=tmp_path))
    told = [(one.subject, one.hint) for one in findings if one.code == "TOC609"]
    assert told == [("money -> groups", "Write behind its colon why, in one sentence.")]


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("who: [school_staff]", "populations: {school_staff: {label: School staff}}"),
        ("unit: pupil", "units: {pupil: {label: pupil}}"),
        ("strand: home", "strands: {home: {label: Home}}"),
        ("cite: report", "sources: {report: {title: The report}}"),
    ],
)
def test_an_example_of_a_first_entry_is_labelled_by_its_id(written: str, example: str) -> None:
    (fault,) = inspect_text(f"{HEAD}outputs: {{a: {{label: A, {written}}}}}\n").faults
    assert f"write, for example, `{example}`, or take this away." in fault.hint
