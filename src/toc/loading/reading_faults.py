"""`ReadingFaults`: what is told of a text while it is read, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from toc.errors import Fault
from toc.loading.limits import MAX_DEPTH, MAX_FAULTS, MAX_SCALAR
from toc.loading.nearest import shown
from toc.loading.other_reading import noted_word, other_reading
from toc.loading.subject import subject_of
from toc.loading.tree import Branch
from toc.places import Place

__all__ = ["ReadingFaults", "StopReadingError"]


class StopReadingError(Exception):
    """The text is beyond repair or beyond the limits from here on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class ReadingFaults:
    """What is wrong with a text (`told`), and what is sound but odd (`notes`); at most `MAX_FAULTS` of each.

    An event is what the reader of YAML gives for a word, with the marks where it begins and ends.
    """

    __slots__ = ("_anchors", "_faults", "_file", "_twice", "notes")

    def __init__(self, file: str) -> None:
        self._file = file
        self._anchors: dict[str, Fault] = {}
        self._faults: list[Fault] = []
        self._twice: list[tuple[Branch, str, Place]] = []
        self.notes: list[Fault] = []

    def told(self) -> Iterator[Fault]:
        """Yield every fault so far."""
        yield from self._faults
        hint = "Keep one of the two, or give the second another name."
        for branch, key, again in self._twice:
            message = f"`{shown(key)}` stands here twice."
            yield Fault("duplicate-key", message, again, hint, key, branch.key_place(key))

    def note(self, event: Any, value: object, path: Iterable[str]) -> None:
        """Keep a note of a plain word that other readers of YAML take for something else."""
        reading = other_reading(event.value, value)
        if reading and len(self.notes) < MAX_FAULTS:
            subject = subject_of([step for step in path if step])
            self.notes.append(noted_word(event.value, value, reading, self._place_of(event), subject))

    def keep_anchor(self, event: Any, path: Iterable[str]) -> None:
        """Keep an anchor until an alias uses it; one that none uses is a note: its name is no part of a text."""
        if len(self.notes) + len(self._anchors) >= MAX_FAULTS:
            return
        name, mark = event.anchor, event.start_mark
        self.notes.extend(one for one in (self._anchors.pop(name, None),) if one)
        place = Place(self._file, mark.line + 1, mark.column + 1, len(name) + 1)
        message = f"`&{shown(name)}` is the name of an anchor and no part of what is said, and no alias uses it."
        hint = f'Put the text into quotes where it belongs to it (`"&{shown(name)} ..."`), else take it away.'
        subject = subject_of([step for step in path if step])
        self._anchors[name] = Fault("unused-anchor", message, place, hint, subject)

    def use_anchor(self, name: str) -> None:
        """Forget an anchor that an alias uses."""
        self._anchors.pop(name, None)

    def told_notes(self) -> Iterator[Fault]:
        """Yield every note so far, and the anchors that no alias has used."""
        yield from self.notes
        yield from self._anchors.values()

    def tell_tag(self, event: Any) -> None:
        """Keep the fault of a value with a tag."""
        if self._has_room():
            hint = "Take the tag away; put text into quotes where its type matters."
            place = self._place_of(event)
            self._faults.append(Fault("custom-tag", "tags (`!...`) are not used here.", place, hint))

    def tell_twice(self, branch: Branch, key: str, event: Any) -> None:
        """Keep a key that its mapping has already; where it stood first is looked up when the mapping is read."""
        if self._has_room():
            self._twice.append((branch, key, self._place_of(event)))

    def refuse_word(self, event: Any) -> None:
        """Keep the fault of a tag; stop at a text that is too long."""
        if event.tag is not None:
            self.tell_tag(event)
        if len(event.value) > MAX_SCALAR:
            message = f"this text is longer than {MAX_SCALAR:,} letters."
            self.stop("size", message, event, "A label or description is far shorter.")

    def refuse_as_key(self, event: Any) -> NoReturn:
        """Stop: only a word can be a key."""
        message = "a key must be a word, not a list, a mapping or an alias."
        self.stop("bad-id", message, event, "Put text in quotes if it begins with `[`, `{` or `*`.")

    def refuse_merge(self, event: Any) -> NoReturn:
        """Stop at a merge key."""
        hint = "Write the keys out, or use `extends` for a site."
        self.stop("alias-expansion", "merge keys (`<<`) are not used here.", event, hint)

    def stop_too_long(self, event: Any) -> NoReturn:
        """Stop at more words, mappings and lists than a model has."""
        message = "there is more in this file than any model holds."
        self.stop("size", message, event, "Check that it is the file you meant.")

    def stop_too_deep(self, event: Any) -> NoReturn:
        """Stop at a nesting that is too deep."""
        message = f"this is nested more than {MAX_DEPTH} levels deep."
        self.stop("depth", message, event, "A model needs fewer than ten.")

    def stop(self, kind: str, message: str, event: Any, hint: str) -> NoReturn:
        """Read no further."""
        raise StopReadingError(Fault(kind, message, self._place_of(event), hint))

    def _has_room(self) -> bool:
        return len(self._faults) + len(self._twice) < MAX_FAULTS

    def _place_of(self, event: Any) -> Place:
        """Return where an event stands; the start of a mapping or list has no end on its line."""
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if start.line == end.line else 1
        return Place(self._file, start.line + 1, start.column + 1, max(width, 1))
