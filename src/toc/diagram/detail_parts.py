"""A theory as one part for each whole, or for what other pages leave inside their boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from toc.diagram.framed_boxes import ends_of
from toc.diagram.part import Part
from toc.diagram.view import View
from toc.diagram.wholes import nearest_wholes, outermost_wholes
from toc.model import TheoryOfChange

__all__ = ["detail_parts", "folded_parts"]

_HIGHEST = 18
"""How many boxes of several wholes, with the wholes themselves, stand in one column of a page."""


def detail_parts(
    theory: TheoryOfChange, every: View, shown_with: Callable[[frozenset[str]], View], title: str
) -> tuple[Part, ...]:
    """Return one part for each outermost whole with parts in `every`, in the order of the model.

    `shown_with` gives the figure with some wholes shown by their parts and all others closed; `title` has room for
    the `label` of the whole. What is linked to the whole or to its parts stands on the page as a guest.
    """
    outermost = outermost_wholes(theory, ends_of(every))
    labels = {box.id: box.label for box in every.boxes} | {group.id: group.label for group in every.groups}
    parts = []
    for whole in dict.fromkeys(outermost.values()):
        opened = frozenset((whole,))
        home = opened | {key for key, own in outermost.items() if own == whole}
        links = _links_of(home, shown_with(opened))
        guests = frozenset(end for link in links for end in link) - home
        parts.append(Part(title.format(label=labels[whole]), home, guests, links, opened))
    return tuple(parts)


def folded_parts(theory: TheoryOfChange, view: View, every: View, title: str) -> tuple[Part, ...]:
    """Return parts for the boxes of `every` that `view` has only inside a closed whole, small wholes together.

    The closed wholes, and what is linked to their parts, stand on these pages as guests.
    """
    drawn = ends_of(view)
    inside: dict[str, list[str]] = {}
    for key, whole in nearest_wholes(theory, ends_of(every) - drawn, drawn).items():
        inside.setdefault(whole, []).append(key)
    outermost = outermost_wholes(theory, ends_of(every))
    parts = []
    for wholes in _packed(theory, inside):
        home = frozenset(key for whole in wholes for key in inside[whole])
        links = _links_of(home, every)
        guests = frozenset(end for link in links for end in link).union(wholes) - home
        opened = frozenset(outermost[key] for key in home | guests if key in outermost)
        parts.append(Part(title, home, guests | (opened - home), links, opened))
    return tuple(parts)


def _packed(theory: TheoryOfChange, inside: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the wholes in groups whose parts fit on one page, or that are alone."""
    page: list[str] = []
    height: Counter[str] = Counter()
    for whole, parts in inside.items():
        more = Counter(theory.boxes[key].stage for key in (whole, *parts))
        if page and max((height + more).values()) > _HIGHEST:
            yield page
            page, height = [], Counter()
        page.append(whole)
        height += more
    if page:
        yield page


def _links_of(home: frozenset[str], view: View) -> frozenset[tuple[str, str]]:
    pairs = ((link.source, link.target) for link in view.links)
    return frozenset(pair for pair in pairs if not home.isdisjoint(pair))
