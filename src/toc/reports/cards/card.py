"""`Card`: everything that a scorecard says, as sections of plain text and bars."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bar", "Card", "Cell", "Row", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a scale from 0 to 1, and its words, which say all that it shows.

    `whisker` is the interval around `end`, None where there is none.
    """

    start: float
    end: float
    whisker: tuple[float, float] | None
    words: str


Cell = str | Bar


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a cell for each further column; `part` where it belongs to the row above that is no part."""

    label: str
    cells: tuple[Cell, ...]
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`columns` are the headings, that of the labels first; `numbers` those of them under which numbers stand.

    `own_labels` says that the labels are words of the model, which may be in another language than the rest.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[str] = frozenset()
    own_labels: bool = True

    @property
    def has_parts(self) -> bool:
        """Whether any row is a part of another."""
        return any(row.part for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, then paragraphs, tables and a list, each of which there may be none of.

    `of_bars` are points that only a page with bars has.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    points: tuple[str, ...] = ()
    of_bars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A scorecard as plain values: the writers know nothing else.

    `stamp` is what must be seen before anything else ("" where nothing must), `facts` what the scores are of,
    `language` that of the model's own words.
    """

    title: str
    stamp: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    language: str = "en"
