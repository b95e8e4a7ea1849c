"""The SVG: exact, accessible and free of anything from outside."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from diagram.pictures_made import A3, box, picture, read_xml, small_theory
from toc.diagram.dot_text import write_dot
from toc.diagram.figure_file import figure_bytes
from toc.diagram.picture import Picture
from toc.diagram.svg_elements import element, escaped
from toc.diagram.svg_figure import write_svg
from toc.errors import TocError

SVG = "{http://www.w3.org/2000/svg}"


@cache
def painted() -> str:
    return figure_bytes(small_theory(), "svg").decode()


def root_of(shown: Picture | None = None) -> ET.Element:
    return read_xml(figure_bytes(shown, "svg") if shown else painted())


def boxes_of(root: ET.Element) -> list[ET.Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == "box"]


def test_the_page_is_exact() -> None:
    root = root_of(picture(page=A3))
    sizes = (root.get("width"), root.get("height"), root.get("viewBox"))
    assert sizes == ("1190.55pt", "841.89pt", "0 0 1190.55 841.89")


def test_the_document_has_a_role_a_title_and_what_stands_in_each_column() -> None:
    root = root_of()
    therapy = "Therapeutic work with the family"
    columns = (
        "Inputs: Project Workers.",
        f"Activities: Direct work with families; Parenting advice; {therapy}; Training for professionals.",
        "Intermediate outcomes: Improved parenting knowledge; Changed practice.",
        "Long-term outcomes: Improved life chances of children.",
    )
    said = (root.get("role"), root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc"))
    assert said == (
        "graphics-document document",
        "A small theory of change",
        " ".join(columns),
    )


def test_title_and_description_name_the_document() -> None:
    root = root_of()
    ids = {element.get("id") for element in root if element.get("id")}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == ids


def test_boxes_are_focusable_and_stand_stage_by_stage_from_top_to_bottom() -> None:
    order = [(group.get("id"), group.get("tabindex")) for group in boxes_of(root_of())]
    names = ("workers", "advice", "therapy", "training", "skills", "practice", "chances")
    assert order == [(f"toc-{name}", "0") for name in names]


def test_the_name_of_a_box_says_label_stage_strand_badge_and_what_it_leads_to() -> None:
    names = {group.get("id"): group.get("aria-label", "") for group in boxes_of(root_of())}
    first = "Improved life chances of children (stated in the source, less of it)"
    both = f"{first}; Parenting advice (our reading, feeds back)"
    assert [names[f"toc-{name}"].split(". ") for name in ("skills", "practice", "chances")] == [
        ["Improved parenting knowledge", "Intermediate outcomes", "Family support", "▲ 73% improved, n=86",
         "leads to Improved life chances of children (stated of the whole stage)"],
        ["Changed practice", "Intermediate outcomes (stage is our reading)", "Awareness raising", "○ no scores",
         f"leads to {both}"],
        ["Improved life chances of children", "Long-term outcomes", "Family support and Awareness raising",
         "leads to nothing drawn"],
    ]  # fmt: skip


def test_arrows_are_hidden_from_screen_readers() -> None:
    arrows = next(group for group in root_of().iter(f"{SVG}g") if group.get("class") == "arrows")
    assert (arrows.get("aria-hidden"), len(arrows)) == ("true", 8)


def test_every_line_of_words_stands_once_at_its_place() -> None:
    shown = small_theory()
    lines = [
        *shown.texts, *(item.text for item in shown.legend),
        *(line for part in (*shown.headers, *shown.frames, *shown.boxes) for line in part.text),
        *(line for part in shown.boxes for line in part.badge_text),
    ]  # fmt: skip
    written = [
        (
            element.text,
            float(element.get("x", "")),
            float(element.get("y", "")),
            float(element.get("font-size", "")),
        )
        for element in root_of().iter(f"{SVG}text")
    ]
    assert sorted(written) == sorted((line.text, line.x, round(line.y, 2), line.size) for line in lines)


def test_every_box_has_its_shape_and_every_badge_its_bar() -> None:
    shapes = {group.get("id"): len(group.findall(f"{SVG}g/*")) for group in boxes_of(root_of())}
    badged = {"toc-skills": 2, "toc-practice": 2}
    assert shapes == {f"toc-{box.id}": badged.get(f"toc-{box.id}", 1) for box in small_theory().boxes}


def test_nothing_from_outside_and_no_script_stands_in_it() -> None:
    forbidden = ("<script", "<!DOCTYPE", "href", "url(", "onload", "<style", "<image", "@import")
    assert [word for word in forbidden if word in painted()] == []


def test_graphviz_leaves_no_titles_of_its_own() -> None:
    titles = [element.text for element in root_of().iter(f"{SVG}title")]
    assert titles == [
        "A small theory of change",
        *(group.findtext(f"{SVG}title") for group in boxes_of(root_of())),
    ]


def test_two_figures_with_prefixes_share_no_id() -> None:
    shown = picture((box("a", ("One",), 200, 200),))
    ids = [
        {element.get("id") for element in read_xml(figure_bytes(shown, "svg", id_prefix=prefix)).iter()} - {None}
        for prefix in ("one-", "two-")
    ]
    assert (ids[0] & ids[1], len(ids[0])) == (set(), 3)


def test_a_prefix_cannot_leave_its_attribute() -> None:
    text = figure_bytes(picture((box("a", ("One",), 9, 9),)), "svg", id_prefix='x" onload="alert(1)').decode()
    assert 'id="xonloadalert1figure.title"' in text


def test_no_box_has_the_id_of_the_title_or_of_the_description() -> None:
    names = ("title", "desc", "figure.title", "figure-desc")
    root = root_of(picture(tuple(box(name, (name,), 200, 40 + 40 * at) for at, name in enumerate(names))))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    own = [root.get("aria-labelledby"), root.get("aria-describedby")]
    assert ids == [*own, "toc-title", "toc-desc", "toc-figure-title", "toc-figure-desc"]


def test_a_stage_without_a_heading_comes_last_and_keeps_its_boxes() -> None:
    shown = small_theory()
    moved = replace(shown, headers=shown.headers[1:])
    assert boxes_of(root_of(moved))[-1].get("aria-label", "").startswith("Project Workers. inputs. shared.")


@pytest.mark.parametrize(
    "answer", [b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', b"not xml", b"", b"<svg>\xff</svg>"]
)
def test_what_is_no_plain_svg_is_refused(answer: bytes) -> None:
    with pytest.raises(TocError, match="renderer wrote an SVG"):
        write_svg(picture(), answer)


def test_no_box_is_lost_when_ids_are_odd() -> None:
    odd = ("a b", "\\N", '"', "<", "ünder")
    shown = picture(tuple(box(name, (f"Box {at}",), 200, 40 + 40 * at) for at, name in enumerate(odd)))
    assert "Box 4" in write_dot(shown)
    labels = [group.findtext(f"{SVG}title") for group in boxes_of(root_of(shown))]
    assert labels == [f"Box {at}" for at in range(5)]


def test_an_element_without_anything_in_it_closes_itself() -> None:
    assert element("g", {"class": "head"}, "", "") == '<g class="head" />'


def test_signs_of_markup_come_back_from_an_attribute_as_they_were() -> None:
    words = "<b> & \"quoted\" 'so' é"
    assert read_xml(element("g", {"name": words}).encode()).get("name") == words


def test_what_xml_cannot_hold_stands_in_no_attribute_and_in_no_words() -> None:
    words = "one\x01 two\nthree\x9b\x85four\ud800"
    root = read_xml(element("g", {"name": words}, escaped(words)).encode())
    assert (root.get("name"), root.text) == ("one two three four",) * 2


def test_signs_of_markup_come_back_from_words_as_they_were() -> None:
    words = '<b> & "quoted" ]]> é'
    assert read_xml(element("text", {}, escaped(words)).encode()).text == words
