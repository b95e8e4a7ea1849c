"""Nested mappings as the lines of a YAML text in block style, as a person would write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from toc.loading.yaml_words import is_foldable, is_literal, yaml_word

__all__ = ["yaml_lines"]

_WIDTH = 100
_LONGEST_KEY = 500
"""Letters of a key that may stand before its colon on one line; to YAML, 1024 are the most."""


def yaml_lines(mapping: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping whose values are texts, numbers, true or false, tuples and mappings.

    Lines have at most 100 columns where words allow. Raises `TocError` for a value that no file can hold.
    """
    for key, value in mapping.items():
        word, indent = yaml_word(key), "  " * depth
        if len(word) > _LONGEST_KEY:
            yield f"{indent}? {word}"
            word = ""
        yield from _entry(f"{indent}{word}:", value, depth)


def _entry(head: str, value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield head if value else f"{head} {{}}"
        yield from yaml_lines(value, depth + 1)
    elif isinstance(value, tuple):
        yield from _list(head, value, depth)
    else:
        yield from _scalar(f"{head} ", value, depth)


def _list(head: str, items: tuple[Any, ...], depth: int) -> Iterator[str]:
    """Yield a list on one line where it fits, else one item on each."""
    if not any(isinstance(item, Mapping) or "\n" in str(item) for item in items):
        line = f"{head} [{', '.join(yaml_word(item, listed=True) for item in items)}]"
        if len(line) <= _WIDTH:
            yield line
            return
    yield head
    for item in items:
        yield from _item(item, depth + 1)


def _item(item: Any, depth: int) -> Iterator[str]:
    dash = f"{'  ' * depth}- "
    if isinstance(item, Mapping):
        lines = yaml_lines(item, depth + 1)
        yield from chain((dash + next(lines)[len(dash) :],), lines)
    else:
        yield from _scalar(dash, item, depth)


def _scalar(head: str, value: Any, depth: int) -> Iterator[str]:
    indent = "  " * (depth + 1)
    if isinstance(value, str) and is_literal(value):
        yield head + ("|" if value.endswith("\n") else "|-")
        yield from (f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        return
    word = yaml_word(value)
    if len(head) + len(word) > _WIDTH and isinstance(value, str) and is_foldable(value):
        yield f"{head}>-"
        yield from _folded(value.split(" "), indent)
    else:
        yield head + word


def _folded(words: list[str], indent: str) -> Iterator[str]:
    line = indent + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = indent + word
        else:
            line = f"{line} {word}"
    yield line
