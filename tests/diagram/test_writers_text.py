"""JSON, the outline and the page: what programs, terminals and browsers get."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from diagram.pictures_made import arrow, box, line, picture, small_theory
from toc.diagram.english_words import ENGLISH
from toc.diagram.figure_file import figure_bytes
from toc.diagram.html_page import write_html
from toc.diagram.json_figure import write_json
from toc.diagram.layout import lay_out
from toc.diagram.outline import write_outline
from toc.diagram.view import Badge, Column, View, ViewBox


def test_json_holds_a_box_with_all_its_fields() -> None:
    badge = Badge("▲ 73%", "good", "few")
    shown = picture((box("a", ("One", "two"), 200, 100, strands=("s",), tone="strand-0", badge=badge),))
    words = {"size": 9.0, "bold": False, "anchor": "middle", "x": 200}
    assert json.loads(write_json(shown))["boxes"] == [
        {
            "id": "a", "label": "One two", "stage": "activities", "stage_inferred": False, "strand": "s",
            "strands": ["s"], "tone": "strand-0", "x": 200, "y": 100, "width": 140.0, "height": 47.2,
            "lines": ["One", "two"], "font_size": 9.0,
            "text": [
                {"text": "One", "y": pytest.approx(91.6), "width": pytest.approx(14.04), **words},
                {"text": "two", "y": pytest.approx(102.2), "width": pytest.approx(14.04), **words},
            ],
            "badge": {
                "text": "▲ 73%", "tone": "good", "caution": "few",
                "bar": {"x": 200, "y": 110.6, "width": 100.0, "height": 12.0},
                "lines": [{**words, "text": "▲ 73%", "y": 113.6, "size": 8.0, "width": 20.8, "bold": True}],
            },
            "mark": None,
            "asides": [],
            "tags": [],
        }
    ]  # fmt: skip


def test_json_says_null_for_a_shared_strand_and_for_no_badge() -> None:
    found = json.loads(write_json(picture((box("a", ("One",), 9, 9, strands=("s", "t")),))))["boxes"][0]
    assert (found["strand"], found["strands"], found["badge"]) == (None, ["s", "t"], None)


def test_json_holds_an_arrow_as_control_points() -> None:
    one, two = box("a", ("One",), 200, 100), box("b", ("Two",), 500, 300)
    assert json.loads(write_json(picture((one, two), (arrow(one, two, basis=None),))))["arrows"] == [
        {
            "from": "a", "to": "b", "basis": None, "feedback": False, "negative": False, "mark": None,
            "support": None, "flags": [], "factors": [], "tone": "shared",
            "points": [[270.0, 100], [350.0, 100], [350.0, 300], [430.0, 300]],
        }
    ]  # fmt: skip


def test_json_counts_everything_once_and_names_its_version_and_page() -> None:
    found = json.loads(write_json(small_theory()))
    kinds = ("headers", "frames", "boxes", "arrows", "stage_arrows", "legend", "texts")
    assert (found["version"], found["page"], {kind: len(found[kind]) for kind in kinds}) == (
        1,
        {"name": "A4", "width": 841.89, "height": 595.28},
        {"headers": 4, "frames": 3, "boxes": 7, "arrows": 7, "stage_arrows": 1, "legend": 8, "texts": 3},
    )


def test_the_outline_reads_stage_by_stage() -> None:
    assert (
        write_outline(small_theory())
        == """\
A small theory of change

INPUTS
  the whole stage leads to: Activities (stated of the whole stage)
- Project Workers [shared]
    -> Direct work with families (stated of the whole stage)

ACTIVITIES
- Direct work with families [all its parts]
    - Parenting advice [Family support]
        -> Improved parenting knowledge (stated in the source)
    - Therapeutic work with the family [Family support]
        -> Improved parenting knowledge (our reading)
- Training for professionals [Awareness raising]
    -> Changed practice (stated in the source)

INTERMEDIATE OUTCOMES
- Improved parenting knowledge [Family support] ▲ 73% improved, n=86
    -> Improved life chances of children (stated of the whole stage)
- Changed practice [Awareness raising, stage is our reading] ○ no scores
    -> Improved life chances of children (stated in the source, less of it)
    -> Parenting advice (our reading, feeds back)

