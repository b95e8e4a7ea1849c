"""A theory as one part for each whole, or for what other pages leave inside their boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from toc.diagram.framed_boxes import ends_of
from toc.diagram.part import Part
from toc.diagram.view import View
from toc.diagram.wholes import nearest_wholes, outermost_wholes
from toc.model import TheoryOfChange

__all__ = ["detail_parts", "folded_parts"]

_HIGHEST, _MOST = 11, 30
"""How many boxes may stand in one column of a page, and on all of it, where parts of several wholes share it."""


def detail_parts(
    theory: TheoryOfChange, every: View, shown_with: Callable[[frozenset[str]], View], title: str
) -> tuple[Part, ...]:
    """Return one part for each outermost whole with parts in `every`, in the order of the model.

    `shown_with` gives the figure with some wholes shown by their parts and all others closed; `title` has room for
    the `label` of the whole. What is linked to the whole or to its parts stands on the page as a guest.
    """
    outermost = outermost_wholes(theory, ends_of(every))
    labels = _labels(every)
    parts = []
    for whole in dict.fromkeys(outermost.values()):
        opened = frozenset((whole,))
        home = opened | {key for key, own in outermost.items() if own == whole}
        links = _links_of(home, shown_with(opened))
        guests = frozenset(end for link in links for end in link) - home
        parts.append(Part(title.format(label=labels[whole]), home, guests, links, opened))
    return tuple(parts)


def folded_parts(theory: TheoryOfChange, view: View, every: View, title: str, several: str) -> tuple[Part, ...]:
    """Return parts for the boxes of `every` that `view` has only inside a closed whole, small wholes together.

    The closed wholes, and what is linked to their parts, stand on these pages as guests. `title` has room for the
    `label` of the whole, `several` is for a page of more than one.
    """
    drawn = ends_of(view)
    inside: dict[str, frozenset[str]] = {}
    for key, whole in nearest_wholes(theory, ends_of(every) - drawn, drawn).items():
        inside[whole] = inside.get(whole, frozenset()) | {key}
    outermost = outermost_wholes(theory, ends_of(every))
    columns = {box.id: box.column for box in every.boxes}
    parts = []
    single = [_folded(whole, home, every, title) for whole, home in inside.items()]
    for part in _packed(single, columns, several):
        opened = frozenset(outermost[key] for key in part.home | part.guests if key in outermost)
        parts.append(replace(part, opened=opened, guests=part.guests | (opened - part.home)))
    return tuple(parts)


def _folded(whole: str, home: frozenset[str], every: View, title: str) -> Part:
    links = _links_of(home, every)
    title = title.format(label=_labels(every)[whole])
    return Part(title, home, frozenset(end for link in links for end in link).union((whole,)) - home, links)


def _packed(parts: Sequence[Part], columns: Mapping[str, str], several: str) -> list[Part]:
    """Put neighbours on one page as long as their boxes fit there."""
    pages: list[Part] = []
    for part in parts:
        both = _together(pages[-1], part, several) if pages else part
        heights = Counter(columns[key] for key in both.home | both.guests if key in columns)
        if pages and max(heights.values()) <= _HIGHEST and heights.total() <= _MOST:
            pages[-1] = both
        else:
            pages.append(part)
    return pages


def _together(one: Part, other: Part, title: str) -> Part:
    home = one.home | other.home
    guests = (one.guests | other.guests) - home
    return Part(title, home, guests, one.links | other.links)


def _labels(view: View) -> dict[str, str]:
    return {box.id: box.label for box in view.boxes} | {group.id: group.label for group in view.groups}


def _links_of(home: frozenset[str], view: View) -> frozenset[tuple[str, str]]:
    pairs = ((link.source, link.target) for link in view.links)
    return frozenset(pair for pair in pairs if not home.isdisjoint(pair))
