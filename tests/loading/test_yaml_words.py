"""What a plain word of YAML stands for: the core types of YAML 1.2 and nothing else."""

from __future__ import annotations

import math
from typing import Any

import pytest

from toc.loading.yaml_tree import read_yaml


def value_of(written: str) -> Any:
    value, faults = read_yaml(f"key: {written}\n", "f.yaml")
    assert faults == ()
    return value["key"]


@pytest.mark.parametrize(
    "word",
    [
        "no", "No", "NO", "yes", "on", "Off", "y", "n", "1_000", "1:30", "190:20:30", "2024-02-30", "2014-03",
        "0x1F", "0o17", "0b1", "1e", "e3", "1.2.3", "+", ".", "1,5", "tRUE", "nULL", ".infinity", "+.inf",
        "=", "12 families",
    ],
)  # fmt: skip
def test_a_word_that_yaml_1_1_would_change_stays_text(word: str) -> None:
    assert value_of(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", 12), ("012", 12), ("-7", -7), ("+7", 7), ("0", 0), ("1.5", 1.5), ("1e3", 1000.0), ("1E-2", 0.01),
        (".5", 0.5), ("5.", 5.0), ("-.5e1", -5.0), ("true", True), ("True", True), ("TRUE", True),
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
    assert isinstance(value_of("9" * digits), str) is is_text


def test_a_key_is_text_whatever_it_looks_like() -> None:
    value, faults = read_yaml("on: a\n12: b\ntrue: c\nnull: d\n1.50: e\n", "f.yaml")
    assert (value, faults) == ({"on": "a", "12": "b", "true": "c", "null": "d", "1.50": "e"}, ())


def test_an_alias_stands_for_what_its_anchor_names() -> None:
    value, faults = read_yaml("a: &words Hello\nb: *words\nc: &list [1, *words]\nd: {e: *list}\n", "f.yaml")
    assert (value, faults) == ({"a": "Hello", "b": "Hello", "c": (1, "Hello"), "d": {"e": (1, "Hello")}}, ())
