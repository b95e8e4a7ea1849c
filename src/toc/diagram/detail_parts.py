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
_NAMED = 3
_Named = tuple[Part, tuple[str, ...]]
"""A part with the labels of the wholes that it is of."""


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


def folded_parts(theory: TheoryOfChange, view: View, every: View, words: Mapping[str, str]) -> tuple[Part, ...]:
    """Return parts for the boxes of `every` that `view` has only inside a closed whole, small wholes together.

    The closed wholes, and what is linked to their parts, stand on these pages as guests. Each page is called after
    its wholes, in the `words` of the figure.
    """
    drawn = ends_of(view)
    inside: dict[str, frozenset[str]] = {}
    for key, whole in nearest_wholes(theory, ends_of(every) - drawn, drawn).items():
        inside[whole] = inside.get(whole, frozenset()) | {key}
    outermost = outermost_wholes(theory, ends_of(every))
    columns = {box.id: box.column for box in every.boxes}
    labels = _labels(every)
    parts = []
    single = [(_folded(whole, home, every), (labels[whole],)) for whole, home in inside.items()]
    for part, wholes in _packed(single, columns):
        title = words["its_parts"].format(label=_named(wholes, words))
        opened = frozenset(outermost[key] for key in part.home | part.guests if key in outermost)
        parts.append(replace(part, title=title, opened=opened, guests=part.guests | (opened - part.home)))
    return tuple(parts)


def _folded(whole: str, home: frozenset[str], every: View) -> Part:
    links = _links_of(home, every)
    return Part("", home, frozenset(end for link in links for end in link).union((whole,)) - home, links)


def _packed(parts: Sequence[_Named], columns: Mapping[str, str]) -> list[_Named]:
    """Put neighbours on one page as long as their boxes fit there."""
    pages: list[_Named] = []
    for part in parts:
        both = _together(pages[-1], part) if pages else part
        heights = Counter(columns[key] for key in both[0].home | both[0].guests if key in columns)
        if pages and max(heights.values()) <= _HIGHEST and heights.total() <= _MOST:
            pages[-1] = both
        else:
            pages.append(part)
    return pages


def _together(one: _Named, other: _Named) -> _Named:
    home = one[0].home | other[0].home
    guests = (one[0].guests | other[0].guests) - home
    return Part("", home, guests, one[0].links | other[0].links), one[1] + other[1]


def _named(labels: Sequence[str], words: Mapping[str, str]) -> str:
    """Return the labels, of many the first two and how many there are besides."""
    if len(labels) <= _NAMED:
        return ", ".join(labels)
    return words["and_more"].format(labels=", ".join(labels[: _NAMED - 1]), n=len(labels) - _NAMED + 1)


def _labels(view: View) -> dict[str, str]:
    return {box.id: box.label for box in view.boxes} | {group.id: group.label for group in view.groups}


def _links_of(home: frozenset[str], view: View) -> frozenset[tuple[str, str]]:
    pairs = ((link.source, link.target) for link in view.links)
    return frozenset(pair for pair in pairs if not home.isdisjoint(pair))
