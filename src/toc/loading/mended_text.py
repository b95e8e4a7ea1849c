"""`Mended`: the text of a model with some edits made, and nothing else said otherwise by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toc.errors import Edit
from toc.loading.cut import Cut, cut_of
from toc.loading.hidden_signs import without_hidden_signs
from toc.loading.scalars import scalar_value
from toc.loading.written_part import Held, WrittenPart, holdings, written_part_of
from toc.loading.yaml_tree import read_yaml
from toc.places import Place

__all__ = ["Mended", "mended_text"]

_LINE_END = re.compile("\r\n?|\n")
_GONE = object()


@dataclass(frozen=True, slots=True)
class Mended:
    """`text` as it is with the edits `made`, in the order of the text."""

    text: str
    made: tuple[Edit, ...] = ()


class _Change(NamedTuple):
    """An edit found in its text: the letters from `start` to `end` become `new`.

    `part` is what then says `says` (`_GONE`: it is no longer there), None where nothing says something else.
    """

    edit: Edit
    start: int
    end: int
    new: str
    part: WrittenPart | None = None
    says: object = None


def mended_text(text: str, edits: Sequence[Edit], accepts: Callable[[str], bool] = lambda _: True) -> Mended:
    """Return a text with those of the edits made that can be made, and which these are.

    An edit is left out where the text would then say anything but what it says now and what the edit says, where
    it touches what another one touches (it can be made afterwards), where an alias repeats what it would change,
    or where `accepts` refuses the text that it leads to. The text must be one that can be read.
    """
    whole = written_part_of(text)
    changes = _changes(text, whole, edits) if whole else []
    if whole is None or not changes:
        return Mended(text)
    new = _applied(text, changes)
    if _says_no_more(whole, new, changes) and accepts(new):
        return Mended(new, tuple(change.edit for change in changes))
    if len(changes) == 1:
        return Mended(text)
    # One of them cannot be made. Those further down go first, so that the places above them stay as they are.
    half = len(changes) // 2
    below = mended_text(text, [change.edit for change in changes[half:]], accepts)
    above = mended_text(below.text, [change.edit for change in changes[:half]], accepts)
    return Mended(above.text, (*above.made, *below.made))


def _applied(text: str, changes: Sequence[_Change]) -> str:
    parts: list[str] = []
    done = 0
    for change in changes:
        parts.extend((text[done : change.start], change.new))
        done = change.end
    return "".join((*parts, text[done:]))


def _changes(text: str, whole: WrittenPart, edits: Sequence[Edit]) -> list[_Change]:
    """Return the edits that are found in the text and do not touch one another, in its order."""
    lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
    finder = _Finder(text, whole)
    found: list[_Change] = []
    for edit in dict.fromkeys(edits):
        change = finder.change(edit, _address(edit.place, lines))
        if change is not None:
            found.append(change)
    found.sort(key=lambda change: (change.start, change.end))
    apart: list[_Change] = []
    for change in found:
        if not apart or change.start >= apart[-1].end:
            apart.append(change)
    return apart


def _address(place: Place, lines: Sequence[int]) -> int:
    return lines[place.line - 1] + place.column - 1 if 0 < place.line <= len(lines) else -1


class _Finder:
    """What stands where in a text."""

    def __init__(self, text: str, whole: WrittenPart) -> None:
        self._text = text
        self._at: dict[int, list[tuple[Held, tuple[WrittenPart, ...]]]] = {}
        for held, above in holdings(whole):
            for start in {held.start, held.part.start}:
                self._at.setdefault(start, []).append((held, above))

    def change(self, edit: Edit, address: int) -> _Change | None:
        """Return what an edit changes, or None."""
        if edit.kind == "erase":
            return _Change(edit, address, address + edit.place.width, "") if address >= 0 else None
        if edit.kind == "remove":
            return self._removal(edit, address)
        found = (self._of_word(edit, word) for word in self._words(address))
        # What would write the same again is no edit.
        return next((one for one in found if one is not None and one.new != self._text[one.start : one.end]), None)

    def _words(self, address: int) -> Iterator[WrittenPart]:
        """Yield the key or the value that stands there, and the value of that key."""
        for held, above in self._at.get(address, ()):
            if not any(part.is_anchored for part in above):
                parts = (held.key, held.part) if held.start == address else (held.part,)
                yield from (part for part in parts if part is not None and part.kind == "word")

    def _of_word(self, edit: Edit, word: WrittenPart) -> _Change | None:
        written = self._text[word.start : word.end]
        if word.is_anchored or not isinstance(word.value, str):
            return None
        if edit.kind == "quote" and written[:1] not in "'\"":
            return _Change(edit, word.start, word.end, f'"{written}"', word, word.value)
        if edit.kind == "number":
            is_it = word.value == edit.old
            return _Change(edit, word.start, word.end, edit.new, word, scalar_value(edit.new)) if is_it else None
        if edit.old not in written or edit.old not in word.value:
            return None
        says = word.value.replace(edit.old, edit.new, 1)
        return _Change(edit, word.start, word.end, written.replace(edit.old, edit.new, 1), word, says)

    def _removal(self, edit: Edit, address: int) -> _Change | None:
        """Return the removal of the item that begins there, else of the key, else of the key of the value."""
        at = self._at.get(address, ())
        ranked = sorted(at, key=lambda found: (found[0].key is not None, found[0].start != address))
        for held, above in ranked[:1]:
            return self._without(edit, held, above)
        return None

    def _without(self, edit: Edit, held: Held, above: tuple[WrittenPart, ...]) -> _Change | None:
        holder = above[0]
        if held.holds_anchor:
            return None
        if len(holder.held) == 1:
            return self._without_holder(edit, above)
        cut: Cut | None = cut_of(self._text, held, holder)
        return None if cut is None else _Change(edit, *cut, "", held.part, _GONE)

    def _without_holder(self, edit: Edit, above: tuple[WrittenPart, ...]) -> _Change | None:
        """Return the removal of a mapping or list of which nothing would be left; never of the whole text."""
        if len(above) < 2:
            return None
        parent = next(held for held in above[1].held if held.part is above[0])
        return self._without(edit, parent, above[1:])


def _says_no_more(old: WrittenPart, new: str, changes: Sequence[_Change]) -> bool:
    """Say whether the new text can be read, and says what the old one says but for the changes."""
    if read_yaml(new, "")[0] is None:
        return False
    instead = {id(change.part): change.says for change in changes if change.part is not None}
    whole = written_part_of(new)
    return whole is not None and _said(old, instead) == _said(whole, {})


def _said(part: WrittenPart, instead: Mapping[int, object]) -> object:
    """Return all that a part says, in its order and with the types of its words, as plain values."""
    says = instead.get(id(part), part.value)
    if says is _GONE:
        return _GONE
    if part.kind in ("word", "alias"):
        return part.kind, repr(without_hidden_signs(says) if isinstance(says, str) else says)
    held = ((one.key and _said(one.key, instead), _said(one.part, instead)) for one in part.held)
    return part.kind, [(key, value) for key, value in held if value is not _GONE]
