"""What a plain word of YAML stands for: the core types of YAML 1.2 and nothing else."""

from __future__ import annotations

import math
from typing import Any

import pytest

from toc.errors import Fault
from toc.loading import inspect_text
from toc.loading.limits import MAX_FAULTS
from toc.loading.yaml_tree import read_yaml
from toc.places import Place

OTHERS_READ = [
    *(
        pytest.param(word, word, "a truth value", id=word)
        for word in ("no", "No", "NO", "yes", "on", "Off", "OFF")
    ),
    *(pytest.param(word, word, "a date", id=word) for word in ("2024-02-30", "2013-4-1", "2013-04-01 12:00:00")),
    *(
        pytest.param(word, word, "a number of minutes or seconds", id=word)
        for word in ("1:30", "190:20:30", "09:30:00.5")
    ),
    *(
        pytest.param(word, word, "a number", id=word)
        for word in ("1_000", "-1_0.5", "1.0_1", "0x1F", "0o17", "0b1", "+.inf", ".Inf", ".NaN", "9" * 31)
    ),
    *(
        pytest.param(word, value, "another number or a text", id=word)
        for word, value in (("012", 12), ("08", 8), ("1e3", 1000.0), ("1E-2", 0.01), (".5e1", 5.0))
    ),
]
"""Plain words, what they are here, and what others take them for."""


def value_of(written: str) -> Any:
    value, faults = read_yaml(f"key: {written}\n", "f.yaml")
    assert faults == ()
    return value["key"]


@pytest.mark.parametrize(("word", "value", "reading"), OTHERS_READ)
def test_a_word_that_others_would_change_keeps_its_meaning_and_is_noted(
    word: str, value: object, reading: str
) -> None:
    read, (note,) = read_yaml(f"key: {word}\n", "f.yaml")
    assert (type(read["key"]), read["key"]) == (type(value), value)
    assert (note.kind, note.place) == ("implicit-type", Place("f.yaml", 1, 6, len(word)))
    assert note.message.endswith(f" here; other readers of YAML take it for {reading}.")


@pytest.mark.parametrize("word", [case.values[0] for case in OTHERS_READ])
def test_such_a_word_in_quotes_is_not_noted(word: str) -> None:
    assert value_of(f'"{word}"') == value_of(f"'{word}'") == word


@pytest.mark.parametrize(
    "word",
    [
        "y", "n", "2014-03", "1e", "e3", "1.2.3", "+", ".", "1,5", "tRUE", "nULL", ".infinity", "nO", "none",
        "=", "12 families", "1:75", "0800 555", "10-12",
    ],
)  # fmt: skip
def test_a_word_that_every_reader_takes_for_text_is_not_noted(word: str) -> None:
    assert value_of(word) == word


def test_a_note_says_whom_it_is_about_and_refuses_no_model() -> None:
    text = "toc: 1\nid: m\ntitle: no\ninputs:\n  on: {label: A, leads_to: {b: {because: yes}}}\n  b: {label: B}\n"
    inspection = inspect_text(text)
    told = "here; other readers of YAML take it for a truth value."
    hint = "Put it into quotes."
    assert inspection.faults == ()
    assert inspection.theory is not None
    assert list(inspection.theory.boxes) == ["on", "b"]
    assert inspection.notes == (
        Fault("implicit-type", f"`no` is text {told}", Place("<text>", 3, 8, 2), hint),
        Fault("implicit-type", f"`on` is text {told}", Place("<text>", 5, 3, 2), hint, "on"),
        Fault("implicit-type", f"`yes` is text {told}", Place("<text>", 5, 42, 3), hint, "on -> b"),
    )


def test_a_wrong_type_is_not_noted_as_well() -> None:
    text = "toc: 1\nid: m\ntitle: 012\noutcomes: {long_term: {a: {label: A, required: yes}}}\n"
    inspection = inspect_text(text)
    assert ([one.kind for one in inspection.faults], inspection.notes) == (["wrong-type", "wrong-type"], ())


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", 12), ("-7", -7), ("+7", 7), ("0", 0), ("1.5", 1.5), ("1.0e+3", 1000.0),
        (".5", 0.5), ("5.", 5.0), ("-.5e+1", -5.0), ("true", True), ("True", True), ("TRUE", True),
        ("false", False), ("null", None), ("Null", None), ("~", None), ("", None),
        (".inf", math.inf), ("-.inf", -math.inf),
    ],
)  # fmt: skip
def test_a_word_of_the_core_types_has_its_value(word: str, value: object) -> None:
    read = value_of(word)
    assert (type(read), read) == (type(value), value)


def test_nan_is_no_number_that_equals_anything() -> None:
    assert math.isnan(value_of(".nan"))


@pytest.mark.parametrize("word", ["true", "12", "null", "~", "1e3", ""])
def test_a_quoted_word_is_text(word: str) -> None:
    assert value_of(f'"{word}"') == word
    assert value_of(f"'{word}'") == word


def test_a_block_of_text_is_text() -> None:
    assert value_of("|\n  12\n") == "12\n"
    assert value_of(">-\n  one\n  two\n") == "one two"


@pytest.mark.parametrize(("digits", "is_text"), [(30, False), (31, True), (5_000, True)])
def test_digits_beyond_thirty_stay_text(digits: int, *, is_text: bool) -> None:
    value, notes = read_yaml(f"key: {'9' * digits}\n", "f.yaml")
    assert (isinstance(value["key"], str), len(notes)) == (is_text, int(is_text))


def test_a_key_is_text_whatever_it_looks_like() -> None:
    value, faults = read_yaml("'on': a\n12: b\ntrue: c\nnull: d\n1.50: e\n", "f.yaml")
    assert (value, faults) == ({"on": "a", "12": "b", "true": "c", "null": "d", "1.50": "e"}, ())


def test_an_alias_stands_for_what_its_anchor_names() -> None:
    value, faults = read_yaml("a: &words Hello\nb: *words\nc: &list [1, *words]\nd: {e: *list}\n", "f.yaml")
    assert (value, faults) == ({"a": "Hello", "b": "Hello", "c": (1, "Hello"), "d": {"e": (1, "Hello")}}, ())


def test_an_anchor_that_no_alias_uses_is_noted_where_its_name_stands() -> None:
    value, notes = read_yaml("a: &Weekly club\nb: &used 1\nc: *used\nd: &used 2\n", "f.yaml")
    assert value == {"a": "club", "b": 1, "c": 1, "d": 2}
    assert [(one.kind, one.place) for one in notes] == [
        ("unused-anchor", Place("f.yaml", 1, 4, 7)),
        ("unused-anchor", Place("f.yaml", 4, 4, 5)),
    ]
    assert notes[0].message == (
        "`&Weekly` is the name of an anchor and no part of what is said, and no alias uses it."
    )


def test_of_very_many_unused_anchors_only_the_first_are_noted() -> None:
    _, notes = read_yaml("a: [" + ", ".join(f"&a{number} x" for number in range(2 * MAX_FAULTS)) + "]\n", "f.yaml")
    assert len(notes) == MAX_FAULTS
