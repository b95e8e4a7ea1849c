"""The dot text: every word as it is, every place where the picture says."""

from __future__ import annotations

import re
from html import unescape
from math import hypot

import pygraphviz
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagram.pictures_made import A3, arrow, box, line, picture, small_theory
from toc.diagram.arrow_spline import cut_before_head
from toc.diagram.dot_text import write_dot
from toc.diagram.picture import Picture
from toc.diagram.plain_text import has_ink, strip_unprintable

HOSTILE = (
    "\\N \\G \\",
    '"]; evil [label="',
    "<b>bold</b>",
    "a&amp;b & c",
    "<<TABLE>>",
    "tab\tline\nend\r",
    "\x00\x1b\ud800",
)


def parsed(shown: Picture) -> pygraphviz.AGraph:
    return pygraphviz.AGraph(string=write_dot(shown))


def meant(written: str) -> str:
    """What Graphviz takes an attribute to say: entities and escapes resolved, justification left out."""
    return re.sub(r"\\(.)", lambda found: found[1] if found[1] == "\\" else "", unescape(written))


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_read_back_as_the_same_text(label: str) -> None:
    graph = parsed(picture((box("a", (label,), 200, 200),)))
    assert meant(graph.get_node("box a").attr["tooltip"] or "") == strip_unprintable(label)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=500).filter(lambda word: has_ink(strip_unprintable(word))),
    st.sampled_from(["start", "middle", "end"]),
)
def test_any_word_is_read_back_as_the_same_text(word: str, anchor: str) -> None:
    graph = parsed(picture(texts=(line(word, 400, 300, anchor=anchor),)))
    written = graph.get_node("text 0").attr["label"]
    assert meant(written or "") == strip_unprintable(word)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_id_names_one_box(name: str) -> None:
    shown = picture((box(name, ("One",), 200, 200), box("text 0", ("Two",), 200, 300)))
    graph = parsed(shown)
    names = {node.attr["id"] for node in graph.nodes()}
    assert {"box-0", "box-1", "text-0", "text-1"} <= names


def test_the_page_is_exact_and_edges_are_painted_first() -> None:
    graph = parsed(picture(page=A3))
    attributes = dict(graph.graph_attr)
    kept = {key: attributes[key] for key in ("bb", "pad", "margin", "outputorder")}
    assert kept == {"bb": "0,0,1190.55,841.89", "pad": "0", "margin": "0", "outputorder": "edgesfirst"}


def test_a_box_stands_at_its_place_counted_from_the_bottom() -> None:
    graph = parsed(picture((box("a", ("One",), 200.25, 100.5),)))
    node = graph.get_node("box a")
    assert (node.attr["pos"], float(node.attr["width"]) * 72) == ("200.25,494.78", pytest.approx(140, abs=0.001))


def test_every_node_has_a_place_and_every_edge_a_line() -> None:
    graph = parsed(small_theory())
    assert [item for item in (*graph.nodes(), *graph.edges()) if not item.attr["pos"]] == []


def test_every_arrow_is_one_edge_between_its_ends() -> None:
    graph = parsed(small_theory())
    edges = {(str(edge[0]), str(edge[1])) for edge in graph.edges() if edge.attr["class"].split()[0] == "arrow"}
    assert edges == {
        ("box workers", "whole family_work"), ("box advice", "box skills"), ("box therapy", "box skills"),
        ("box training", "box practice"), ("box skills", "box chances"), ("box practice", "box chances"),
        ("box practice", "box advice"),
    }  # fmt: skip


def test_an_arrow_ends_at_the_tip_that_the_picture_gives() -> None:
    one, two = box("a", ("One",), 200, 200), box("b", ("Two",), 500, 300)
    graph = parsed(picture((one, two), (arrow(one, two),)))
    edge = next(iter(graph.edges()))
    assert edge.attr["pos"].startswith("e,430,295.28 270,395.28 ")


def test_lanes_and_wholes_are_clusters_with_the_box_of_their_frame() -> None:
    graph = parsed(small_theory())
    clusters = {part.graph_attr["tooltip"]: part.graph_attr["bb"] for part in graph.subgraphs()}
    assert clusters == {
        "Family support": "230,320.28,620,470.28",
        "Awareness raising": "230,115.28,620,235.28",
        "Direct work with families": "240,335.28,400,445.28",
    }


def test_the_same_picture_gives_the_same_text() -> None:
    assert write_dot(small_theory()) == write_dot(small_theory())


def test_without_words_it_holds_every_shape_and_no_word() -> None:
    lines = write_dot(small_theory()).splitlines()
    assert write_dot(small_theory(), words=False).splitlines() == [
        line for line in lines if not line.startswith('  "text ')
    ]


def test_the_line_of_an_arrow_ends_one_head_before_its_tip() -> None:
    points = ((0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0))
    end = cut_before_head(points, 6.0)[-1]
    assert hypot(100 - end[0], 80 - end[1]) == pytest.approx(6.0, abs=0.001)


def test_a_line_shorter_than_its_head_keeps_its_direction() -> None:
    line_kept = cut_before_head(((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)), 6.0)
    assert line_kept[-1] == pytest.approx((0.06, 0.0))


def test_cubics_before_the_last_stay_as_they_are() -> None:
    points = tuple((float(x), 0.0) for x in range(0, 140, 20))
    assert cut_before_head(points, 6.0)[:4] == points[:4]
