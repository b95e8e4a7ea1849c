"""A YAML text as a tree, read event by event, so that nothing hostile is ever built.

The only module that knows PyYAML. It reads libyaml's events; anchors may be used, but what they expand to is
counted; tags, merge keys, several documents and keys that are not words are refused.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from toc.errors import Fault
from toc.loading.limits import MAX_DEPTH, MAX_LETTERS, MAX_SCALAR, MAX_STEPS
from toc.loading.nearest import shown
from toc.loading.other_reading import SWITCHES
from toc.loading.reading_faults import ReadingFaults, StopReadingError
from toc.loading.scalars import SPECIAL_STARTS, SURE_WORDS, scalar_value
from toc.loading.syntax_fault import syntax_fault
from toc.loading.texts import Texts
from toc.loading.tree import Branch, Items
from toc.loading.unreadable import unreadable_sign
from toc.loading.written_event import WrittenEvent
from toc.places import Place

__all__ = ["read_yaml", "written_events"]

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Word: Any = ScalarEvent
"""Its marks may be None by its type, and never are in a text that is read."""

_BREAKS_OF_OLD = ("\x85", "\u2028", "\u2029")
"""Line ends to libyaml (YAML 1.1) and to no editor: they would shift the number of every line below."""

_MERGE = "<<"
_ODD_KEYS = SWITCHES | {_MERGE}


class _Reading:
    """The state of reading one text.

    `first` is the address of the text among `texts`, `addresses` where those of its words go. `path` has the key
    of every mapping and list that is open, "" for the outermost and in a list; `deepest` is how many there were
    around another. `steps` counts the events before the one that is read, `repeated` those that aliases read
    again. `keys` are words that were keys before. Of an anchor there are the value, its steps, and its levels.
    """

    __slots__ = (
        "addresses", "anchors", "deepest", "faults", "first", "keys", "next_event", "path", "repeated", "steps",
        "texts",
    )  # fmt: skip

    def __init__(self, next_event: Callable[[], Any], faults: ReadingFaults, texts: Texts, first: int) -> None:
        self.next_event = next_event
        self.faults = faults
        self.texts = texts
        self.addresses = texts.addresses
        self.first = first
        self.path: list[str] = []
        self.deepest = 0
        self.steps = 0
        self.repeated = 0
        self.keys: dict[str, str] = {}
        self.anchors: dict[str, tuple[Any, int, int]] = {}

    def document(self) -> Any:
        """Read the one document of a text; None where there is none."""
        self.next_event()
        if type(self.next_event()) is StreamEndEvent:
            return None
        event = self.next_event()
        self.steps = 2
        value = self.value(event)
        if isinstance(value, Branch):
            value.start = (self.texts, self.first + event.start_mark.index, value)
        self.next_event()
        event = self.next_event()
        if type(event) is not StreamEndEvent:
            message = "a second document begins here (`---`)."
            self.faults.stop("not-a-mapping", message, event, "Keep one model in one file.")
        return value

    def value(self, event: Any) -> Any:
        """Read what stands under no key: an item of a list, or all there is."""
        if type(event) is not _Word:
            return self.nested(event, "")
        self.steps += 1
        return self.word(event, "")

    def mapping(self) -> Branch:
        """Read the keys and values of a mapping, to its end."""
        # A model is thousands of these: a word that is only a text is therefore taken here, without a call.
        next_event, keys, first, steps = self.next_event, self.keys, self.first, self.steps + 1
        branch = Branch()
        addresses: list[int] = []
        try:
            while type(named := next_event()) is _Word:
                key = keys.get(named.value)
                if key is None or named.tag is not None:
                    key = self.new_key(named)
                event = next_event()
                if type(event) is _Word:
                    value = event.value
                    if (
                        value[:1] in SPECIAL_STARTS
                        or event.anchor
                        or event.tag is not None
                        or len(value) > MAX_SCALAR
                    ):
                        value = self.word(event, key)
                    steps += 2
                else:
                    self.steps = steps + 1
                    value = self.nested(event, key)
                    steps = self.steps
                if key in branch:
                    self.faults.tell_twice(branch, key, named)
                else:
                    branch[key] = value
                    addresses.append(first + named.start_mark.index)
                    addresses.append(first + event.start_mark.index)
                if steps >= MAX_STEPS:
                    self.faults.stop_too_long(event)
        finally:  # a key that stands there twice is told even of a text that cannot be read on
            branch.texts, branch.places = self.texts, len(self.addresses)
            self.addresses.extend(addresses)
        if type(named) is not MappingEndEvent:
            self.refuse_as_key(named)
        self.steps = steps + 1
        return branch

    def items(self) -> Items:
        """Read the items of a list, to its end."""
        values: list[Any] = []
        addresses = array("I")
        self.steps += 1
        while type(event := self.next_event()) is not SequenceEndEvent:
            values.append(self.value(event))
            addresses.append(self.first + event.start_mark.index)
            if self.steps >= MAX_STEPS:
                self.faults.stop_too_long(event)
        self.steps += 1
        return Items.of(values, self.texts, addresses)

    def nested(self, event: Any, key: str) -> Any:
        """Read a mapping or a list, or what an alias stands for."""
        if type(event) is AliasEvent:
            return self.alias(event)
        if event.tag is not None:
            self.faults.tell_tag(event)
        levels = len(self.path)
        if levels > self.deepest:
            if levels >= MAX_DEPTH:
                self.faults.stop_too_deep(event)
            self.deepest = levels
        self.path.append(key)
        if event.anchor is not None:
            value = self.anchored(event)
        else:
            value = self.mapping() if type(event) is MappingStartEvent else self.items()
        self.path.pop()
        return value

    def anchored(self, event: Any) -> Branch | Items:
        """Read a mapping or list, and keep it for its aliases."""
        deepest, steps, levels = self.deepest, self.steps + self.repeated + 1, len(self.path)
        self.deepest = levels - 1
        value = self.mapping() if type(event) is MappingStartEvent else self.items()
        self.faults.keep_anchor(event, self.path)
        self.anchors[event.anchor] = (value, self.steps + self.repeated - steps, self.deepest - levels + 2)
        self.deepest = max(deepest, self.deepest)
        return value

    def alias(self, event: Any) -> Any:
        """Return what an anchor stands for."""
        if event.anchor not in self.anchors:
            message = f"`*{shown(event.anchor)}` stands for nothing that was finished before it."
            self.faults.stop("alias-expansion", message, event, "Write the text out.")
        self.faults.use_anchor(event.anchor)
        value, size, levels = self.anchors[event.anchor]
        self.repeated += size
        if self.steps + self.repeated > MAX_STEPS:
            message = "what the aliases (`*...`) stand for is too large when written out."
            self.faults.stop("alias-expansion", message, event, "Use fewer of them, or write the text out.")
        levels += len(self.path)
        if levels > MAX_DEPTH:
            self.faults.stop_too_deep(event)
        self.deepest = max(self.deepest, levels - 1)
        self.steps += 1
        return value

    def word(self, event: Any, key: str) -> Any:
        """Read a word as a value; `key` is the one that it stands under, "" in a list."""
        value = text = event.value
        if event.tag is not None or len(text) > MAX_SCALAR:
            self.faults.refuse_word(event)
        if text[:1] in SPECIAL_STARTS and not event.style:
            if text in SURE_WORDS:
                value = SURE_WORDS[text]
            else:
                value = scalar_value(text)
                self.faults.note(event, value, (*self.path, key))
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1, 0)
            self.faults.keep_anchor(event, (*self.path, key))
        return value

    def new_key(self, event: Any) -> str:
        """Read a word as a key where it was none before, or where there is something to tell of it."""
        text: str = event.value
        self.faults.refuse_word(event)
        if text not in _ODD_KEYS:
            return self.keys.setdefault(text, text)
        if not event.style:
            if text == _MERGE:
                self.faults.refuse_merge(event)
            self.faults.note(event, text, (*self.path, text))
        return text

    def refuse_as_key(self, event: Any) -> NoReturn:
        """Stop: only a word can be a key."""
        if type(event) is not AliasEvent and event.tag is not None:
            self.faults.tell_tag(event)
        self.faults.refuse_as_key(event)


def read_yaml(text: str, file: str, texts: Texts | None = None) -> tuple[Any, tuple[Fault, ...]]:
    """Return what the text says and what is wrong with it.

    The value is None where reading had to stop; `file` is the name that places are given, `texts` those that the
    tree will be merged with. What is sound but odd is told last, among the faults (`toc.loading.notes`).
    """
    if len(text) > MAX_LETTERS:
        message = f"this file is longer than {MAX_LETTERS:,} letters."
        hint = "Check that it is the file you meant; no real model is that large."
        return None, (Fault("size", message, Place(file, 1, 1), hint),)
    if any(sign in text for sign in _BREAKS_OF_OLD):
        return None, (unreadable_sign(text, file),)
    collecting = gc.isenabled()
    gc.disable()
    faults = ReadingFaults(file)
    try:
        return _read(text, faults, texts or Texts(), file), (*faults.told(), *faults.told_notes())
    except StopReadingError as stop:
        return None, (*faults.told(), stop.fault)
    except (yaml.reader.ReaderError, UnicodeError):
        return None, (unreadable_sign(text, file),)
    except yaml.YAMLError as error:
        return None, (*faults.told(), syntax_fault(error, text, file))
    finally:
        if collecting:
            gc.enable()


def _read(text: str, faults: ReadingFaults, texts: Texts, file: str) -> Any:
    loader = _Loader(text)
    try:
        return _Reading(loader.get_event, faults, texts, texts.add(file, text)).document()
    finally:
        loader.dispose()


_KINDS = {ScalarEvent: "word", AliasEvent: "alias", MappingStartEvent: "mapping", SequenceStartEvent: "list"}
_KINDS.update({MappingEndEvent: "end", SequenceEndEvent: "end"})


def written_events(text: str) -> Iterator[WrittenEvent]:
    """Yield the events of a text in which `read_yaml` found nothing that made it stop."""
    loader = _Loader(text)
    try:
        while type(event := loader.get_event()) is not StreamEndEvent:
            kind, value, anchor = _KINDS.get(type(event)), None, getattr(event, "anchor", None)
            if kind == "word":
                value = event.value if event.style else scalar_value(event.value)
            elif kind == "alias":
                value, anchor = anchor, None
            if kind is not None:
                is_flow = kind in ("mapping", "list") and bool(event.flow_style)
                start, end = event.start_mark.index, event.end_mark.index
                yield WrittenEvent(kind, start, end, value, is_flow, anchor is not None)
    finally:
        loader.dispose()
