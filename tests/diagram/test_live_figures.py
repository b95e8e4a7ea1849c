"""The figure in a notebook: every box tells more, without a script, and two figures on one page do not clash."""

from __future__ import annotations

import re
from base64 import b64decode
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from diagram.pictures_made import read_xml
from diagram.test_hostile_figures import HOSTILE, Tags, close, reaching_out
from diagram.test_hostile_figures import drawn as hostile
from toc.loading import load, loads
from toc.reports import Drawing, draw
from toc.scoring import score

CSOF = Path(__file__).parents[2] / "models" / "csof"
SMALL = """\
toc: 1
id: small
title: {en: Small, cy: Bach}
sources: {r: {title: A report, publisher: A charity, year: 2015}, s: {title: Another}}
strands: {home: {label: {en: At home, cy: Gartref}}}
activities:
  visits: {label: {en: Visits, cy: Ymweliadau}, strand: home, description: Once a week., cite: [r section 2, s],
    leads_to: {trust: {basis: inferred}}}
outcomes:
  long_term: {trust: {label: {en: More trust, cy: Ymddiriedaeth}, leads_to: {visits: {feedback: true}}}}
indicators:
  asked: {label: {en: Says so, cy: Yn dweud}, measures: [trust]}
"""
TAGS = {"div", "style", "img", "p", "b", "ul", "li"}


@cache
def csof() -> Drawing:
    theory = load(CSOF / "csof.yaml")
    return draw(theory, scores=score(theory, CSOF / "data" / "table4.csv"))


def live(drawing: Drawing) -> str:
    return drawing._repr_mimebundle_()["text/html"]


class Places(HTMLParser):
    """The places over the boxes of a live figure: name, look, and the words that each shows, line by line."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, list[str]]] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if values.get("class") == "toc-box":
            self.found.append((values["aria-label"], values["style"], []))

    def handle_data(self, data: str) -> None:
        if self.found and data.strip():
            self.found[-1][2].append(data)


def test_every_box_and_opened_whole_of_csof_is_told_once_in_the_order_of_reading() -> None:
    shown = csof()
    names = [words[0] for _, _, words in Places(live(shown)).found]
    wholes = [frame.label for frame in shown.picture.frames if frame.kind == "group" and frame.text]
    assert sorted(names) == sorted([*(box.label for box in shown.picture.boxes), *wholes])
    svg = read_xml(shown.to_bytes("svg"))
    read = [group.findtext("{*}title") for group in svg.iterfind(".//{*}g[@class='box']")]
    assert [name for name in names if name not in wholes] == read


def test_a_box_tells_its_words_what_leads_to_it_and_where_it_is_stated() -> None:
    told = {words[0]: words[1:] for _, _, words in Places(live(draw(loads(SMALL)))).found}
    assert told == {
        "Visits": [
            "Activities: At home", "Once a week.", "Follows from:", "More trust (feeds back)", "Leads to:",
            "More trust (our reading)", "Where it is stated:", "A charity (2015), section 2", "Another",
        ],
        "More trust": [
            "Long-term outcomes: shared", "Follows from:", "Visits (our reading)",
            "Leads to:", "Visits (feeds back)", "Indicators:", "Says so",
        ],
    }  # fmt: skip


def test_in_welsh_a_box_tells_it_in_welsh() -> None:
    told = {words[0]: words[1:] for _, _, words in Places(live(draw(loads(SMALL), language="cy"))).found}
    assert told["Ymddiriedaeth"] == [
        "Canlyniadau tymor hir: a rennir", "Yn dilyn o:", "Ymweliadau (ein dehongliad ni)", "Yn arwain at:",
        "Ymweliadau (yn bwydo'n ôl)", "Dangosyddion:", "Yn dweud",
    ]  # fmt: skip


def test_a_score_is_told_too() -> None:
    told = {words[0]: words for _, _, words in Places(live(csof())).found}
    assert "▲ 70% improved, n=47" in told["Improved parenting capacity"]


def test_the_place_of_a_box_lies_over_it() -> None:
    picture = csof().picture
    places = {words[0]: look for _, look, words in Places(live(csof())).found}
    for box in picture.boxes:
        left, width, top, height = (float(part) / 100 for part in re.findall(r"([\d.]+)%", places[box.label]))
        found = (left * picture.page.width, top * picture.page.height, width * picture.page.width)
        wanted = (box.x - box.width / 2, box.y - box.height / 2, box.width)
        assert [*found, height * picture.page.height] == pytest.approx([*wanted, box.height], abs=0.02)


def test_the_drawing_in_it_is_the_svg() -> None:
    bundle = csof()._repr_mimebundle_()
    (data,) = re.findall(r'<img alt="[^"]*" src="data:image/svg\+xml;base64,([^"]*)">', bundle["text/html"])
    assert b64decode(data).decode() == bundle["image/svg+xml"]


def test_every_rule_of_style_is_for_this_figure_alone() -> None:
    text = live(csof())
    (name,) = re.findall(r'<div id="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    selectors = re.findall(r"([^{}]+)\{", style.replace("@media print {", ""))
    assert len(selectors) > 10
    assert [one for one in selectors if not one.strip().startswith(f"#{name}")] == []


def test_two_figures_on_one_page_share_no_id() -> None:
    first, second = draw(loads(SMALL)), draw(loads(SMALL.replace("More trust", "Much more trust")))
    ids = [
        {*re.findall(r'\bid="([^"]*)"', live(shown)), *_ids(shown._repr_mimebundle_()["image/svg+xml"])}
        for shown in (first, second)
    ]
    assert (ids[0] & ids[1], len(ids[0])) == (set(), 5)


def _ids(svg: str) -> set[str]:
    return {value for element in read_xml(svg).iter() if (value := element.get("id"))}


def test_the_same_model_gives_the_same_live_figure() -> None:
    assert live(draw(loads(SMALL))) == live(draw(loads(SMALL)))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_make_an_inert_live_figure_and_are_all_there(words: str) -> None:
    page = Tags(live(hostile(words)))
    calls = [name for name in reaching_out(page.attributes) if name not in ("src", "style")]
    sources = [value for name, value in page.attributes if name == "src"]
    assert (page.tags - TAGS, calls, len(sources)) == (set(), [], 1)
    assert sources[0].startswith("data:image/svg+xml;base64,")
    assert close(page.words).count(close(words)) >= 5


def test_a_blank_worksheet_has_nothing_to_tell() -> None:
    assert Places(live(draw(loads(SMALL), blank=True))).found == []
