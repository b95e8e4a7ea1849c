"""What a notebook shows: whole HTML with every label escaped, and a figure or the way to one."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

import toc

MARKUP = {
    "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "div", "span", "strong", "em", "br",
}  # fmt: skip
MARKS = "</td><script>alert(1)</script>\"'&<b>"
AGES = [{"age": MARKS, MARKS: 3, "others": 12}, {"age": "Total", MARKS: 4, "others": 12}]
STEPS = [{"step": MARKS, "count": 4, "unit": MARKS}, {"step": "B", "count": 3, "unit": MARKS}]
ROWS = [
    {"indicator": "sign", "improved": 3, "no_change": 1, "worsened": 0},
]


class Seen(HTMLParser):
    """Every tag that a browser would see, and whether each was closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _svg(bundle: dict[str, str]) -> ET.Element:
    return ET.fromstring(bundle["image/svg+xml"])  # noqa: S314  # what this library wrote itself


SHOWN = {
    "theory": lambda theory: theory,
    "findings": toc.validate,
    "findings with data": lambda theory: toc.validate(theory, ROWS),
    "scores": lambda theory: toc.score(theory, ROWS),
    "matrix": toc.matrix,
    "tabulation": lambda _: toc.tabulate(AGES, unit=MARKS),
    "funnel": lambda _: toc.funnel(STEPS),
    "trace": lambda theory: toc.trace(theory, "change"),
}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_value_shows_itself_as_whole_html_in_which_no_label_is_markup(name, hostile):
    seen = Seen(SHOWN[name](hostile)._repr_html_())
    assert seen.open == []
    assert "table" in seen.tags
    assert seen.tags <= MARKUP


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_a_value_of_a_hostile_theory_can_be_printed(name, hostile):
    assert repr(SHOWN[name](hostile))
    assert str(SHOWN[name](hostile))


def test_no_findings_show_themselves_too():
    findings = type(toc.validate(toc.from_dict({"toc": 1, "id": "x", "title": "X"})))(())
    assert Seen(findings._repr_html_()).open == []


def test_a_theory_shows_its_title_and_how_much_stands_in_each_stage(theory):
    shown = theory._repr_html_()
    assert "Community Support for Offenders&#x27; Families" in shown
    for stage, words in (("activities", "Activities"), ("long_term", "Long-term outcomes")):
        count = len(theory.boxes_of(stage))
        assert f'<th scope="row">{words}</th><td>{count}</td>' in shown


def test_the_findings_of_csof_show_code_place_and_how_to_mend(theory):
    shown = toc.validate(theory)._repr_html_()
    assert "TOC301 outcome-without-indicator" in shown
    assert "csof.yaml:" in shown
    assert "Add an indicator whose `measures` names it." in shown


def test_the_scores_of_csof_show_the_coverage(theory, table4):
    assert "85 of 134 people have two assessments" in toc.score(theory, table4)._repr_html_()


def test_a_drawing_shows_the_figure_and_its_outline(theory):
    bundle = toc.draw(theory)._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {"text/plain", "image/svg+xml", "text/html"}
    assert _svg(bundle).tag == "{http://www.w3.org/2000/svg}svg"
    assert "Improved parenting knowledge and strategies" in bundle["text/plain"]


def test_a_drawing_of_a_hostile_theory_is_svg_without_script(hostile):
    bundle = toc.draw(hostile)._repr_mimebundle_()
    tags = {element.tag.rpartition("}")[2] for element in _svg(bundle).iter()}
    assert not tags & {"script", "b", "td", "image", "foreignObject"}


def test_without_a_renderer_a_drawing_shows_its_outline_and_how_to_get_one(theory, monkeypatch):
    monkeypatch.setenv("TOC_RENDERER", "dot")
    monkeypatch.setenv("PATH", "/nonexistent")
    bundle = toc.draw(theory)._repr_mimebundle_()
    assert set(bundle) == {"text/plain"}
    assert 'pip install "pygraphviz>=2.0"' in bundle["text/plain"].splitlines()[0]
    assert "Improved parenting knowledge and strategies" in bundle["text/plain"]


def test_with_an_unknown_renderer_a_drawing_shows_its_outline_and_what_is_wrong(theory, monkeypatch):
    monkeypatch.setenv("TOC_RENDERER", "/nonexistent")
    bundle = toc.draw(theory)._repr_mimebundle_()
    assert set(bundle) == {"text/plain"}
    assert "TOC_RENDERER" in bundle["text/plain"].splitlines()[0]


def test_a_drawing_says_what_it_is_in_one_line(theory):
    assert repr(toc.draw(theory)).startswith('Drawing("Community Support for Offenders\' Families", A4: ')


def test_tables_are_ready_for_a_data_frame(theory, table4):
    assert toc.matrix(theory).to_dicts()[0].keys() == {
        "id", "label", "stage", "measured", "indicators", "activities",
    }  # fmt: skip
    assert toc.trace(theory, "parenting_knowledge").to_dicts()[0].keys() == {"direction", "stage", "id", "label"}
    assert {row["level"] for row in toc.score(theory, table4).to_dicts()} == {"outcome", "indicator"}
    assert toc.validate(theory).to_dict().keys() == {"version", "findings", "summary", "ignored", "known"}
