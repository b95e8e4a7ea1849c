"""Plain dicts, lists, text and numbers as a tree, within the limits that a file has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toc.errors import Fault
from toc.loading.limits import MAX_DEPTH, MAX_NUMBER, MAX_SCALAR, MAX_STEPS
from toc.loading.tree import Branch, Items

__all__ = ["plain_tree"]


_TOO_LARGE = 10 ** (MAX_NUMBER - 1)
"""A file may hold as many letters in a number, and one of them may be a sign."""


class _RefusedError(Exception):
    """A mapping that no text could stand for."""

    def __init__(self, kind: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = Fault(kind, message, None, hint)


class _Copying:
    """A copy being made; `steps` counts keys and values as a file's are counted."""

    def __init__(self) -> None:
        self.steps = 0

    def copy(self, value: Any, depth: int) -> Any:
        """Return a value as part of a tree."""
        self.steps += 1
        if depth > MAX_DEPTH:
            hint = "A model needs fewer than ten."
            raise _RefusedError("depth", f"this is nested more than {MAX_DEPTH} levels deep.", hint)
        if self.steps > MAX_STEPS:
            raise _RefusedError("size", "there is more in this than any model holds.", "Check what it is.")
        if isinstance(value, Mapping):
            self.steps += 1 + len(value)
            return Branch.of({_word(key): self.copy(inner, depth + 1) for key, inner in value.items()})
        if isinstance(value, list | tuple):
            return Items.of([self.copy(inner, depth + 1) for inner in value])
        if isinstance(value, int) and abs(value) >= _TOO_LARGE:
            message = f"a number in this has {MAX_NUMBER} digits or more."
            raise _RefusedError("wrong-type", message, "Round it.")
        return _word(value) if isinstance(value, str) else value


def _word(value: Any) -> str:
    if not isinstance(value, str | int | float | None):
        raise _RefusedError("bad-id", "a key must be a word.", "Use text for every key.")
    word = value if isinstance(value, str) else str(value)
    if len(word) > MAX_SCALAR:
        hint = "A label or description is far shorter."
        raise _RefusedError("size", f"a text in this is longer than {MAX_SCALAR:,} letters.", hint)
    if not word.isascii() and any("\ud800" <= sign <= "\udfff" for sign in word):
        hint = "Read the file that it came from as UTF-8."
        raise _RefusedError("encoding", "there is a character in this that a model cannot hold.", hint)
    return word


def plain_tree(mapping: Mapping[str, Any]) -> tuple[Branch | None, tuple[Fault, ...]]:
    """Return a mapping as a tree without places, or None and what is wrong with it."""
    try:
        tree: Branch = _Copying().copy(mapping, 1)
    except _RefusedError as refused:
        return None, (refused.fault,)
    return tree, ()
