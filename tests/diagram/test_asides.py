"""Small lines under the words of a box: they keep within it and every writer tells them."""

from __future__ import annotations

import json

import pytest

from diagram.quality import overflows
from toc.diagram import View, figure_bytes, lay_out
from toc.diagram.view import Badge, Column, ViewBox

ASIDE = "see page 3"
VIEW = View(
    "A figure",
    (Column("inputs", "Inputs"), Column("long_term", "Long-term outcomes")),
    (
        ViewBox("time", "Time of volunteers and staff", "inputs", asides=("part of Means", ASIDE)),
        ViewBox("goal", "Goal", "long_term", badge=Badge("▲ 73% improved, n=86", "good", "few"), asides=(ASIDE,)),
    ),
)


@pytest.mark.parametrize("page", ["A4", "A5 portrait", "100x100 mm"])
def test_the_small_lines_of_a_box_keep_within_it_and_clear_of_its_words(page: str) -> None:
    picture = lay_out(VIEW, page)
    assert overflows(picture) == []
    said = [[line.text for line in box.text if line.size < picture.font_size] for box in picture.boxes]
    assert [" ".join(lines) for lines in said] == ["part of Means see page 3", "see page 3"]


@pytest.mark.parametrize("kind", ["svg", "html", "dot", "json", "mmd", "txt"])
def test_every_writer_tells_the_small_lines(kind: str) -> None:
    written = figure_bytes(lay_out(VIEW), kind).decode()
    assert written.count("part of Means") >= 1
    assert written.count(ASIDE) >= 2


def test_json_keeps_the_small_lines_apart_from_the_words() -> None:
    boxes = json.loads(figure_bytes(lay_out(VIEW), "json"))["boxes"]
    assert [(box["label"], box["asides"]) for box in boxes] == [
        ("Time of volunteers and staff", ["part of Means", ASIDE]),
        ("Goal", [ASIDE]),
    ]
