"""`Surround`: all around the boxes on the page (title, headings, legend, footer), and the `Room` it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toc.diagram.factor_bands import FactorBands, lay_factor_bands
from toc.diagram.grid import MARGIN, Grid
from toc.diagram.indicator_key import indicator_key
from toc.diagram.legend import LegendEntry, lay_legend, legend_rows
from toc.diagram.measures import Measures
from toc.diagram.picture import Header, LegendItem, Page, StageArrow, TextLine
from toc.diagram.stage_arrows import find_arcs, lay_stage_arrows
from toc.diagram.text_widths import text_width
from toc.diagram.view import View
from toc.diagram.wrapping import cuts_a_word, wrap

__all__ = ["Room", "Surround", "find_room", "heading_lines", "lay_surround"]

SMALLEST, LARGEST_NOTE, LARGEST_KEY, LARGEST_HEADING = 5.5, 8.5, 9.5, 13.0
WHOLE_WORDS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How much smaller the headings may be so that none of their words is cut in two."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room for the boxes, between `top` and `bottom`, and where what stands around them begins.

    `headings` is the top of the row of headings and `heading` its height, `bands` the top of the bands of factors,
    `legend` that of the legend.
    """

    headings: float
    heading: float
    top: float
    bottom: float
    bands: float
    legend: float


@dataclass(frozen=True, slots=True)
class Surround:
    """What stands around the boxes."""

    texts: tuple[TextLine, ...]
    headers: tuple[Header, ...]
    stage_arrows: tuple[StageArrow, ...]
    legend: tuple[LegendItem, ...]
    bands: FactorBands


def note_size(measures: Measures) -> float:
    """The font size of the footer."""
    return min(max(SMALLEST, 0.85 * measures.size), LARGEST_NOTE)


def legend_size(measures: Measures) -> float:
    """The font size of the legend."""
    return min(max(SMALLEST, 0.95 * measures.size), LARGEST_KEY)


def find_room(view: View, page: Page, grid: Grid, measures: Measures, entries: Sequence[LegendEntry]) -> Room:
    """How much room what stands around the boxes leaves to them: from the top downwards, the bottom upwards."""
    y = lay_titles(view, page)[1] + max((arc.rise + 3.0 for arc in find_arcs(view)), default=0.0)
    height = heading_height(*heading_lines(view, grid, measures))
    notes = lay_notes(view, page, measures)
    foot = min((line.y - 1.1 * line.size for line in notes), default=page.height - MARGIN * 0.75) - 1.5
    legend = foot - legend_rows(entries, legend_size(measures), page.width)[1]
    bottom = legend - (0.35 * measures.size if entries else 0.0)
    bands = lay_factor_bands(view, note_size(measures), page.width)
    first = bottom - bands.height
    bottom -= bands.height + (0.5 * measures.size if bands.frames else 0.0)
    return Room(y, height, y + height + 0.9 * measures.size, bottom, first, legend)


def lay_surround(
    view: View, page: Page, grid: Grid, measures: Measures, entries: Sequence[LegendEntry], room: Room
) -> Surround:
    """Set everything around the room for the boxes."""
    return Surround(
        (*lay_titles(view, page)[0], *lay_notes(view, page, measures)),
        lay_headers(view, grid, measures, room),
        lay_stage_arrows(view, find_arcs(view), grid, room.headings, room.heading),
        lay_legend(entries, legend_size(measures), page.width, room.legend),
        lay_factor_bands(view, note_size(measures), page.width).moved(room.bands),
    )


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


def lay_notes(view: View, page: Page, measures: Measures) -> list[TextLine]:
    """The footer as lines that end at the foot of the page: the key to the indicators, and the notes."""
    size = note_size(measures)
    room = (page.width - 2 * MARGIN) / size
    texts = [line for note in (*indicator_key(view), *view.notes) for line in wrap(note, room)]
    first = page.height - MARGIN * 0.75 - 1.25 * size * (len(texts) - 1) - 0.2 * size
    return [
        TextLine(text, MARGIN, first + 1.25 * size * place, size, text_width(text, size))
        for place, text in enumerate(texts)
    ]


def lay_headers(view: View, grid: Grid, measures: Measures, room: Room) -> tuple[Header, ...]:
    """One bar per column, all of the same height."""
    size, lines = heading_lines(view, grid, measures)
    middle = room.headings + room.heading / 2
    headers = []
    for place, (column, words) in enumerate(zip(view.columns, lines, strict=True)):
        x = grid.lefts[place] + grid.width / 2
        first = middle - 0.59 * size * len(words) + 0.93 * size
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
        headers.append(Header(column.id, x, middle, grid.width, room.heading, text, column.label))
    return tuple(headers)


def heading_height(size: float, lines: list[tuple[str, ...]]) -> float:
    """The height of the row of headings."""
    return 1.18 * size * max(len(words) for words in lines) + 0.7 * size


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
