"""A YAML text as a tree, read event by event, so that nothing hostile is ever built.

The only module that knows PyYAML. It reads libyaml's events; anchors may be used, but what they expand to is
counted; tags, merge keys, several documents and keys that are not words are refused.
"""

from __future__ import annotations

import gc
from typing import Any, NoReturn

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
from toc.loading.limits import MAX_DEPTH, MAX_FAULTS, MAX_LETTERS, MAX_SCALAR, MAX_STEPS
from toc.loading.nearest import shown
from toc.loading.other_reading import SWITCHES, noted_word, other_reading
from toc.loading.scalars import SPECIAL_STARTS, scalar_value
from toc.loading.subject import subject_of
from toc.loading.syntax_fault import syntax_fault
from toc.loading.tree import Branch, Items, Spot, place_of
from toc.loading.unreadable import unreadable_sign
from toc.places import Place

__all__ = ["read_yaml"]

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAKS_OF_OLD = ("\x85", "\u2028", "\u2029")
"""Line ends to libyaml (YAML 1.1) and to no editor: they would shift the number of every line below."""


class _StopReadingError(Exception):
    """The text is beyond repair or beyond the limits from here on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Reading:
    """The state of reading one text: the mapping or list that is open, those around it, and what is wrong.

    `branch` is the open mapping, None for a list; `key` is None where a mapping waits for its next key, and ""
    for a list. `levels` is how deep the open one goes so far. The outermost list holds the documents.
    `steps` counts what was read, `repeated` what aliases read again. `notes` are what is sound but odd.
    """

    __slots__ = (
        "anchors", "around", "branch", "faults", "file", "key", "key_spot", "levels", "notes", "repeated", "spots",
        "steps", "values",
    )  # fmt: skip

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []
        self.around: list[tuple[Any, ...]] = []
        self.branch: Branch | None = None
        self.key: str | None = ""
        self.key_spot: Spot = (file, None, None)
        self.values: list[Any] = []
        self.spots: list[Spot] = []
        self.levels = 0
        self.steps = 0
        self.repeated = 0
        self.anchors: dict[str, tuple[Any, int, int]] = {}

    def scalar(self, event: Any) -> None:
        """Read a word: a key where a mapping waits for one, else a value."""
        text = event.value
        if event.tag is not None or len(text) > MAX_SCALAR:
            self.refuse_scalar(event)
        spot = (self.file, event.start_mark, event.end_mark)
        if self.key is None:
            if text == "<<" and not event.style:
                hint = "Write the keys out, or use `extends` for a site."
                self.stop("alias-expansion", "merge keys (`<<`) are not used here.", event, hint)
            self.key, self.key_spot = text, spot
            if text in SWITCHES and not event.style:
                self.note(event, text)
            return
        value: Any = text
        if text[:1] in SPECIAL_STARTS and not event.style:
            value = scalar_value(text)
            self.note(event, value)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1, 0)
        self.place_value(value, spot)

    def place_value(self, value: Any, spot: Spot) -> None:
        """Put a finished value under the key that waits for it, or at the end of the list."""
        branch, key = self.branch, self.key
        if branch is None or key is None:
            self.values.append(value)
            self.spots.append(spot)
            return
        self.key = None
        if key in branch:
            self.tell(_duplicate(branch, key, self.key_spot))
            return
        branch[key] = value
        branch.marks[key] = (*self.key_spot, spot[1], spot[2])

    def start_mapping(self, event: Any) -> None:
        """Open a mapping."""
        spot = self.start(event)
        self.branch, self.key = Branch(None, None, spot), None

    def start_list(self, event: Any) -> None:
        """Open a list."""
        self.start(event)
        self.branch, self.key, self.values, self.spots = None, "", [], []

    def start(self, event: Any) -> Spot:
        """Set aside the mapping or list that was open, until the one that begins here is finished."""
        if event.tag is not None:
            self.tell(self.tag_fault(event))
        if self.key is None:
            self.refuse_as_key(event)
        if len(self.around) >= MAX_DEPTH:
            self.stop_too_deep(event)
        spot = (self.file, event.start_mark, event.start_mark)
        ours = (self.branch, self.key, self.key_spot, self.values, self.spots, self.levels)
        self.around.append((ours, spot, event.anchor, self.steps + self.repeated))
        self.levels = 1
        return spot

    def end(self, _: Any) -> None:
        """Finish the open mapping or list and go back to the one around it."""
        value = Items.of(self.values, self.spots) if self.branch is None else self.branch
        levels = self.levels
        ours, spot, anchor, steps_before = self.around.pop()
        self.branch, self.key, self.key_spot, self.values, self.spots, self.levels = ours
        if anchor is not None:
            self.anchors[anchor] = (value, self.steps + self.repeated - steps_before, levels)
        self.levels = max(self.levels, levels + 1)
        self.place_value(value, spot)

    def alias(self, event: Any) -> None:
        """Put what an anchor stands for in the place of its alias."""
        if self.key is None:
            self.refuse_as_key(event)
        if event.anchor not in self.anchors:
            message = f"`*{shown(event.anchor)}` stands for nothing that was finished before it."
            self.stop("alias-expansion", message, event, "Write the text out.")
        value, size, levels = self.anchors[event.anchor]
        self.repeated += size
        if self.steps + self.repeated > MAX_STEPS:
            message = "what the aliases (`*...`) stand for is too large when written out."
            self.stop("alias-expansion", message, event, "Use fewer of them, or write the text out.")
        if len(self.around) + levels > MAX_DEPTH:
            self.stop_too_deep(event)
        self.levels = max(self.levels, levels + 1)
        self.place_value(value, (self.file, event.start_mark, event.end_mark))

    def document(self, event: Any) -> None:
        """Stop at a second document."""
        if self.values:
            message = "a second document begins here (`---`)."
            self.stop("not-a-mapping", message, event, "Keep one model in one file.")

    def tell(self, fault: Fault) -> None:
        """Keep a fault, unless there are more already than anybody reads."""
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(fault)

    def note(self, event: Any, value: Any) -> None:
        """Keep a note of a plain word that other readers of YAML take for something else."""
        reading = other_reading(event.value, value)
        if reading and len(self.notes) < MAX_FAULTS:
            path = [step for step in (*(ours[1] for ours, *_ in self.around), self.key) if step]
            place = self.place_of(event)
            self.notes.append(noted_word(event.value, value, reading, place, subject_of(path)))

    def refuse_as_key(self, event: Any) -> None:
        """Stop: only a word can be a key."""
        message = "a key must be a word, not a list, a mapping or an alias."
        self.stop("bad-id", message, event, "Put text in quotes if it begins with `[`, `{` or `*`.")

    def refuse_scalar(self, event: Any) -> None:
        """Note a tag; stop at a text that is too long."""
        if event.tag is not None:
            self.tell(self.tag_fault(event))
        if len(event.value) > MAX_SCALAR:
            message = f"this text is longer than {MAX_SCALAR:,} letters."
            self.stop("size", message, event, "A label or description is far shorter.")

    def tag_fault(self, event: Any) -> Fault:
        """Return the fault of a value with a tag."""
        hint = "Take the tag away; put text into quotes where its type matters."
        return Fault("custom-tag", "tags (`!...`) are not used here.", self.place_of(event), hint)

    def place_of(self, event: Any) -> Place:
        """Return where an event stands; a mapping or list ends later, so that its start counts."""
        spot: Spot = (self.file, event.start_mark, event.end_mark)
        return place_of(spot)

    def stop(self, kind: str, message: str, event: Any, hint: str) -> NoReturn:
        """Read no further."""
        raise _StopReadingError(Fault(kind, message, self.place_of(event), hint))

    def stop_too_deep(self, event: Any) -> NoReturn:
        """Stop at a nesting that is too deep."""
        message = f"this is nested more than {MAX_DEPTH} levels deep."
        self.stop("depth", message, event, "A model needs fewer than ten.")


def _duplicate(branch: Branch, key: str, again: Spot) -> Fault:
    hint = "Keep one of the two, or give the second another name."
    return Fault(
        "duplicate-key", f"`{shown(key)}` stands here twice.", place_of(again), hint, key, branch.key_place(key)
    )


def read_yaml(text: str, file: str) -> tuple[Any, tuple[Fault, ...]]:
    """Return what the text says and what is wrong with it.

    The value is None where reading had to stop; `file` is the name that places are given. What is sound but odd
    is told last, among the faults (`toc.loading.notes`).
    """
    if len(text) > MAX_LETTERS:
        message = f"this file is longer than {MAX_LETTERS:,} letters."
        hint = "Check that it is the file you meant; no real model is that large."
        return None, (Fault("size", message, Place(file, 1, 1), hint),)
    if any(sign in text for sign in _BREAKS_OF_OLD):
        return None, (unreadable_sign(text, file),)
    reading = _Reading(file)
    collecting = gc.isenabled()
    gc.disable()
    try:
        _follow(reading, text)
    except _StopReadingError as stop:
        return None, (*reading.faults, stop.fault)
    except (yaml.reader.ReaderError, UnicodeError):
        return None, (unreadable_sign(text, file),)
    except yaml.YAMLError as error:
        return None, (*reading.faults, syntax_fault(error, text, file))
    finally:
        if collecting:
            gc.enable()
    return reading.values[0] if reading.values else None, (*reading.faults, *reading.notes)


def _follow(reading: _Reading, text: str) -> None:
    loader = _Loader(text)
    next_event, scalar = loader.get_event, reading.scalar
    others = {
        MappingStartEvent: reading.start_mapping,
        MappingEndEvent: reading.end,
        SequenceStartEvent: reading.start_list,
        SequenceEndEvent: reading.end,
        AliasEvent: reading.alias,
        DocumentStartEvent: reading.document,
    }
    try:
        for step in range(MAX_STEPS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                scalar(event)
            elif kind in others:
                reading.steps = step
                others[kind](event)
            elif kind is StreamEndEvent:
                return
        message = "there is more in this file than any model holds."
        reading.stop("size", message, event, "Check that it is the file you meant.")
    finally:
        loader.dispose()
