"""Ids that stand twice in one list that is no list of links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["ids_listed_twice"]

_OF_BOXES = ("strand", "who", "contributors", "aligns")
_OF_INDICATORS = ("measures", "who", "disaggregate")
_Path = tuple[str | int, ...]


def ids_listed_twice(context: Context) -> Iterator[Hit]:
    """TOC126: ids that stand twice in one list of a box, an indicator or a link, each told once for the list."""
    theory = context.theory
    for key, box in theory.boxes.items():
        for name in _OF_BOXES:
            listed = getattr(box, name, ())
            if len(listed) > 1:
                yield from _twice(key, name, listed, (*theory.path_of(key), name))
    for key, indicator in theory.indicators.items():
        for name in _OF_INDICATORS:
            listed = getattr(indicator, name)
            if len(listed) > 1:
                yield from _twice(key, name, listed, ("indicators", key, name))
    for link in (*theory.links, *theory.factor_links):
        if len(link.assumptions) > 1 or len(link.moderated_by) > 1:
            path = context.path_of_link(link)
            yield from _twice(link.name, "assumptions", link.assumptions, (*path, "assumptions"))
            yield from _twice(link.name, "moderated_by", link.moderated_by, (*path, "moderated_by"))


def _twice(subject: str, key: str, listed: Sequence[str], path: _Path) -> Iterator[Hit]:
    first: dict[str, int] = {}
    told: set[str] = set()
    for index, name in enumerate(listed):
        if first.setdefault(name, index) != index and name not in told:
            told.add(name)
            words = {"id": subject, "named": name, "key": key}
            yield Hit("TOC126", subject, words, (*path, index), other=(*path, first[name]))
