"""`WrittenEvent`: what a reader of YAML meets next in a text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["WrittenEvent"]


class WrittenEvent(NamedTuple):
    """A word, an alias, or the beginning ("mapping", "list") or the "end" of a nested part, where it stands.

    `start` and `end` count letters from 0; a part in lines of its own ends where the next word begins. `value` is
    what a word says, or the name of an alias. `is_flow` is for parts in brackets, `is_anchored` for what aliases
    may repeat.
    """

    kind: str
    start: int
    end: int
    value: object = None
    is_flow: bool = False
    is_anchored: bool = False
