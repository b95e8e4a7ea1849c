"""`Split`: a theory on several pages that together show every box and link, after an overview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from toc.diagram.cells_view import cells_of, cells_view
from toc.diagram.choice import Choice
from toc.diagram.detail_parts import detail_parts, folded_parts
from toc.diagram.figure_words import figure_words
from toc.diagram.framed_boxes import ends_of
from toc.diagram.numbered_pages import number_contents, number_overview, number_part
from toc.diagram.outcome_parts import outcome_columns, outcome_parts
from toc.diagram.page_references import (
    FIRST,
    References,
    cell_references,
    home_references,
    inside_references,
    link_references,
    united,
)
from toc.diagram.part import Part, distinct_parts
from toc.diagram.strand_parts import strand_parts
from toc.diagram.view import View
from toc.diagram.wholes import nearest_wholes, outermost_wholes
from toc.model import TheoryOfChange

__all__ = ["SPLITS", "Show", "Split", "SplitKind", "split_theory"]

SplitKind = Literal["strand", "outcome", "detail"]
SPLITS: tuple[SplitKind, ...] = get_args(SplitKind)
Show = Callable[[Choice], View]
"""What gives the figure of a choice, in the words and with the scores that are asked for."""
NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Split:
    """The pages of a theory: an overview, then one view for each part.

    `overviews` are the same first page from the fullest to the plainest, of which the first that can be read is
    drawn; `spares` are plainer ones that are drawn where none of these can be made out.
    """

    kind: SplitKind
    overviews: tuple[View, ...]
    parts: tuple[View, ...]
    spares: tuple[View, ...] = ()


def split_theory(theory: TheoryOfChange, kind: SplitKind, show: Show, choice: Choice) -> Split | None:
    """Split what a choice shows of a theory; None without two strands, two last outcomes or a whole with parts.

    Every box that stands in a column of the figure, parts of closed wholes too, and every link between two of
    them is on a page of a part or, split by "detail", on the overview. A box says on which other pages it has
    links that are not on its own. Raises `TocError` as `show` does.
    """
    sketch = _Sketch(theory, lambda **wishes: show(replace(choice, **wishes)))
    parts = sketch.parts(kind)
    if not parts:
        return None
    overviews, spares = tuple(sketch.overviews(kind, parts)), tuple(sketch.spares(kind, parts))
    return Split(kind, overviews, tuple(sketch.pages(kind, parts)), spares)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A theory and how to show it."""

    theory: TheoryOfChange
    show: Callable[..., View]

    def every(self) -> View:
        """The figure with all parts of all wholes."""
        return self.show(opened=frozenset(self.theory.boxes))

    def parts(self, kind: SplitKind) -> tuple[Part, ...]:
        """What each page after the first is of; nothing where there is nothing to split by."""
        every = self.every()
        words = figure_words(every.language)
        if kind == "detail":
            shown = detail_parts(self.theory, every, lambda opened: self.show(opened=opened), words["its_parts"])
            return distinct_parts(shown)
        view = self.show()
        if kind == "strand":
            parts = strand_parts(self.theory, view, words["rest_strand"])
        else:
            parts = outcome_parts(view, words["chain"], words["rest_outcome"])
        return distinct_parts((*parts, *folded_parts(self.theory, view, every, words))) if parts else ()

    def pages(self, kind: SplitKind, parts: tuple[Part, ...]) -> Iterator[View]:
        """The page of each part, numbered from 2."""
        pages = [
            self.show(only=part.home | part.guests, links=part.links, opened=part.opened, closed=part.closed)
            for part in parts
        ]
        every = ends_of(self.every())
        if kind == "detail":
            wholes = outermost_wholes(self.theory, every)
            links: tuple[References, ...] = ({},) * len(pages)
        else:
            drawn = ends_of(self.show())
            wholes = nearest_wholes(self.theory, every - drawn, drawn)
            links = link_references(self.show(), pages)
        inside = inside_references(parts, wholes)
        for number, (page, part, away) in enumerate(zip(pages, parts, links, strict=True), FIRST):
            homes = home_references(parts, (box.id for box in page.boxes if box.id in part.guests))
            yield number_part(page, part, number, 1 + len(pages), united(inside, homes, away, but=number))

    def overviews(self, kind: SplitKind, parts: tuple[Part, ...]) -> Iterator[View]:
        """The figure with its wholes closed, its outcomes alone, and a map of its columns and strands.

        Only the first shows all links, which a split by detail needs.
        """
        closed = self.show(opened=NOTHING)
        inside = inside_references(parts, outermost_wholes(self.theory, ends_of(self.every())))
        yield number_overview(closed, parts, inside)
        columns = outcome_columns(closed)
        if kind == "outcome" and len(columns) > 1:
            outcomes = frozenset(box.id for box in closed.boxes if box.column in columns)
            yield number_overview(self.show(opened=NOTHING, only=outcomes), parts, inside)
        if kind != "detail":
            yield self.map(parts)

    def spares(self, kind: SplitKind, parts: tuple[Part, ...]) -> Iterator[View]:
        """The figure with its wholes closed and nothing at its boxes; else the map without arrows, and a list."""
        if kind == "detail":
            inside = inside_references(parts, outermost_wholes(self.theory, ends_of(self.every())))
            yield number_overview(self.show(opened=NOTHING, bare=True), parts, inside)
        else:
            yield replace(self.map(parts), links=(), stage_links=())
            yield number_contents(self.show(bare=True, is_counted=False), parts)

    def map(self, parts: tuple[Part, ...]) -> View:
        """One box for each column and strand."""
        view = self.show(bare=True, is_counted=False)
        cells = cells_of(view)
        return number_overview(cells_view(view, cells), parts, cell_references(parts, cells))
