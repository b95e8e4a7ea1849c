"""What stands around every plot: the stamp of made-up data, the title above it and the notes below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toc.diagram.wrapping import wrap
from toc.reports.plots.sheet import SOFT, Block, Look, Rule, Shape, Sheet, Words
from toc.reports.printable import printable_line
from toc.scoring import Scores

__all__ = ["LEFT", "RIGHT", "TOP", "closed", "framed", "headed", "lines_of", "row_lines", "top_of"]

WIDTH = 640.0
LEFT, RIGHT = 24.0, WIDTH - 24.0
TOP = 22.0
LINE = 1.22
"""The height of a line by its font size."""

_STAMP = "SYNTHETIC DATA: these data are made up; nothing may be concluded from them."
_TITLE, _SUBTITLE, _NOTE = 13.0, 9.5, 8.0


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most `width` points at a font size, without signs that cannot be seen."""
    return wrap(printable_line(text), width / size, bold=bold)


def row_lines(text: str, x: float, middle: float, width: float, size: float, *, bold: bool = False) -> list[Words]:
    """Return the lines of a text, the whole of them around a middle."""
    lines = lines_of(text, width, size, bold=bold)
    first = middle - (len(lines) - 1) * size * LINE / 2
    return [Words(x, first + at * size * LINE, line, size, bold=bold) for at, line in enumerate(lines)]


def top_of(scores: Scores, title: str) -> tuple[list[Shape], float]:
    """Return the stamp, the title and whose scores these are, and how far down they reach."""
    return headed(title, _subject(scores), synthetic=scores.synthetic)


def headed(title: str, subject: str, *, synthetic: bool) -> tuple[list[Shape], float]:
    """Return the stamp of made-up data, the title and a line below it, and how far down they reach."""
    shapes: list[Shape] = []
    y = TOP
    if synthetic:
        shapes.append(Block(LEFT, y, RIGHT - LEFT, 20.0, Look("#FFFFFF", "#111111")))
        shapes.append(Words((LEFT + RIGHT) / 2, y + 10, _STAMP, 9.5, "center", bold=True))
        y += 32
    for text, size, bold in ((title, _TITLE, True), (subject, _SUBTITLE, False)):
        for line in lines_of(text, RIGHT - LEFT, size, bold=bold):
            shapes.append(Words(LEFT, y + size / 2, line, size, bold=bold))
            y += size * LINE
        y += 3
    return shapes, y + 14


def framed(
    scores: Scores, title: str, shapes: Sequence[Shape], bottom: float, *, note: str, told: Sequence[str]
) -> Sheet:
    """Close a sheet under what was drawn down to `bottom`: how to read it, then what belongs under these scores.

    `told` says row by row what is drawn; it goes into the description.
    """
    whole = f"{title}: {printable_line(scores.title)}"
    return closed(whole, shapes, bottom, said=(note, *_notes(scores)), told=told, synthetic=scores.synthetic)


def closed(
    title: str,
    shapes: Sequence[Shape],
    bottom: float,
    *,
    said: Sequence[str],
    told: Sequence[str],
    synthetic: bool,
) -> Sheet:
    """Close a sheet under what was drawn down to `bottom` with what is `said` below it."""
    below: list[Shape] = [Rule(((LEFT, bottom + 8), (RIGHT, bottom + 8)), SOFT, 0.5)]
    y = bottom + 18
    for words in said:
        for line in lines_of(words, RIGHT - LEFT, _NOTE):
            below.append(Words(LEFT, y, line, _NOTE, colour=SOFT))
            y += _NOTE * LINE
        y += 2
    stamp = (_STAMP,) if synthetic else ()
    return Sheet(
        width=WIDTH,
        height=y + 10,
        title=title,
        description=" ".join(map(printable_line, (*stamp, *told, *said))),
        shapes=(*shapes, *below),
    )


def _subject(scores: Scores) -> str:
    known = scores.provenance
    site = f", {known.site}" if known and known.site else ""
    return f"{scores.title}{site} ({scores.source})"


def _notes(scores: Scores) -> Iterator[str]:
    left_out = f" Rows left out: {scores.rows_left_out}." if scores.rows_left_out else ""
    site = f" {scores.site_note}" if scores.site_note else ""
    yield f"{scores.coverage_line}{left_out}{site}"
    yield from scores.change.lines
    if scores.publication is not None:
        yield scores.publication.line
    assumed = " Direction assumed: the source does not say which end of the scale is good."
    yield f"Change observed, not caused.{assumed if scores.direction_assumed else ''}"
