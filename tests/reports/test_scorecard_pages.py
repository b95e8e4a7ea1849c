"""A scorecard as HTML and as Markdown: text stays text, and everybody can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reports.cards_made import PERCENTS, READINGS, counted, theory
from toc.reports.cards.card import Bar, Card, Row, Section, Table
from toc.reports.cards.html_card import html_page
from toc.reports.cards.html_style import STYLE
from toc.reports.cards.made_card import card_of
from toc.reports.cards.markdown_card import markdown_card
from toc.reports.printable import printable_line
from toc.scoring import score

HOSTILE = (
    "</td></table><script>alert(1)</script>",
    '" onload="alert(1)',
    "| a | b |",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "# heading",
    "1. one",
    "- point",
    "+ point",
    "---",
    "===",
    "`code` *bold* _under_ ~~gone~~ $x$",
    "<b>&amp;&#64;",
    "www.example.org http://example.org me@example.org",
    "\\",
    "a\nb\r\n\tc",
    "\u202egnp.exe\u2066\x1b[31m\x00",
    "=1+1",
    "更好的生活",
)
signs = st.text(st.one_of(st.sampled_from("|\\`*_[]()<>#+-=.!~&$@:/ \n1w\"'"), st.characters()), max_size=30)


@dataclass
class Page(HTMLParser):
    """The words of each cell, and the elements and attributes that there are."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"td", "th", "h1", "h2", "li", "p", "dd", "caption"}:
            self.cells.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in {"td", "th", "h1", "h2", "li", "p", "dd", "caption"}

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def page_of(card: Card) -> Page:
    page = Page()
    page.feed(html_page(card))
    page.close()
    return page


def card_with(words: str) -> Card:
    """A card that has the same words in every place where words of a model may stand."""
    bar = Bar(0, 1, None, words)
    rows = (Row(words, (bar, words)), Row(words, (words, words), part=True))
    table = Table(caption=words, columns=(words, "Share", words), rows=rows)
    section = Section(title=words, paragraphs=(words,), tables=(table,), points=(words,))
    return Card(title=words, stamp=words, facts=((words, words),), sections=(section,), language="cy")


def markdown_words(text: str) -> list[str]:
    """The text of every block and cell, as GitHub's Markdown is read; comments leave no trace."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    found = []
    for token in tokens:
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special", "strong_open", "strong_close", "html_inline"}
            inline = [child for child in token.children or () if child.type == "html_inline"]
            assert {child.content for child in inline} <= {"<!-- -->"}
            found.append("".join(c.content for c in token.children or () if c.type.startswith("text")))
    return found


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_label_stays_text_in_html(words: str) -> None:
    page, shown = page_of(card_with(words)), printable_line(words)
    wanted = ["Scorecard", "Share"]
    assert [cell for cell in page.cells if cell not in wanted] == [shown] * (len(page.cells) - 2)
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in page_of(card_with("words")).tags}


@given(signs)
def test_any_label_read_back_from_html_is_the_label(words: str) -> None:
    page = page_of(card_with(words))
    assert {cell for cell in page.cells if cell not in {"Scorecard", "Share"}} <= {printable_line(words)}
    assert not {name for _, attributes in page.tags for name in attributes if name.startswith("on")}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_label_stays_text_in_markdown(words: str) -> None:
    shown = printable_line(words)
    head = [f"Scorecard: {shown}", shown, f"{shown}: {shown}", shown, shown]
    table = [shown, "Share", shown, shown, shown, shown, f"↳ {shown}", shown, shown]
    assert markdown_words(markdown_card(card_with(words))) == [*head, *table, shown]


@given(signs.filter(lambda words: printable_line(words).strip()))
def test_any_label_read_back_from_markdown_is_the_label(words: str) -> None:
    shown = printable_line(words)
    found = markdown_words(markdown_card(card_with(words)))
    assert set(found) == {f"Scorecard: {shown}", shown, f"{shown}: {shown}", "Share", f"↳ {shown}"}


@pytest.mark.parametrize("words", ["http://example.org", "www.example.org", "me@example.org", "@someone", "#12"])
def test_nothing_becomes_a_link_where_markdown_makes_links_of_plain_words(words: str) -> None:
    shown = markdown_card(card_with(words))
    assert not re.search(r"(?<!\\):(?=//)|www\.|@\w|#\d", shown)


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = page_of(card_of(score(theory(), READINGS)))
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base", "form"} == set()
    named = {name for _, attributes in page.tags for name in attributes}
    assert named & {"src", "href", "style", "xlink:href"} == set()
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_tables_have_captions_and_scopes_and_the_page_a_language() -> None:
    page = page_of(card_of(counted()))
    tables = sum(tag == "table" for tag, _ in page.tags)
    assert tables == sum(tag == "caption" for tag, _ in page.tags) == 4
    assert {attributes.get("scope") for tag, attributes in page.tags if tag == "th"} == {"col", "row"}
    assert [attributes for tag, attributes in page.tags if tag == "html"] == [{"lang": "en"}]
    assert [tag for tag, _ in page.tags if tag in {"h1", "h2"}] == ["h1", *["h2"] * 6]


def test_the_models_own_words_are_marked_with_their_language() -> None:
    page = page_of(card_of(score(theory(language="cy"), READINGS)))
    marked = [(tag, attributes["lang"]) for tag, attributes in page.tags if "lang" in attributes and tag != "html"]
    assert marked[:2] == [("h1", "cy"), ("th", "cy")]
    assert {language for _, language in marked} == {"cy"}


def test_every_bar_is_passed_over_by_screen_readers_and_stands_beside_its_words() -> None:
    text = html_page(card_of(counted()))
    assert text.count("<svg") == text.count('<svg aria-hidden="true" focusable="false"') == 4
    assert re.findall(r"</svg>([^<]*)<", text) == [
        "58.8 % (36.0 to 78.4)",
        "64.3 % (38.8 to 83.7)",
        "33.3 % (6.1 to 79.2)",
        "58.8 % (36.0 to 78.4)",
    ]


def test_a_bar_without_an_interval_ends_in_a_dot() -> None:
    text = html_page(card_of(score(theory(), PERCENTS)))
    assert (text.count("<circle"), text.count('class="whisker"')) == (1, 0)


def test_the_bars_of_a_share_reach_from_the_left_to_their_share() -> None:
    text = html_page(card_of(counted()))
    # 170 of 180 units are the scale from 0 to 100 %; 10 of 17 improved
    assert f'x="5.0" y="4" width="{170 * 10 / 17:.1f}"' in text


@pytest.mark.parametrize("colour", sorted(set(re.findall(r"color: (#[0-9a-f]{3,6})", STYLE)) - {"#fff"}))
def test_words_have_a_contrast_of_at_least_4_5_on_white(colour: str) -> None:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_markdown_says_the_same_as_the_page() -> None:
    card = card_of(counted("Words"))
    told = markdown_words(markdown_card(card))
    for section in card.sections:
        for table in section.tables:
            for row in table.rows:
                for cell in row.cells:
                    assert (cell.words if isinstance(cell, Bar) else cell) in {*told, ""}
        assert {section.title, *section.paragraphs, *section.points} <= set(told)
