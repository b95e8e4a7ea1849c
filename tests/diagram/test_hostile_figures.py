"""Hostile words anywhere in a model: well-formed figures, no script, nothing from outside and no word lost."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from diagram.pictures_made import read_xml
from toc.diagram.figure_file import FORMATS
from toc.errors import TocError
from toc.loading import loads
from toc.reports import Drawing, draw

HOSTILE = (
    "<script>alert(1)</script>", 'x" onload="alert(1)', "javascript:alert(1)", "</text></svg><b>b</b>", "a ]]> b",
    "\\N \\G \\", "&amp; &#65; #quot;", "]; evil [label=", "::error ::x", "=1+1", "%0A {0} %s",
    "https://example.org/x.png", "<img src=x onerror=alert(1)>", "--> end %% %%{init}%%",
)  # fmt: skip
KEYS = ("title", "strand", "stage", "source", "publisher", "population", "assumption", "visits", "trust", "part")
MODEL = """\
toc: 1
id: hostile
title: {title}
version: {title}
sources: {{r: {{title: {source}, publisher: {publisher}, year: 2015}}}}
strands: {{home: {{label: {strand}}}}}
stage_labels: {{activities: {stage}}}
populations: {{all: {{label: {population}}}}}
assumptions: {{a: {{label: {assumption}}}}}
activities:
  visits: {{label: {visits}, strand: home, who: [all], leads_to: {{trust: {{assumptions: [a]}}}}}}
  part: {{label: {part}, strand: home, part_of: visits}}
outcomes:
  long_term: {{trust: {{label: {trust}}}}}
figure: {{open: [visits]}}
"""
INERT = {"svg", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "rect", "text"}
PAGE = {
    "html", "head", "meta", "style", "body", "main", "figure", "section", "h2", "h3", "p", "ul", "li", "span",
    "br",
}  # fmt: skip


def drawn(words: str) -> Drawing:
    theory = loads(MODEL.format(**dict.fromkeys(KEYS, json.dumps(words, ensure_ascii=False))))
    return draw(theory, who="all", assumptions=True)


class Tags(HTMLParser):
    """The tags of a page, the names and values of their attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += f"{data} "


def reaching_out(attributes: list[tuple[str, str]]) -> list[str]:
    """Return the attributes that could load or run something."""
    calls = {"href", "xlink:href", "src", "style", "action", "formaction", "data", "srcset", "background"}
    return [name for name, value in attributes if name in calls or name.startswith("on") or "url(" in value]


def close(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("words", HOSTILE)
def test_an_svg_of_hostile_words_is_inert_and_holds_them_all(words: str) -> None:
    root = read_xml(drawn(words).to_bytes("svg"))
    tags = {element.tag.partition("}")[2] for element in root.iter()}
    attributes = [pair for element in root.iter() for pair in element.attrib.items()]
    assert (tags - INERT, reaching_out(attributes)) == (set(), [])
    told = close(" ".join(element.text or "" for element in root.iter() if element.tag.endswith("}text")))
    boxes = [close(element.text or "") for element in root.iterfind(".//{*}g[@class='box']/{*}title")]
    assert told.count(close(words)) >= len(KEYS) - 1
    assert boxes == [close(words)] * 2


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_of_hostile_words_is_inert_and_holds_them_all(words: str) -> None:
    page = Tags(drawn(words).to_bytes("html").decode())
    assert (page.tags - PAGE - INERT, reaching_out(page.attributes)) == (set(), [])
    assert close(page.words).count(close(words)) >= 2 * len(KEYS) - 3


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", ["txt", "mmd"])
def test_text_of_hostile_words_holds_them_all(form: str, words: str) -> None:
    text = drawn(words).to_bytes(form).decode()
    plain = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), text) if form == "mmd" else text
    assert close(plain).count(close(words)) >= len(KEYS) - 2


@pytest.mark.parametrize("words", HOSTILE)
def test_json_of_hostile_words_holds_them_as_they_are(words: str) -> None:
    found = json.loads(drawn(words).to_bytes("json"))
    kinds = ("strands", "headers", "frames", "boxes")
    labels = [one["label"] for kind in kinds for one in found[kind] if one.get("stage") != "long_term"]
    assert ({*labels, found["title"]}, len(labels)) == ({words}, 5)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_can_be_painted_as_pdf_and_png(words: str) -> None:
    figure = drawn(words)
    assert (figure.to_bytes("pdf")[:5], figure.to_bytes("png", dpi=40)[:4]) == (b"%PDF-", b"\x89PNG")


@pytest.mark.parametrize("form", ["gif", "SVG", "", "svg\n", "../x"])
def test_another_format_is_refused_in_one_line_with_the_choices(form: str) -> None:
    with pytest.raises(TocError) as error:
        drawn("a").to_bytes(form)
    assert str(error.value) == f"There is no figure format {form!r}. Choose one of {', '.join(FORMATS)}."
