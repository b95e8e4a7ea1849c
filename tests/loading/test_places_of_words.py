"""Every place is the one that libyaml gives: its marks are the known answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loading.models_made import models
from toc.loading import inspect_text
from toc.loading.texts import Texts
from toc.loading.tree import Branch, Items
from toc.loading.yaml_tree import read_yaml
from toc.places import Place

WRITTEN = """\
plain: two words
"quoted": "with \\"quotes\\" and \\\\"
'single': 'it''s'
number: 1.50
nothing:
tilde: ~
"goes on": "over
  two lines"
folded: over
  two lines
block: |
  text
anchored: &a word
quoted too: &b "word"
nothing too: &c
alias: *a
list of mine: [one, 'two', "three", *b, 12, ~, {a: b, c}]
under:
  "key": &d {x: y}
  other: *d
  dashes:
    - - a
      - 'b'
    - c: d
? asked
: answered
last: |-"""
PIECES = st.sampled_from(
    ["a", "'b'", '"c"', ": ", "- ", "\n", "\n  ", "\r\n", "\r", "[", "]", "{", "}", ", ", "&x ", "*x", "12", "~",
     "|\n", "é", "\t", " # c", "? ", "'it''s'", '"\\""', "null", "-1.5"]
)  # fmt: skip


def said_by_libyaml(text: str) -> list[Place]:
    """The place of every key and of every value, as the events of libyaml have them."""
    events = [event for event in yaml.parse(text, yaml.CBaseLoader) if event.start_mark is not None]
    wanted = (yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)
    return sorted(place_of_event(event) for event in events if isinstance(event, wanted))


def place_of_event(event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    is_word = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and start.line == end.line
    return Place("f", start.line + 1, start.column + 1, max(1, end.column - start.column) if is_word else 1)


def said_by_tree(node: Any, seen: set[int]) -> Iterator[Place | None]:
    """The place of every key and value below a node; what an alias repeats is not looked through again."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, Branch):
        for key, value in node.items():
            yield node.key_place(key)
            yield node.value_place(key)
            yield from said_by_tree(value, seen)
    elif isinstance(node, Items):
        for index, value in enumerate(node):
            yield node.place_of(index)
            yield from said_by_tree(value, seen)


def places_of(text: str) -> list[Place]:
    value, _ = read_yaml(text, "f")
    start = value.start_place() if isinstance(value, Branch) else None
    return sorted(place for place in (start, *said_by_tree(value, set())) if place)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_way_to_write_a_word_has_the_place_of_libyaml(line_end: str) -> None:
    text = WRITTEN.replace("\n", line_end)
    assert places_of(text) == said_by_libyaml(text)


@given(models(), st.booleans())
def test_every_word_of_a_model_has_the_place_of_libyaml(mapping: dict[str, Any], flow: bool) -> None:  # noqa: FBT001  # hypothesis passes it by position
    text = yaml.safe_dump(mapping, allow_unicode=True, default_flow_style=flow)
    assert places_of(text) == said_by_libyaml(text)


@given(st.lists(PIECES, max_size=15).map("".join))
def test_every_key_of_any_text_has_the_place_of_libyaml(pieces: str) -> None:
    text = f"first: 1\n{pieces}"
    value, faults = read_yaml(text, "f")
    if isinstance(value, Branch) and not faults:
        assert {value.key_place(key) for key in value} <= set(said_by_libyaml(text))


def test_texts_laid_end_to_end_keep_their_own_lines() -> None:
    texts = Texts()
    first, second = texts.add("a.yaml", "one: 1\ntwo: 2"), texts.add("b.yaml", "\ufeffthree: 3")
    found = [
        texts.place(address, said) for address, said in ((first, "one"), (first + 7, "two"), (second, "three"))
    ]
    assert found == [Place("a.yaml", 1, 1, 3), Place("a.yaml", 2, 1, 3), Place("b.yaml", 1, 1, 5)]


def test_a_key_that_stands_twice_is_told_with_both_places_of_a_text_that_breaks_off_below() -> None:
    faults = inspect_text("toc: 1\ntoc: 1\nid: [").faults
    assert [(fault.kind, fault.place, fault.other) for fault in faults] == [
        ("duplicate-key", Place("<text>", 2, 1, 3), Place("<text>", 1, 1, 3)),
        ("yaml-syntax", Place("<text>", 4, 1), None),
    ]
