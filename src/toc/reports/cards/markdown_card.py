"""A scorecard as Markdown, for a wiki or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.reports.cards.card import Bar, Card, Cell, Row, Section, Table
from toc.reports.printable import printable_line

__all__ = ["markdown_card"]

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$#]")
_STARTS = re.compile(r"^(\d{1,9}(?=[.)](\s|$))|(?=[-+=]([-+=\s]|$)))")
_LINKS = re.compile(r"(?<=www)\.|:(?=//)")
_NAMED = re.compile(r"(?<=[@#])(?=\w)")


def markdown_card(card: Card) -> str:
    """Return a scorecard as headings, lists and tables of GitHub's Markdown, with the words of its bars."""
    return "\n".join(_lines(card)).rstrip("\n") + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield from (f"# Scorecard: {_text(card.title)}", "")
    if card.stamp:
        yield from (f"**{_text(card.stamp)}**", "")
    yield from (f"- **{_text(what)}**: {_text(words)}" for what, words in card.facts)
    for section in card.sections:
        yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_text(section.title)}", "")
    for words in section.paragraphs:
        yield from (_text(words), "")
    for table in section.tables:
        yield from _table(table, section.title)
    yield from (f"- {_text(words)}" for words in section.points)


def _table(table: Table, title: str) -> Iterator[str]:
    if table.caption != title:
        yield from (f"**{_text(table.caption)}**", "")
    yield _line(table.columns)
    yield _line(tuple("---:" if column in table.numbers else "---" for column in table.columns), rule=True)
    yield from (_line((_label(row, table), *map(_words, row.cells)), marked=True) for row in table.rows)
    yield ""


def _label(row: Row, table: Table) -> str:
    """Mark what is a part, and make what has parts bold."""
    if row.part:
        return f"↳ {_text(row.label)}"
    return f"**{_text(row.label)}**" if table.has_parts else _text(row.label)


def _words(cell: Cell) -> str:
    return _text(cell.words if isinstance(cell, Bar) else cell)


def _line(cells: tuple[str, ...], *, rule: bool = False, marked: bool = False) -> str:
    return f"| {' | '.join(cells if rule or marked else map(_text, cells))} |"


def _text(text: str) -> str:
    """Return a text that stays text: no mark of Markdown, no HTML, no link, nobody's name, no issue."""
    escaped = _SIGNS.sub(r"\\\g<0>", printable_line(text))
    unlinked = _LINKS.sub(r"\\\g<0>", _STARTS.sub(r"\1\\", escaped))
    return _NAMED.sub("<!-- -->", unlinked)
