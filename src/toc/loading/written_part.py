"""`WrittenPart`: a text as its reader takes it apart, every part with where it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from toc.loading.written_event import WrittenEvent
from toc.loading.yaml_tree import written_events

__all__ = ["Held", "WrittenPart", "holdings", "written_part_of"]


@dataclass(eq=False, slots=True)
class WrittenPart:
    """A word, an alias, a mapping or a list; `end` is behind its last letter, or behind that of what it holds.

    `value` is what a word says, or the name of an alias. `is_flow` says whether a mapping or list stands in
    brackets, `is_anchored` whether an alias may repeat it.
    """

    kind: str
    start: int
    end: int
    value: object
    is_flow: bool
    is_anchored: bool
    held: list[Held] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Held:
    """An entry of a mapping, or an item of a list (without a key)."""

    key: WrittenPart | None
    part: WrittenPart

    @property
    def start(self) -> int:
        """Where the key begins, or the item behind its dash."""
        return (self.key or self.part).start

    @property
    def end(self) -> int:
        """Behind the last letter of it."""
        return max(self.part.end, self.key.end if self.key else 0)

    @property
    def holds_anchor(self) -> bool:
        """Whether an alias may repeat it, its key or anything in it."""
        is_anchored = self.part.is_anchored or bool(self.key and self.key.is_anchored)
        return is_anchored or any(one.holds_anchor for one in self.part.held)


def written_part_of(text: str) -> WrittenPart | None:
    """Return the whole of a text that can be read; None where there is nothing in it."""
    events = written_events(text)
    first = next(events, None)
    return _part(first, events, text) if first is not None else None


def _part(event: WrittenEvent, events: Iterator[WrittenEvent], text: str) -> WrittenPart:
    part = WrittenPart(event.kind, event.start, event.end, event.value, event.is_flow, event.is_anchored)
    if event.kind == "word":
        # A text of several lines (`|`) ends behind the empty lines that follow it.
        part.end = event.start + len(text[event.start : event.end].rstrip())
    elif event.kind != "alias":
        _fill(part, events, text)
    return part


def _fill(part: WrittenPart, events: Iterator[WrittenEvent], text: str) -> None:
    while (event := next(events)).kind != "end":
        key = _part(event, events, text) if part.kind == "mapping" else None
        value = _part(next(events) if key else event, events, text)
        part.held.append(Held(key, value))
    ends = [part.start, *(one.end for one in part.held)]
    part.end = event.end if part.is_flow else max(ends)


def holdings(part: WrittenPart, *above: WrittenPart) -> Iterator[tuple[Held, tuple[WrittenPart, ...]]]:
    """Yield everything that a part holds, however deep, with the parts that it stands in, the nearest first."""
    for held in part.held:
        yield held, (part, *above)
        yield from holdings(held.part, part, *above)
