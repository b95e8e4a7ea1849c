"""In a language that is read from right to left a figure begins on the right, and touches as little as before."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from typing import Any

import pytest

from diagram.pictures_made import line, picture, small_theory
from diagram.views_made import csof_like, made_view, with_badges
from models.shapes.loaded import drawing, flaws
from toc.diagram import Picture, lay_out
from toc.diagram.figure_file import figure_bytes
from toc.diagram.line_places import justified
from toc.diagram.mermaid_text import write_mermaid
from toc.diagram.mirrored_picture import mirrored_picture
from toc.diagram.outline import write_outline

VIEWS = {
    "csof": csof_like(), "scored": with_badges(csof_like()),
    **{f"made {seed}": made_view(seed) for seed in range(6)},
}  # fmt: skip


def places(shown: Picture) -> dict[str, Any]:
    """Return everything with a place, so that it can be compared but for the last decimals."""
    return {
        "boxes": [(box.id, box.x, box.y, *(box.badge_box or ())) for box in shown.boxes],
        "words": [
            (one.text, one.anchor, one.x, one.y) for box in shown.boxes for one in (*box.text, *box.badge_text)
        ],
        "arrows": [
            value for arrow in (*shown.arrows, *shown.stage_arrows) for point in arrow.points for value in point
        ],
        "frames": [(one.id, one.x, one.y, *((line.x, line.anchor) for line in one.text)) for one in shown.frames],
        "headers": [(one.stage, one.x) for one in shown.headers],
        "legend": [(one.kind, one.x, one.text.x, one.text.anchor) for one in shown.legend],
        "texts": [(one.text, one.x, one.anchor) for one in shown.texts],
    }


def near(value: Any) -> Any:
    if isinstance(value, float | int):
        return pytest.approx(value, abs=1e-6)
    return [near(part) for part in value] if isinstance(value, list | tuple) else value


def listed(value: Any) -> Any:
    return [listed(part) for part in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("name", VIEWS)
def test_a_figure_in_arabic_is_the_mirror_of_the_same_figure_in_english(name: str) -> None:
    english, arabic = lay_out(VIEWS[name], "A3"), lay_out(replace(VIEWS[name], language="ar"), "A3")
    mirrored = places(mirrored_picture(english))
    for kind, found in places(arabic).items():
        assert listed(found) == near(mirrored[kind])


@pytest.mark.parametrize("name", VIEWS)
def test_a_mirrored_figure_has_the_flaws_of_the_usual_one_and_no_overlap(name: str) -> None:
    for page in ("A4", "A3"):
        mirrored, usual = lay_out(replace(VIEWS[name], language="ar"), page), lay_out(VIEWS[name], page)
        assert flaws(mirrored) == flaws(usual)
        assert {"overlaps", "arrows_through_boxes", "overflows", "off_page"} & flaws(mirrored).keys() == set()


def test_mirrored_twice_a_picture_is_as_it_was() -> None:
    for kind, found in places(mirrored_picture(mirrored_picture(small_theory()))).items():
        assert listed(found) == near(places(small_theory())[kind])


def test_the_first_column_stands_on_the_right_and_is_read_first() -> None:
    shown = drawing("arabic_literacy").picture
    across = [header.x for header in shown.headers]
    assert across == sorted(across, reverse=True)
    assert write_outline(shown).splitlines()[2] == shown.headers[0].label
    assert write_mermaid(shown).startswith("flowchart RL\n")
    assert write_mermaid(drawing("korean_elders").picture).startswith("flowchart LR\n")


def test_a_heading_points_to_the_left() -> None:
    svg = figure_bytes(drawing("arabic_literacy").picture, "svg").decode()
    header = drawing("arabic_literacy").picture.headers[0]
    (points,) = re.findall(r'<g class="header">.*?points="([^"]*)"', svg)[:1]
    corners = [tuple(map(float, pair.split(","))) for pair in points.split()]
    tip = [x / 2 for x, y in corners if abs(y / 2 + 595.28 - header.y) < 1]
    assert tip == [pytest.approx(header.x - header.width / 2, abs=0.5)]


@pytest.mark.parametrize("name", ["arabic_literacy", "korean_elders"])
def test_the_page_is_exact_whatever_the_letters(name: str) -> None:
    painted = figure_bytes(drawing(name).picture, "png", dpi=72)
    assert struct.unpack(">II", painted[16:24]) == (842, 595)


@pytest.mark.parametrize("anchor", ["start", "end"])
def test_words_from_edge_to_edge_do_not_make_the_page_larger(anchor: str) -> None:
    whole = line("n" * 170, 10 if anchor == "start" else 832, 90, anchor=anchor)
    painted = figure_bytes(picture(texts=(whole,)), "png", dpi=72)
    assert struct.unpack(">II", painted[16:24]) == (842, 595)


@pytest.mark.parametrize(
    ("text", "anchor", "end", "held"),
    [
        ("abc", "start", "\\l", 100), ("abc", "middle", "\\l", 100 - 3 * 0.52 * 9 / 2), ("abc", "end", "\\r", 100),
        ("한국어", "start", "\\l", 100), ("한국어", "middle", "\\n", 100), ("한국어", "end", "\\r", 100),
    ],
)  # fmt: skip
def test_letters_of_unknown_width_are_held_where_they_are_anchored(
    text: str, anchor: str, end: str, held: float
) -> None:
    found, middle, width = justified(line(text, 100, 50, anchor=anchor), 842)
    assert found == end
    assert middle + {"\\l": -0.5, "\\n": 0.0, "\\r": 0.5}[end] * width == pytest.approx(held)


def test_arrows_of_the_legend_point_to_the_left() -> None:
    arabic = figure_bytes(replace(mirrored_picture(small_theory()), language="ar"), "svg").decode()
    legend = arabic[arabic.index('class="legend"') :]
    starts = re.findall(r'd="M([\d.]+),[-\d.]+C([\d.]+)', legend)
    assert len(starts) > 4
    assert [pair for pair in starts if float(pair[0]) < float(pair[1])] == []
