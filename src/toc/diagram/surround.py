"""`Surround`: everything on the page around the boxes: title, headings, legend and footer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from toc.diagram.factor_bands import FactorBands, lay_factor_bands
from toc.diagram.grid import MARGIN, Grid
from toc.diagram.indicator_key import indicator_key
from toc.diagram.legend import lay_legend
from toc.diagram.measures import Measures
from toc.diagram.picture import Header, LegendItem, Page, StageArrow, TextLine
from toc.diagram.stage_arrows import find_arcs, lay_stage_arrows
from toc.diagram.text_widths import text_width
from toc.diagram.view import View
from toc.diagram.wrapping import cuts_a_word, wrap

__all__ = ["Surround", "heading_lines", "lay_surround"]

SMALLEST, LARGEST_NOTE, LARGEST_HEADING = 5.5, 8.5, 13.0
WHOLE_WORDS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How much smaller the headings may be so that none of their words is cut in two."""


@dataclass(frozen=True, slots=True)
class Surround:
    """What stands around the boxes, and the top and bottom of the room left for them."""

    texts: tuple[TextLine, ...]
    headers: tuple[Header, ...]
    stage_arrows: tuple[StageArrow, ...]
    legend: tuple[LegendItem, ...]
    top: float
    bottom: float
    bands: FactorBands


def lay_surround(view: View, page: Page, grid: Grid, measures: Measures) -> Surround:
    """Set the words around the boxes: from the top downwards, and from the bottom upwards."""
    note_size = min(max(SMALLEST, 0.85 * measures.size), LARGEST_NOTE)
    titles, y = lay_titles(view, page)
    arcs = find_arcs(view)
    y += max((arc.rise + 3.0 for arc in arcs), default=0.0)
    headers, height = lay_headers(view, grid, measures, y)
    stage_arrows = lay_stage_arrows(view, arcs, grid, y, height)
    notes = paragraph((*indicator_key(view), *view.notes), note_size, page, page.height - MARGIN * 0.75)
    foot = min((line.y - 1.1 * line.size for line in notes), default=page.height - MARGIN * 0.75) - 1.5
    legend, legend_height = lay_legend(view, min(max(SMALLEST, 0.95 * measures.size), 9.5), page.width)
    start = foot - legend_height
    moved = tuple(
        replace(item, y=item.y + start, text=replace(item.text, y=item.text.y + start)) for item in legend
    )
    bottom = start - (0.35 * measures.size if legend else 0.0)
    bands = lay_factor_bands(view, note_size, page.width)
    bands = bands.moved(bottom - bands.height)
    bottom -= bands.height + (0.5 * measures.size if bands.frames else 0.0)
    top = y + height + 0.9 * measures.size
    return Surround((*titles, *notes), headers, stage_arrows, moved, top, bottom, bands)


def lay_titles(view: View, page: Page) -> tuple[list[TextLine], float]:
    """The title and subtitle at the top left, and where they end."""
    lines: list[TextLine] = []
    y = MARGIN * 0.8
    for words, size, bold in ((view.title, 15.0, True), (view.subtitle, 9.5, False)):
        for text in wrap(words, (page.width - 2 * MARGIN) / size, bold=bold) if words.strip() else ():
            y += 1.18 * size
            lines.append(
                TextLine(text, MARGIN, y - 0.3 * size, size, text_width(text, size, bold=bold), bold=bold)
            )
    return lines, y + 5.0


def paragraph(notes: tuple[str, ...], size: float, page: Page, bottom: float) -> list[TextLine]:
    """The notes as lines that end at `bottom`."""
    texts = [line for note in notes for line in wrap(note, (page.width - 2 * MARGIN) / size)]
    first = bottom - 1.25 * size * (len(texts) - 1) - 0.2 * size
    return [
        TextLine(text, MARGIN, first + 1.25 * size * place, size, text_width(text, size))
        for place, text in enumerate(texts)
    ]


def lay_headers(view: View, grid: Grid, measures: Measures, top: float) -> tuple[tuple[Header, ...], float]:
    """One bar per column, all of the same height, and that height."""
    size, lines = heading_lines(view, grid, measures)
    height = 1.18 * size * max(len(words) for words in lines) + 0.7 * size
    headers = []
    for place, (column, words) in enumerate(zip(view.columns, lines, strict=True)):
        x = grid.lefts[place] + grid.width / 2
        first = top + height / 2 - 0.59 * size * len(words) + 0.93 * size
        text = tuple(
            TextLine(
                line,
                x - 0.2 * size,
                first + 1.18 * size * row,
                size,
                text_width(line, size, bold=True),
                bold=True,
                anchor="middle",
            )
            for row, line in enumerate(words)
        )
        headers.append(Header(column.id, x, top + height / 2, grid.width, height, text, column.label))
    return tuple(headers), height


def heading_lines(view: View, grid: Grid, measures: Measures) -> tuple[float, list[tuple[str, ...]]]:
    """The font size and lines of the headings: a smaller font where it saves lines or cuts no word in two."""
    largest = min(1.12 * measures.size, LARGEST_HEADING)
    for part in (1.0, 0.94, 0.88):
        lines = _headings(view, grid, part * largest)
        if all(len(words) == 1 for words in lines):
            return part * largest, lines
    whole = (part * largest for part in WHOLE_WORDS if not _cuts(view, grid, part * largest))
    size = next(whole, largest)
    return size, _headings(view, grid, size)


def _headings(view: View, grid: Grid, size: float) -> list[tuple[str, ...]]:
    return [wrap(column.label, _room(grid, size), bold=True) for column in view.columns]


def _cuts(view: View, grid: Grid, size: float) -> bool:
    return any(cuts_a_word(column.label, _room(grid, size), bold=True) for column in view.columns)


def _room(grid: Grid, size: float) -> float:
    """How many font sizes wide the words of a heading can be, left of its point."""
    return (grid.width - 2.2 * size) / size
