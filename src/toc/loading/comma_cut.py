"""The slip of a text or number that its comma ends between braces: `{label: Homework, reading and play}`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toc.loading.nearest import shown
from toc.loading.tree import Branch, written_part
from toc.places import Place

__all__ = ["comma_cut"]


def comma_cut(tree: Branch, path: Sequence[str | int]) -> tuple[str, Place | None, str] | None:
    """Return the message, the place and the way out for a key that is no key: what a comma cut off a value.

    All that is cut off one value is told where the first of it stands. None where the key at the end of the path
    has a value or a colon of its own, or where no value stands before it.
    """
    holder = _holder(tree, path)
    if not isinstance(holder, Branch) or not _is_cut_off(holder, str(path[-1])):
        return None
    names = sorted(holder.marks, key=lambda name: holder.marks[name])
    first = names.index(str(path[-1]))
    while first and _is_cut_off(holder, names[first]):
        first -= 1
    cut, value = names[first], holder[names[first]]
    rest: list[str] = []
    for name in names[first + 1 :]:
        if not _is_cut_off(holder, name):
            break
        rest.append(name)
    if value is None:
        return None
    message = f"the comma before `{shown(rest[0])}` ends the value of `{shown(cut)}`."
    return message, holder.key_place(rest[0]), _way_out(shown(cut), value, rest)


def _is_cut_off(holder: Branch, key: str) -> bool:
    """Say whether a key stands between commas, or a comma and the brace, without a colon."""
    mark = holder.marks.get(key)
    if mark is None or holder.texts is None or holder[key] is not None:
        return False
    before, after = holder.texts.line_at(mark[0])
    return before.rstrip().endswith(",") and after.removeprefix(key).lstrip().startswith((",", "}"))


def _way_out(cut: str, value: Any, rest: Sequence[str]) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and all(map(_is_digits, rest)):
        # Three digits are thousands more often than thousandths.
        is_thousands = value != 0 and all(len(one) == 3 for one in rest)
        number = f"{value}{'' if is_thousands else '.'}{''.join(rest)}"
        return f"Write `{cut}: {number}`: digits without a comma, and a point before parts of one."
    if isinstance(value, str):
        return f'Put the text into quotes: `{cut}: "{shown(", ".join((value, *rest)))}"`.'
    return "Put a text with a comma into quotes; write a number without one."


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _holder(tree: Branch, path: Sequence[str | int]) -> Any:
    holder: Any = tree if written_part(tree, path) == tuple(path) else None
    for step in path[:-1] if holder is not None else ():
        holder = holder[step]
    return holder
