"""A scorecard as one self-contained page, without script and without anything from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from toc.reports.cards.bar_svg import bar_svg
from toc.reports.cards.card import Bar, Card, Cell, Row, Section, Table
from toc.reports.cards.html_style import STYLE
from toc.reports.printable import printable_line

__all__ = ["html_fragment", "html_page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_page(card: Card) -> str:
    """Return a scorecard as a page: its own words are English, those of the model in the card's language."""
    return "\n".join(_page(card)) + "\n"


def html_fragment(card: Card) -> str:
    """Return a scorecard as part of another page, such as a notebook; it brings its own style along."""
    return "\n".join((f"<style>{STYLE}</style>", *_article(card, "div")))


def _page(card: Card) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Scorecard: {_text(card.title)}</title><style>{STYLE}</style></head><body>"
    yield from _article(card, "main")
    yield "</body></html>"


def _article(card: Card, element: str) -> Iterator[str]:
    own = "" if card.language == "en" else f' lang="{_text(card.language)}"'
    yield f'<{element} class="toc-card">'
    if card.stamp:
        yield f'<p class="stamp">{_text(card.stamp)}</p>'
    yield f'<p class="kind">Scorecard</p><h1{own}>{_text(card.title)}</h1>'
    yield "<dl>"
    yield from (f"<dt>{_text(what)}</dt><dd>{_text(words)}</dd>" for what, words in card.facts)
    yield "</dl>"
    for section in card.sections:
        yield from _section(section, own)
    yield f"</{element}>"


def _section(section: Section, own: str) -> Iterator[str]:
    yield f"<section><h2>{_text(section.title)}</h2>"
    yield from (f"<p>{_text(words)}</p>" for words in section.paragraphs)
    for table in section.tables:
        yield from _table(table, section.title, own if table.own_labels else "")
    if points := (*section.of_bars, *section.points):
        yield "<ul>"
        yield from (f"<li>{_text(words)}</li>" for words in points)
        yield "</ul>"
    yield "</section>"


def _table(table: Table, title: str, own: str) -> Iterator[str]:
    # What the heading says already is still said to those who go from table to table.
    heard = ' class="heard"' if table.caption == title else ""
    parted = ' class="parted"' if table.has_parts else ""
    yield f'<div class="wide"><table{parted}><caption{heard}>{_text(table.caption)}</caption><thead><tr>'
    yield "".join(_heading(column, table.numbers) for column in table.columns)
    yield "</tr></thead><tbody>"
    yield from (_row(row, table, own) for row in table.rows)
    yield "</tbody></table></div>"


def _heading(column: str, numbers: Iterable[str]) -> str:
    kind = ' class="number"' if column in numbers else ""
    return f'<th scope="col"{kind}>{_text(column)}</th>'


def _row(row: Row, table: Table, own: str) -> str:
    part = ' class="part"' if row.part else ""
    cells = zip(table.columns[1:], row.cells, strict=True)
    shown = "".join(_cell(cell, number=column in table.numbers) for column, cell in cells)
    return f'<tr{part}><th scope="row"{own}>{_text(row.label)}</th>{shown}</tr>'


def _cell(cell: Cell, *, number: bool) -> str:
    if isinstance(cell, Bar):
        return f'<td class="bar-cell">{bar_svg(cell)}{_text(cell.words)}</td>'
    kind = ' class="number"' if number else ""
    return f"<td{kind}>{_text(cell)}</td>"


def _text(text: str) -> str:
    return escape(printable_line(text), quote=True)
