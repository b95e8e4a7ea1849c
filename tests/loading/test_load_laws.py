"""What holds of every text and every mapping, whoever wrote it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from loading.models_made import IDS, ODD, models, nested, spoilt
from loading.site_folder import BASE
from toc.errors import LoadError, TocError
from toc.loading import from_dict, inspect_text, loads

CSOF = (Path(__file__).parents[2] / "models" / "csof" / "csof.yaml").read_text(encoding="utf-8")
TANGLED = """\
toc: 1
id: &id m
title: {en: Title, cy: "Teitl"}
inputs:
  a: &a {label: A, leads_to: [b], cite: [s1 page 1]}
  b:
    label: |
      B
    leads_to: {a: {confidence: 4.5e1, feedback: true}}
  c: *a
sources: {s1: {title: *id}}
scales: {five: {lowest: -1, highest: +5, better: {value: higher}}}
figure: {columns: [inputs], open: [a]}
"""
RENAMED = {one: f"z{number}_{one}" for number, one in enumerate(IDS)}
ID_KEYS = ("leads_to", "engages", "who", "assumptions", "measures")
SECTIONS = ("inputs", "participants", "activities", "outputs", "short_term", "long_term", "assumptions",
            "indicators", "sources", "populations")  # fmt: skip


def check_only_our_errors_leave(text: str) -> None:
    """Load a text; an error must be ours, with faults that stand in the text and are told on one line each."""
    with contextlib.suppress(TocError):
        loads(text)
    lines = text.splitlines()
    for fault in inspect_text(text).faults:
        assert "\n" not in str(fault)
        assert fault.place is not None
        assert 1 <= fault.place.line <= max(len(lines) + 1, 1)
        assert fault.place.column >= 1
        assert fault.place.width >= 1


@given(spoilt(TANGLED))
def test_nothing_but_our_errors_leaves_a_spoilt_model(text: str) -> None:
    check_only_our_errors_leave(text)


@given(spoilt(BASE))
def test_nothing_but_our_errors_leaves_a_spoilt_base(text: str) -> None:
    check_only_our_errors_leave(text)


@given(
    st.lists(st.sampled_from([*ODD, "a", "b: ", "toc: 1\n", "inputs:\n", "label", "1"]), max_size=25).map("".join)
)
def test_nothing_but_our_errors_leaves_a_text_of_pieces(text: str) -> None:
    check_only_our_errors_leave(text)


@given(st.text(max_size=60))
def test_nothing_but_our_errors_leaves_any_text(text: str) -> None:
    check_only_our_errors_leave(text)


@given(nested())
def test_nothing_but_our_errors_leaves_any_mapping(mapping: dict[Any, Any]) -> None:
    with contextlib.suppress(LoadError):
        from_dict(mapping)


@given(models())
def test_a_mapping_and_its_yaml_say_the_same(mapping: dict[str, Any]) -> None:
    assert loads(yaml.safe_dump(mapping, allow_unicode=True)) == from_dict(mapping)
    assert loads(yaml.safe_dump(mapping, default_flow_style=True, sort_keys=False)) == from_dict(mapping)


@given(models())
def test_a_dumped_theory_is_the_same_theory(mapping: dict[str, Any]) -> None:
    theory = from_dict(mapping)
    assert from_dict(theory.model_dump(mode="json", by_alias=True)) == theory
    assert from_dict(theory.model_dump(exclude_defaults=True) | {"toc": 1}) == theory


@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(mapping: dict[str, Any], chance: Any) -> None:
    assert from_dict(shuffled(mapping, chance)) == from_dict(mapping)
    assert hash(from_dict(shuffled(mapping, chance))) == hash(from_dict(mapping))


@given(models())
def test_renaming_every_id_renames_the_theory_and_nothing_else(mapping: dict[str, Any]) -> None:
    theory, other = from_dict(mapping), from_dict(renamed(mapping))
    assert [RENAMED[one] for one in theory.boxes] == list(other.boxes)
    assert [
        (RENAMED[link.source], RENAMED[link.target], link.kind, link.basis, link.because) for link in theory.links
    ] == [(link.source, link.target, link.kind, link.basis, link.because) for link in other.links]
    back = {new: old for old, new in RENAMED.items()}
    assert from_dict(renamed(other.model_dump(mode="json", by_alias=True), back)) == theory


@given(models())
def test_every_id_and_link_of_a_text_has_its_place_in_it(mapping: dict[str, Any]) -> None:
    text = yaml.safe_dump(mapping, allow_unicode=True)
    theory = loads(text)
    assert theory.origin is not None
    lines = text.split("\n")
    # A participant that leads to the activity which engages it has two links of one name; the first is found.
    links = {link.name: link.path[-1] for link in reversed(theory.links)}
    subjects = {**{one: one for one in theory.boxes}, **links}
    for subject, word in subjects.items():
        place = theory.origin.place(theory.path_of(subject))
        assert place is not None
        written = lines[place.line - 1][place.column - 1 : place.column - 1 + place.width]
        assert written.strip("'\"") == word


def test_the_real_model_survives_a_round_trip_through_plain_data() -> None:
    theory = loads(CSOF)
    assert from_dict(yaml.safe_load(CSOF)) == theory
    assert from_dict(theory.model_dump(mode="json", by_alias=True)) == theory


def shuffled(value: Any, chance: Any) -> Any:
    """Return a mapping with its keys in another order, all the way down."""
    if not isinstance(value, dict):
        return value
    items = [(key, shuffled(inner, chance)) for key, inner in value.items()]
    chance.shuffle(items)
    return dict(items)


def renamed(model: dict[str, Any], names: dict[str, str] = RENAMED) -> dict[str, Any]:
    """Return a model with another name for every id, wherever it stands."""
    return {key: _renamed_section(key, value, names) for key, value in model.items()}


def _renamed_section(key: str, value: Any, names: dict[str, str]) -> Any:
    if key == "outcomes":
        return {stage: _renamed_section(stage, entries, names) for stage, entries in value.items()}
    if key in SECTIONS:
        return {names[one]: _renamed_entry(entry, names) for one, entry in value.items()}
    return value


def _renamed_entry(entry: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {key: _renamed_field(key, value, names) for key, value in entry.items()}


def _renamed_field(key: str, value: Any, names: dict[str, str]) -> Any:
    if key == "cite":
        cites = [value] if isinstance(value, str) else value
        return [names[one.split(" ")[0]] + one[len(one.split(" ")[0]) :] for one in cites]
    if key in ID_KEYS and isinstance(value, dict):
        return {names[one]: _renamed_entry(link, names) for one, link in value.items()}
    return [names[one] for one in value] if key in ID_KEYS else value