LONG-TERM OUTCOMES
- Improved life chances of children [Family support; Awareness raising]
"""
    )


def test_a_page_says_of_a_part_what_it_is_a_part_of() -> None:
    marks = "[Family support, part of Direct work with families]"
    assert f'<li>Parenting advice <span class="strand">{marks}</span>' in write_html(small_theory(), None)


def test_an_outline_has_no_dashes_of_arrows_and_says_what_is_a_reading_in_words() -> None:
    noted = replace(picture(), notes=(f"Source: A report. {ENGLISH['reading']}", ENGLISH["reading_or_unsaid"]))
    assert write_outline(noted).split("\n\n")[1:] == [
        "Source: A report. What is our reading is called so; the other links follow its\nsentences.",
        "What is our reading is called so; where some of the other links come from is not\nsaid.\n",
    ]


def test_the_outline_is_at_most_80_columns_wide() -> None:
    one = box("a", ("One",), 200, 100, label="many words " * 40)
    shown = picture((one,), (arrow(one, one),), title="a long title " * 20)
    assert max(map(len, write_outline(shown).splitlines())) <= 80


def test_where_no_box_has_a_strand_nothing_is_called_shared() -> None:
    one = box("a", ("One",), 200, 100, stage_inferred=True)
    shown = picture((one, box("b", ("Two",), 200, 200, badge=Badge("▲ 73%", "good"))))
    assert write_outline(shown).splitlines()[3:] == ["- One [stage is our reading]", "- Two ▲ 73%"]
    page = write_html(shown, None)
    assert '<li>One <span class="strand">[stage is our reading]</span>' in page
    assert "<li>Two ▲ 73%\n" in page
    assert "shared" not in figure_bytes(shown, "svg").decode()


def test_an_empty_picture_has_an_outline() -> None:
    assert write_outline(picture()) == "A small theory\n"


class Page(HTMLParser):
    """Reads a page and remembers its tags, attributes and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = Page(figure_bytes(small_theory(), "html").decode())
    names = {name for name, _ in page.attributes}
    assert ({"script", "link", "img", "iframe", "object"} & set(page.tags), {"src", "href", "onload"} & names) == (
        set(),
        set(),
    )


def test_the_page_forbids_everything_but_its_own_style() -> None:
    values = [value for _, value in Page(write_html(picture(), None)).attributes]
    assert "default-src 'none'; style-src 'unsafe-inline'" in values


def test_the_page_has_the_language_of_the_theory() -> None:
    assert write_html(replace(picture(), language="cy"), None).startswith('<!DOCTYPE html>\n<html lang="cy">')


def test_the_page_prints_at_the_size_of_the_figure() -> None:
    assert "@page { size: 841.89pt 595.28pt; margin: 0; }" in write_html(picture(), "<svg></svg>")


def test_every_box_is_a_list_item_with_what_it_leads_to() -> None:
    text = write_html(small_theory(), None)
    assert (
        '<li>Changed practice <span class="strand">[Awareness raising, stage is our reading]</span> ○ no scores\n'
        "<br>leads to\n<ul>\n"
        '<li>Improved life chances of children <span class="how">(stated in the source, less of it)</span></li>\n'
        '<li>Parenting advice <span class="how">(our reading, feeds back)</span></li>\n'
        "</ul>\n</li>"
    ) in text


def test_a_page_without_a_drawing_says_how_to_get_it() -> None:
    assert 'pip install "pygraphviz>=2.0"' in "".join(Page(write_html(picture(), None)).words)


def test_a_page_with_a_drawing_says_nothing_about_installing() -> None:
    assert "pip install" not in write_html(picture(), "<svg></svg>")


@pytest.mark.parametrize("form", ["dot", "json", "txt"])
def test_formats_that_need_no_renderer_work_without_one(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOC_RENDERER", "dot")
    monkeypatch.setenv("PATH", "")
    assert figure_bytes(picture(texts=(line("Words", 90, 90),)), form)


def test_the_page_works_without_a_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOC_RENDERER", "dot")
    monkeypatch.setenv("PATH", "")
    assert figure_bytes(small_theory(), "html").decode() == write_html(small_theory(), None)


def test_a_strand_without_a_lane_is_told_by_its_label() -> None:
    visits = ViewBox("visits", "Visits", "activities", ("home_work",))
    talks = ViewBox("talks", "Talks", "activities", ("home_work", "school_work"))
    labels = (("home_work", "At home"), ("school_work", "At school"))
    view = View("T", (Column("activities", "Activities"),), (visits, talks), strand_labels=labels)
    shown = lay_out(view)
    assert write_outline(shown).splitlines()[3:] == ["- Talks [At home; At school]", "- Visits [At home]"]
    assert json.loads(write_json(shown))["strands"] == [
        {"id": "home_work", "label": "At home"},
        {"id": "school_work", "label": "At school"},
    ]
