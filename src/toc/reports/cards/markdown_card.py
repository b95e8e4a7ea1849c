"""A scorecard as Markdown, for a wiki or a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.card import Bar, Card, Cell, Row, Section, Table
from toc.reports.markdown_text import markdown_text

__all__ = ["markdown_card"]


def markdown_card(card: Card) -> str:
    """Return a scorecard as headings, lists and tables of GitHub's Markdown, with the words of its bars."""
    return "\n".join(_lines(card)).rstrip("\n") + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield from (f"# Scorecard: {markdown_text(card.title)}", "")
    if card.stamp:
        yield from (f"**{markdown_text(card.stamp)}**", "")
    yield from (f"- **{markdown_text(what)}**: {markdown_text(words)}" for what, words in card.facts)
    for section in card.sections:
        yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {markdown_text(section.title)}", "")
    for words in section.paragraphs:
        yield from (markdown_text(words), "")
    for table in section.tables:
        yield from _table(table, section.title)
    yield from (f"- {markdown_text(words)}" for words in section.points)


def _table(table: Table, title: str) -> Iterator[str]:
    if table.caption != title:
        yield from (f"**{markdown_text(table.caption)}**", "")
    yield _line(table.columns)
    yield _line(tuple("---:" if column in table.numbers else "---" for column in table.columns), rule=True)
    yield from (_line((_label(row, table), *map(_words, row.cells)), marked=True) for row in table.rows)
    yield ""


def _label(row: Row, table: Table) -> str:
    """Mark what is a part, and make what has parts bold."""
    if row.part:
        return f"↳ {markdown_text(row.label)}"
    return f"**{markdown_text(row.label)}**" if table.has_parts else markdown_text(row.label)


def _words(cell: Cell) -> str:
    return markdown_text(cell.words if isinstance(cell, Bar) else cell)


def _line(cells: tuple[str, ...], *, rule: bool = False, marked: bool = False) -> str:
    return f"| {' | '.join(cells if rule or marked else map(markdown_text, cells))} |"
