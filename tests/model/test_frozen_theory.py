"""A theory of change is a value: it cannot be changed, and is equal to another that says the same."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from toc.loading import from_dict, load, loads
from toc.model import Citation, Link, ReadOnly, Text, TheoryOfChange

CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
TEXT = """\
toc: 1
id: m
title: {en: Title, cy: Teitl}
sources:
  s1: {title: Report}
inputs:
  money: {label: Money, leads_to: [visits]}
participants:
  families: {label: Families}
activities:
  visits:
    label: Visits
    engages: {families: {basis: stated}}
    leads_to: {calm: {because: They talk., cite: s1 page 1}}
outcomes:
  long_term:
    calm: {label: Calm}
scales:
  five: {lowest: 1, highest: 5, better: higher}
stage_links:
  inputs -> activities: {basis: generic}
stage_labels:
  inputs: Means
coverage: {people: 3, with_two: 2}
site: {id: w, name: Wales}
"""


@pytest.fixture
def theory() -> TheoryOfChange:
    return loads(TEXT)


def parts(value: object) -> list[BaseModel]:
    """Return every part of a theory that has fields."""
    if isinstance(value, BaseModel):
        return [value, *(part for name in type(value).model_fields for part in parts(getattr(value, name)))]
    if isinstance(value, dict):
        return [part for inner in value.values() for part in parts(inner)]
    return []


def test_no_field_of_any_part_can_be_set_or_deleted(theory: TheoryOfChange) -> None:
    found = parts(theory)
    assert len(found) > 15
    for part in found:
        for name in type(part).model_fields:
            with pytest.raises(ValidationError):
                setattr(part, name, getattr(part, name))
            with pytest.raises(ValidationError):
                delattr(part, name)
        with pytest.raises((ValidationError, ValueError)):
            part.unheard_of = 1  # type: ignore[attr-defined]  # the wrong use that is tested


@pytest.mark.parametrize("name", ["boxes", "links", "origin", "derivation"])
def test_what_is_computed_cannot_be_set(theory: TheoryOfChange, name: str) -> None:
    before = getattr(theory, name)
    with pytest.raises((ValidationError, AttributeError)):
        setattr(theory, name, {})
    assert getattr(theory, name) is before


@pytest.mark.parametrize(
    ("part", "name"),
    [("calm", "id"), ("calm", "stage"), ("calm", "label")],
)
def test_a_box_keeps_its_id_stage_and_label(theory: TheoryOfChange, part: str, name: str) -> None:
    with pytest.raises((ValidationError, AttributeError)):
        setattr(theory.boxes[part], name, "other")


CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda mapping: mapping.__setitem__("x", 1),
    "delete": lambda mapping: mapping.__delitem__("calm"),
    "merge": lambda mapping: mapping.__ior__({"x": 1}),
    "clear": lambda mapping: mapping.clear(),
    "pop": lambda mapping: mapping.pop("calm"),
    "popitem": lambda mapping: mapping.popitem(),
    "setdefault": lambda mapping: mapping.setdefault("x", 1),
    "update": lambda mapping: mapping.update(x=1),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_way_of_changing_a_mapping_is_refused(
    theory: TheoryOfChange, change: Callable[[Any], object]
) -> None:
    for mapping in (
        theory.boxes,
        theory.outcomes.long_term,
        theory.boxes["visits"].leads_to,
        theory.stage_links,
        theory.stage_labels,
        theory.title.languages,
    ):
        before = dict(mapping)
        with pytest.raises(TypeError, match="cannot be changed"):
            change(mapping)
        assert dict(mapping) == before


def test_a_link_a_citation_and_a_text_are_frozen(theory: TheoryOfChange) -> None:
    link = theory.links[0]
    with pytest.raises(AttributeError):
        link.basis = "stated"  # type: ignore[misc]  # the wrong use that is tested
    with pytest.raises(AttributeError):
        next(link for link in theory.links if link.cite).cite[0].where = ""  # type: ignore[misc]  # the same
    with pytest.raises(AttributeError):
        theory.title.languages = {}  # type: ignore[misc]  # the same


def test_equality_and_hash_ignore_where_a_theory_came_from(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("# a comment moves every line\n" + TEXT)
    (tmp_path / "site.yaml").write_text("toc: 1\nextends: m.yaml\n")
    plain, from_file, derived = loads(TEXT), load(tmp_path / "m.yaml"), load(tmp_path / "site.yaml")
    assert plain == from_file == derived
    assert hash(plain) == hash(from_file) == hash(derived)
    assert (plain.derivation, derived.derivation is None) == (None, False)
    assert {plain, from_file, derived} == {plain}


def test_the_order_of_sections_and_entries_is_no_part_of_what_a_theory_says() -> None:
    boxes = {"a": {"label": "A"}, "b": {"label": "B"}}
    one = {"toc": 1, "id": "m", "title": "T", "inputs": boxes, "units": {"u": {"label": "U"}}}
    other = dict(reversed(one.items())) | {"inputs": dict(reversed(boxes.items()))}
    assert from_dict(one) == from_dict(other)
    assert hash(from_dict(one)) == hash(from_dict(other))


def test_one_different_word_is_a_different_theory(theory: TheoryOfChange) -> None:
    assert theory != loads(TEXT.replace("They talk.", "They play."))
    assert theory != loads(TEXT.replace("Teitl", "Enw"))
    assert theory != "m"


def pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301  # our own bytes, made in the same line


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_is_equal_has_the_same_graph_and_is_as_frozen(again: Callable[[Any], Any]) -> None:
    theory = load(CSOF)
    twin = again(theory)
    assert twin == theory
    assert hash(twin) == hash(theory)
    assert (twin.boxes, twin.links) == (theory.boxes, theory.links)
    assert [box.stage for box in twin.boxes.values()] == [box.stage for box in theory.boxes.values()]
    assert twin.origin.place(("activities",)) == theory.origin.place(("activities",))
    with pytest.raises(TypeError):
        twin.boxes["x"] = 1


def test_a_repr_names_ids_and_counts_and_none_of_the_contents(theory: TheoryOfChange) -> None:
    assert repr(theory) == "TheoryOfChange(id='m', boxes=4, links=3)"
    assert str(theory) == "id='m' boxes=4 links=3"
    assert repr(theory.boxes["visits"]) == "Activity(id='visits', label='Visits')"


def test_a_dump_is_a_mapping_that_makes_the_same_theory(theory: TheoryOfChange) -> None:
    dumped = theory.model_dump(exclude_defaults=True)
    assert from_dict(dumped) == theory
    assert dumped["title"] == {"en": "Title", "cy": "Teitl"}
    assert dumped["activities"]["visits"]["leads_to"]["calm"] == {"because": "They talk.", "cite": "s1 page 1"}


def test_a_read_only_mapping_is_equal_to_a_dict_and_can_be_a_key() -> None:
    mapping = ReadOnly({"a": 1, "b": 2})
    assert mapping == {"b": 2, "a": 1}
    assert {mapping: "x"}[ReadOnly({"b": 2, "a": 1})] == "x"


def test_links_and_citations_can_stand_in_a_set(theory: TheoryOfChange) -> None:
    assert len({*theory.links, *loads(TEXT).links}) == 3
    assert {Citation("s1", "page 1"), Citation("s1", "page 1")} == {Citation("s1", "page 1")}
    assert all(isinstance(link, Link) for link in theory.links)
    assert len({Text("a"), Text("a"), Text({"en": "a"})}) == 2
