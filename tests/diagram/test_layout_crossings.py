"""Arrows cross no more often than in what Graphviz's own `dot` makes of the same boxes, links and columns."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from pygraphviz import AGraph

from diagram.quality import Curve, crossings, picture_crossings
from diagram.views_made import csof_like, made_picture, made_view, renamed
from toc.diagram.layout import lay_out
from toc.diagram.view import View
from toc.diagram.views import view_of
from toc.loading import load

pytestmark = pytest.mark.xdist_group("made pictures")

SEEDS = range(200)
MODEL = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"


def dot_crossings(view: View) -> int:
    """Lay a view out with `dot`: one rank per column, groups as nodes, and count the crossings of its splines."""
    graph = AGraph(directed=True, rankdir="LR")
    graph.node_attr.update(shape="box", fontname="Liberation Sans", fontsize="9", width="1.5")
    heads = [f"head {place}" for place in range(len(view.columns))]
    for head, column in zip(heads, view.columns, strict=True):
        names = [one.id for one in view.groups if one.column == column.id]
        names += [one.id for one in view.boxes if one.column == column.id]
        graph.add_nodes_from([head, *names], label="box")
        graph.add_subgraph([head, *names], rank="same")
    for head, following in pairwise(heads):
        graph.add_edge(head, following, style="invis")
    graph.add_edges_from([(link.source, link.target) for link in view.links])
    graph.layout("dot")
    pairs = [(link.source, link.target) for link in view.links]
    return crossings(
        [spline(source, target, graph.get_edge(source, target).attr["pos"]) for source, target in pairs]
    )


def spline(source: str, target: str, words: str) -> Curve:
    """The control points of an edge; the tip ("e,x,y") is left out."""
    points = [word.split(",") for word in words.split() if word[0] not in "es"]
    return source, target, tuple((float(x), float(y)) for x, y in points)


@cache
def crossings_in_dot() -> list[int]:
    """The crossings of all made theories in `dot`, which knows no lanes."""
    return [dot_crossings(made_view(seed)) for seed in SEEDS]


@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("name", ["made by hand", "of the model"])
def test_the_services_figure_crosses_no_more_than_in_dot(name: str, seed: int | None) -> None:
    plain = csof_like() if name == "made by hand" else view_of(load(MODEL))
    view = plain if seed is None else renamed(plain, seed)
    ours = picture_crossings(lay_out(view, "A3"))
    assert ours <= dot_crossings(view)
    assert ours <= {"made by hand": 26, "of the model": 31}[name]


def test_without_lanes_made_theories_cross_less_than_in_dot() -> None:
    free = (replace(made_view(seed), strands=()) for seed in SEEDS)
    ours, theirs = [picture_crossings(lay_out(view, "A3")) for view in free], crossings_in_dot()
    assert median(ours) <= 0.94 * median(theirs)
    assert median((our + 1) / (their + 1) for our, their in zip(ours, theirs, strict=True)) <= 1.0
    assert sum(ours) <= 0.92 * sum(theirs)


def test_lanes_cost_few_crossings() -> None:
    ours, theirs = [picture_crossings(made_picture(seed)) for seed in SEEDS], crossings_in_dot()
    assert median((our + 1) / (their + 1) for our, their in zip(ours, theirs, strict=True)) <= 1.0
    assert median(ours) <= 1.04 * median(theirs)
    assert sum(ours) <= 1.05 * sum(theirs)
