"""Whatever is done to a sound model or site, the schema refuses it if the loader tells a fault that it can say."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, note
from hypothesis import strategies as st

from interchange.schema_fixtures import Text, base_text, mapping_of, site_text, written
from interchange.schema_verdicts import accepted, faults_of_file, faults_of_mapping, objections
from loading.models_made import models
from toc.loading import inspect

BASE = mapping_of(base_text())
SITE = mapping_of(site_text())
WORDS = st.sampled_from(
    ["", " ", "toc", "label", "volunteers", "inputs", "higher", "stated", "2025-09",
     "weekly_club -> homework_done", "inputs -> outputs", "reason", "en", "for", "1", "deferred"]
)  # fmt: skip
NUMBERS = st.integers(-3, 120) | st.floats(-3, 120).filter(lambda number: not number.is_integer())
LEAVES = st.none() | st.booleans() | NUMBERS | WORDS
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2), max_leaves=5
)
KEYS = WORDS | st.sampled_from(["1st", "a b", "a" * 81, "lable", "é"])


def places(node: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a mapping, from the outermost in."""
    found = [path] if path else []
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return found + [place for key, value in inner for place in places(value, (*path, key))]


@st.composite
def spoilt(draw: st.DrawFn, model: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """A model with something else at one place, nothing there, or another key; and which place it is."""
    made = json.loads(json.dumps(model))
    place = draw(st.sampled_from(places(model)))
    holder: Any = made
    for step in place[:-1]:
        holder = holder[step]
    key = place[-1]
    what = draw(st.sampled_from(["value", "nothing", "key"]))
    if what == "value":
        holder[key] = draw(VALUES)
    elif what == "key" and isinstance(holder, dict):
        holder[draw(KEYS)] = holder.pop(key)
    else:
        del holder[key]
    return place, made


@given(models())
def test_any_sound_model_is_accepted(model: dict[str, Any]) -> None:
    assert objections(model) == []


@given(spoilt(BASE))
def test_a_model_in_which_anything_was_altered_is_refused_by_both_or_by_neither(
    change: tuple[tuple[Any, ...], dict[str, Any]],
) -> None:
    _, model = change
    assert accepted(model) == (not faults_of_mapping(model)), objections(model)


@given(spoilt(SITE))
def test_a_site_in_which_anything_was_altered_is_refused_by_both_or_by_neither(
    change: tuple[tuple[Any, ...], dict[str, Any]],
) -> None:
    place, site = change
    note(json.dumps(site))
    with tempfile.TemporaryDirectory() as folder:
        files = {"homework_club.yaml": base_text(), "sites/riverside.yaml": json.dumps(site)}
        path = written(Path(folder), Text("a site", files))[1]
        faults = inspect(path, root=folder).faults
        if place[0] in ("change", "drop") or any(fault.kind == "duplicate-id" for fault in faults):
            # What a change makes of the base, and what else is wrong with an id that the base has, is not told.
            assert accepted(site) or faults, objections(site)
        elif place[0] != "extends" and "extends" in site:
            assert accepted(site) == (not faults_of_file(path, Path(folder))), objections(site)
