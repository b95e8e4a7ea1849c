"""The rules that a tree asks to ignore, as they are written there, for a file of which no theory can be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from toc.loading.tree import Branch
from toc.places import Place

__all__ = ["IgnoredWord", "ignored_words"]


class IgnoredWord(NamedTuple):
    """`word` names a rule and stands at `place`; `subject` is what it is ignored at, "" for all."""

    word: str
    subject: str
    place: Place | None


def ignored_words(tree: Branch) -> Iterator[IgnoredWord]:
    """Yield every rule named under an `ignore` of a tree, in its order; what is no text is left out."""
    yield from _below(tree, ())


def _below(branch: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[IgnoredWord]:
    for key, value in branch.items():
        if key == "ignore" and isinstance(value, tuple):
            codes = ((item, item.get("code")) for item in value if isinstance(item, Branch))
            for item, code in codes:
                if isinstance(code, str):
                    yield IgnoredWord(code, _subject(path), item.value_place("code"))
        elif isinstance(value, Branch):
            yield from _below(value, (*path, key))


def _subject(path: tuple[str, ...]) -> str:
    if len(path) > 2 and path[-2] == "leads_to":
        return f"{path[-3]} -> {path[-1]}"
    return path[-1] if path else ""
