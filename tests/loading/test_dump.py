"""What is written back says the same as what was read, in words that a person would have written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from loading.theories_made import ODD, TEXTS, models
from toc.errors import TocError
from toc.loading import dump, from_dict, load, loads
from toc.loading.written_model import FIELD_ORDER, SECTION_ORDER, written_model
from toc.model import Strict, Text, TheoryOfChange

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for folder in (ROOT / "models", ROOT / "tests" / "models")
    for path in sorted(folder.rglob("*.yaml"))
    if path.read_text(encoding="utf-8").startswith(("toc: 1\n", "#"))
]
WRITTEN = """\
toc: 1
id: club
title: Homework club
version: "2025-09"
language: cy
description: >-
  A club that meets every week in the hall of a school, where volunteers who were trained for it
  help with homework

site:
  id: leeds
  name: Leeds
  start: "2025-09"
  had: [A hall]
  lacked:
    - A kitchen that is large enough for thirty pupils to cook in at the same time
    - en: Heating
      cy: Gwres

sources:
  review:
    title: "A review: homework clubs"
    authors: A. Smith
    year: 2020

frameworks:
  ecm:
    label: Every Child Matters
    items:
      healthy:
        label: Be healthy

activities:
  homework:
    label: Homework club
    aligns: [ecm.healthy]
    engages: [pupils]
    links:
      basis: inferred
    leads_to:
      grades:
        because: |-
          Practice helps.

          So does quiet.
        polarity: negative
        confidence: 60.5
        cite: [review page 1, "review Table 2, row 3"]
        evidence:
          for: [study]
      done: {}

outcomes:
  short_term:
    done:
      label: Handed in
      required: true
      cite: review
  long_term:
    grades:
      label: "no"
"""


def fields_of(value: Any) -> Iterator[tuple[str, str]]:
    """Yield each field of the model that is written in a theory."""
    if isinstance(value, Strict):
        for name in value.model_fields_set:
            yield type(value).__name__, name
            yield from fields_of(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from fields_of(inner)


def every_field() -> set[tuple[str, str]]:
    kinds, new = set(), {TheoryOfChange}
    while new:
        kinds |= new
        found = [kind for one in new for field in one.model_fields.values() for kind in kinds_in(field.annotation)]
        new = set(found) - kinds
    return {(kind.__name__, name) for kind in kinds for name in kind.model_fields}


def kinds_in(annotation: Any) -> Iterator[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from kinds_in(inner)


@given(models() | models(full=True))
def test_any_theory_is_read_back_as_it_was_and_written_the_same_again(mapping: dict[str, Any]) -> None:
    theory = from_dict(mapping)
    text = dump(theory)
    again = loads(text)
    assert again == theory
    assert dump(again) == text


@given(models())
def test_another_reader_of_yaml_reads_the_same(mapping: dict[str, Any]) -> None:
    theory = from_dict(mapping)
    assert plain(yaml.safe_load(dump(theory))) == plain(written_model(theory))


@given(models() | models(full=True))
def test_the_plain_data_of_any_theory_say_all_of_it(mapping: dict[str, Any]) -> None:
    theory = from_dict(mapping)
    assert from_dict(theory.model_dump(mode="json", by_alias=True)) == theory


def test_a_target_in_two_languages_keeps_both_in_every_form() -> None:
    target = {"value": {"en": "half", "cy": "hanner"}}
    theory = from_dict({"toc": 1, "id": "m", "title": "M", "indicators": {"i": {"label": "I", "target": target}}})
    assert theory.model_dump(mode="json", exclude_defaults=True)["indicators"]["i"]["target"] == target
    assert yaml.safe_load(dump(theory))["indicators"]["i"]["target"] == target
    assert loads(dump(theory)) == theory


@given(TEXTS)
def test_any_text_is_read_back_letter_for_letter(text: str) -> None:
    indicator = {"label": "I", "aliases": [text, "a"]}
    model = {"toc": 1, "id": "m", "title": text, "description": {text: text}, "indicators": {"i": indicator}}
    theory = from_dict(model)
    again = loads(dump(theory))
    assert again.description is not None
    assert (str(again.title), again.indicators["i"].aliases) == (text, (text, "a"))
    assert dict(again.description.languages) == {text: text}


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_an_odd_text_is_read_back_letter_for_letter(text: str) -> None:
    indicator = {"label": "I", "aliases": [text, "a"]}
    model = {"toc": 1, "id": "m", "title": text, "description": {text: text}, "indicators": {"i": indicator}}
    theory = from_dict(model)
    assert loads(dump(theory)) == theory


@given(models(full=True))
def test_the_theories_of_this_test_use_every_field_of_the_model(mapping: dict[str, Any]) -> None:
    assert every_field() - set(fields_of(from_dict(mapping))) == set()


def test_every_field_has_its_place_in_the_order() -> None:
    assert sorted(SECTION_ORDER) == sorted(TheoryOfChange.model_fields)
    names = {name.rstrip("_") for kind, name in every_field() if kind != "TheoryOfChange"}
    assert sorted(FIELD_ORDER) == sorted(names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_model_that_a_person_wrote_survives(path: Path) -> None:
    theory = load(path)
    text = dump(theory)
    assert loads(text) == theory
    assert dump(loads(text)) == text
    assert max(map(len, text.splitlines())) <= 100


def test_there_are_models_that_a_person_wrote() -> None:
    assert {"csof.yaml", "wales.yaml"} <= {path.name for path in FILES}


def test_the_text_is_the_one_that_a_person_would_write() -> None:
    extra = "\nstudies:\n  study:\n    label: A study\n"
    start = WRITTEN.index("activities:")
    participants = "participants:\n  pupils:\n    label: Pupils\n\n"
    text = WRITTEN[:start] + participants + WRITTEN[start:] + extra
    assert dump(loads(text)) == text


def test_csof_written_back_differs_from_its_file_only_in_comments_defaults_and_line_breaks() -> None:
    path = ROOT / "models" / "csof" / "csof.yaml"
    by_hand = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
    ours, theirs = Counter(dump(load(path)).split()), Counter("\n".join(by_hand).split())
    assert set(theirs - ours) == {"status:", "untested", "role:", "context", "agencies_engaged:", "{}"}
    assert set(ours - theirs) == {">-", "[agencies_engaged]"}


def test_the_theory_of_a_site_is_written_as_it_applies() -> None:
    wales = load(ROOT / "models" / "csof" / "sites" / "wales.yaml")
    again = loads(dump(wales))
    assert (again, again.site, again.derivation) == (wales, wales.site, None)
    assert "extends:" not in dump(wales)


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ({"outputs": {"o": {"label": "O", "count": 10**31}}}, "a number of more than 30 digits"),
        ({"description": Text("\ud800")}, "a character"),
        ({"description": Text("x" * 100_001)}, "a text of more than 100,000 letters"),
    ],
)
def test_what_no_file_can_hold_is_refused_in_words(mapping: dict[str, Any], words: str) -> None:
    theory = TheoryOfChange.model_validate({"toc": 1, "id": "m", "title": "M", **mapping})
    with pytest.raises(TocError, match=words):
        dump(theory)


def test_only_a_theory_can_be_written() -> None:
    with pytest.raises(TocError, match=r"toc\.dump wants a theory of change"):
        dump("model.yaml")  # type: ignore[arg-type]  # the fault of this test


def plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value
