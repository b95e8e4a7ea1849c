"""Texts of models with comments wherever a line may begin with one, and what a text says in plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

Path = tuple[int, ...]


@st.composite
def commented(draw: st.DrawFn, text: str) -> str:
    """Return the text with comment lines between its words, each with a number of its own, and some line ends."""
    chance = draw(st.randoms(use_true_random=False))
    inside = set(_within_words(yaml.compose(text, Loader=yaml.CSafeLoader)))
    made: list[str] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        if number not in inside and chance.random() < 1 / 3:
            made.append(f"{' ' * chance.randrange(9)}# comment {number}: {{a}}, [b] - 'c'")
        made.append(line)
    end = chance.choice(["\n", "\r\n"])
    return end.join(made) + chance.choice(["", end])


def _within_words(node: yaml.Node) -> Iterator[int]:
    if isinstance(node, yaml.ScalarNode):
        yield from range(node.start_mark.line + 1, node.end_mark.line + (node.end_mark.column > 0))
    else:
        for part in node.value:
            for one in part if isinstance(part, tuple) else (part,):
                yield from _within_words(one)


def comments_of(text: str, leave_out: range = range(0)) -> list[str]:
    """Return the comment lines that were put in, but for those on some lines (from 0)."""
    lines = enumerate(re.split("\r\n?|\n", text))
    return [line for number, line in lines if line.lstrip().startswith("# comment ") and number not in leave_out]


def said(text: str) -> Any:
    """Return what a text says in lists of pairs and lists, in its order, every word with its style."""
    return _said(yaml.compose(text, Loader=yaml.CSafeLoader))


def _said(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(key.value, _said(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_said(item) for item in node.value]
    return f"{node.style or ''} {node.value}" if isinstance(node, yaml.ScalarNode) else None


@dataclass(frozen=True)
class Spot:
    """An entry or item: the way to it counted in each mapping and list, and its first and last line from 0."""

    path: Path
    line: int
    column: int
    last_line: int
    beside: int
    """How many entries or items there are where it stands."""


def spots(text: str) -> list[Spot]:
    """Return every entry and item of a text; of an item and its own first key only the item."""
    found: dict[int, Spot] = {}

    def look(node: yaml.Node, path: Path) -> None:
        held = node.value if isinstance(node, yaml.CollectionNode) else ()
        for number, one in enumerate(held):
            first, last = one if isinstance(one, tuple) else (one, one)
            mark, here = first.start_mark, (*path, number)
            found.setdefault(mark.index, Spot(here, mark.line, mark.column, _last_line(last), len(held)))
            look(last, here)

    look(yaml.compose(text, Loader=yaml.CSafeLoader), ())
    return list(found.values())


def _last_line(node: yaml.Node) -> int:
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.line - (node.end_mark.column == 0))
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def removed(what: Any, path: Path) -> tuple[Any, Path]:
    """Return what is said without the entry or item at a path, and the way to what goes with it.

    A mapping or list that would be empty goes too.
    """
    while len(path) > 1 and len(_at(what, path[:-1])) == 1:
        path = path[:-1]
    return _without(what, path), path


def _at(what: Any, path: Path) -> Any:
    for number in path:
        what = what[number][1] if isinstance(what[number], tuple) else what[number]
    return what


def _without(what: Any, path: Path) -> Any:
    first, *rest = path
    left = list(what)
    if not rest:
        del left[first]
    elif isinstance(left[first], tuple):
        left[first] = (left[first][0], _without(left[first][1], tuple(rest)))
    else:
        left[first] = _without(left[first], tuple(rest))
    return left
