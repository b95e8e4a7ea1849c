"""A YAML text as a tree, read event by event, so that nothing hostile is ever built.

The only module that knows PyYAML. It reads libyaml's events; anchors may be used, but what they expand to is
counted; tags, merge keys, several documents and keys that are not words are refused.
"""

from __future__ import annotations

import gc
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from toc.errors import Fault
from toc.loading.limits import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from toc.loading.scalars import scalar_value
from toc.loading.tree import Branch, Items, Mark
from toc.places import Place

__all__ = ["read_yaml"]

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _StopReadingError(Exception):
    """The text is beyond repair or beyond the limits from here on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Open:
    """A mapping or list that is still being read."""

    __slots__ = ("anchor", "branch", "is_map", "key", "key_mark", "nodes_before", "place", "places", "values")

    def __init__(self, event: Any, file: str, nodes: int, *, is_map: bool) -> None:
        mark = event.start_mark
        self.is_map = is_map
        self.place = Place(file, mark.line + 1, mark.column + 1)
        self.branch = Branch()
        self.branch.start = self.place
        self.values: list[Any] = []
        self.places: list[Place] = []
        self.key: str | None = None
        self.key_mark: tuple[int, int, int] = (0, 0, 0)
        self.anchor: str | None = event.anchor
        self.nodes_before = nodes


class _Reading:
    """The state of reading one text: the open mappings and lists, what is finished and what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.open: list[_Open] = []
        self.root: Any = None
        self.documents = 0
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int]] = {}

    def fault(self, kind: str, message: str, mark: Any, hint: str = "", *, width: int = 1) -> Fault:
        return Fault(kind, message, Place(self.file, mark.line + 1, mark.column + 1, max(width, 1)), hint)

    def start(self, event: Any, *, is_map: bool) -> None:
        self.refuse_tag(event)
        if len(self.open) >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep."
            raise _StopReadingError(
                self.fault("depth", message, event.start_mark, "A model needs fewer than ten.")
            )
        self.count(1, event)
        self.refuse_as_key(event)
        self.open.append(_Open(event, self.file, self.nodes, is_map=is_map))

    def end(self, event: Any) -> None:
        done = self.open.pop()
        value = done.branch if done.is_map else Items.of(done.values, done.places)
        if done.anchor:
            self.anchors[done.anchor] = (value, self.nodes - done.nodes_before + 1)
        self.place_value(value, done.place.line - 1, done.place.column - 1, 1, event)

    def scalar(self, event: Any) -> None:
        self.refuse_tag(event)
        text = event.value
        start, stop = event.start_mark, event.end_mark
        if len(text) > MAX_SCALAR:
            message = f"this text is longer than {MAX_SCALAR:,} letters."
            raise _StopReadingError(self.fault("size", message, start, "A label or description is far shorter."))
        width = stop.column - start.column if stop.line == start.line else 1
        holder = self.open[-1] if self.open else None
        if holder is not None and holder.is_map and holder.key is None:
            self.start_key(holder, text, (start.line, start.column, max(width, 1)), event)
            return
        self.count(1, event)
        value = text if event.style else scalar_value(text)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self.place_value(value, start.line, start.column, max(width, 1), event)

    def start_key(self, holder: _Open, key: str, mark: tuple[int, int, int], event: Any) -> None:
        holder.key, holder.key_mark = key, mark
        if key == "<<" and not event.style:
            hint = "Write the keys out, or use `extends` for a site."
            self.faults.append(self.fault("alias-expansion", "merge keys (`<<`) are not used here.",
                                          event.start_mark, hint, width=2))  # fmt: skip

    def alias(self, event: Any) -> None:
        self.refuse_as_key(event)
        if event.anchor not in self.anchors:
            message = f"`*{event.anchor}` stands for nothing that was finished before it."
            raise _StopReadingError(
                self.fault("alias-expansion", message, event.start_mark, "Write the text out.")
            )
        value, size = self.anchors[event.anchor]
        self.count(size, event)
        mark = event.start_mark
        self.place_value(value, mark.line, mark.column, len(event.anchor) + 1, event)

    def place_value(self, value: Any, line: int, column: int, width: int, event: Any) -> None:
        if not self.open:
            self.root = value
            return
        holder = self.open[-1]
        if not holder.is_map:
            holder.values.append(value)
            holder.places.append(Place(self.file, line + 1, column + 1, width))
            return
        key, holder.key = holder.key, None
        if key is None:
            raise _StopReadingError(self.fault("bad-id", "a key must be a word.", event.start_mark))
        mark = Mark(self.file, *holder.key_mark, line, column, width)
        if key in holder.branch:
            self.faults.append(_duplicate(holder.branch, key, mark))
            return
        holder.branch[key] = value
        holder.branch.marks[key] = mark

    def count(self, nodes: int, event: Any) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            kind = "alias-expansion" if self.anchors else "size"
            message = f"this file stands for more than {MAX_NODES:,} values."
            raise _StopReadingError(self.fault(kind, message, event.start_mark, "No real model is that large."))

    def refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            hint = "Take the tag away; put text into quotes where its type matters."
            self.faults.append(
                self.fault("custom-tag", "tags (`!...`) are not used here.", event.start_mark, hint)
            )

    def refuse_as_key(self, event: Any) -> None:
        if self.open and self.open[-1].is_map and self.open[-1].key is None:
            fault = self.fault("bad-id", "a key must be a word, not a list or mapping.", event.start_mark)
            raise _StopReadingError(fault)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "there is a second document (`---`) in this file."
            raise _StopReadingError(self.fault("not-a-mapping", message, event.start_mark, "One file, one model."))


def _duplicate(branch: Branch, key: str, mark: Mark) -> Fault:
    again = Place(mark.file, mark.key_line + 1, mark.key_column + 1, mark.key_width)
    hint = "Keep one of the two, or give the second another id."
    return Fault("duplicate-key", f"`{key}` stands here twice.", again, hint, key, branch.key_place(key))


def read_yaml(text: str, file: str) -> tuple[Any, tuple[Fault, ...]]:
    """Return what the text says and what is wrong with it.

    The value is None where reading had to stop; `file` is the name that places are given.
    """
    reading = _Reading(file)
    collecting = gc.isenabled()
    gc.disable()
    try:
        _follow(reading, text)
    except _StopReadingError as stop:
        return None, (*reading.faults, stop.fault)
    except yaml.YAMLError as error:
        return None, (*reading.faults, _syntax_fault(error, file))
    except (UnicodeError, RecursionError):
        return None, (Fault("encoding", "this is not text that YAML can hold.", Place(file, 1, 1)),)
    finally:
        if collecting:
            gc.enable()
    return reading.root, tuple(reading.faults)


def _follow(reading: _Reading, text: str) -> None:
    loader = _Loader(text)
    next_event = loader.get_event
    try:
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                reading.scalar(event)
            elif kind is MappingStartEvent:
                reading.start(event, is_map=True)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                reading.end(event)
            elif kind is SequenceStartEvent:
                reading.start(event, is_map=False)
            elif kind is AliasEvent:
                reading.alias(event)
            elif kind is DocumentStartEvent:
                reading.document(event)
            elif kind is StreamEndEvent:
                return
    finally:
        loader.dispose()


def _syntax_fault(error: yaml.YAMLError, file: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    hint = "Check the indentation and the colons here; put text with `: ` or `#` in it into quotes."
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    return Fault("yaml-syntax", f"this is not YAML: {problem}.", place, hint)
