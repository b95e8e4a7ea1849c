"""Redundant arrows, gates and strongest ways, against networkx and against trying every way."""

from __future__ import annotations

from itertools import combinations, permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from toc.graph import components, gates, graph_of, shortcuts, weakest_links
from toc.model import TheoryOfChange

BOXES = 8
Arrows = frozenset[tuple[int, int]]
FORWARD: st.SearchStrategy[Arrows] = st.frozensets(st.sampled_from([*combinations(range(BOXES), 2)]))
ANYWHERE: st.SearchStrategy[Arrows] = st.frozensets(
    st.tuples(st.integers(0, BOXES - 1), st.integers(0, BOXES - 1)).filter(lambda arrow: arrow[0] != arrow[1])
)
STARTS = st.frozensets(st.integers(0, BOXES - 1), min_size=1, max_size=3)


def adjacent(arrows: Arrows) -> tuple[list[list[int]], list[list[int]]]:
    after: list[list[int]] = [[] for _ in range(BOXES)]
    before: list[list[int]] = [[] for _ in range(BOXES)]
    for start, end in sorted(arrows):
        after[start].append(end)
        before[end].append(start)
    return after, before


def short(after: list[list[int]], before: list[list[int]]) -> frozenset[tuple[int, int]]:
    return shortcuts(after, before, components(after, before))


def gates_of(arrows: Arrows, starts: frozenset[int]) -> list[int]:
    after, before = adjacent(arrows)
    return gates(before, starts, components(after, before))


def drawn(arrows: Arrows) -> nx.DiGraph[int]:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(BOXES))
    graph.add_edges_from(arrows)
    return graph


@given(FORWARD)
def test_shortcuts_are_what_the_transitive_reduction_leaves_out(arrows: Arrows) -> None:
    reduced = nx.transitive_reduction(drawn(arrows))
    assert short(*adjacent(arrows)) == arrows - set(reduced.edges)


@given(ANYWHERE)
def test_with_circles_a_shortcut_joins_two_boxes_on_none_that_another_way_joins(arrows: Arrows) -> None:
    whole = drawn(arrows)
    alone = {box for part in nx.strongly_connected_components(whole) if len(part) == 1 for box in part}
    expected = {
        (start, end)
        for start, end in arrows
        if {start, end} <= alone and nx.has_path(drawn(arrows - {(start, end)}), start, end)
    }
    assert short(*adjacent(arrows)) == expected


def test_shortcuts_are_found_however_many_ends_are_looked_for() -> None:
    size = 5_000
    after = [[*range(box + 1, min(box + 3, size))] for box in range(size)]
    before = [[*range(max(box - 2, 0), box)] for box in range(size)]
    assert short(after, before) == {(box, box + 2) for box in range(size - 2)}


@given(FORWARD, STARTS)
def test_gates_are_the_immediate_dominators(arrows: Arrows, starts: frozenset[int]) -> None:
    graph = drawn(arrows)
    graph.add_edges_from((-1, start) for start in starts)
    nearest = nx.immediate_dominators(graph, -1)
    assert gates_of(arrows, starts) == [nearest.get(box, -1) for box in range(BOXES)]


@given(ANYWHERE, STARTS)
def test_with_circles_a_gate_is_the_nearest_dominator_on_none(arrows: Arrows, starts: frozenset[int]) -> None:
    graph = drawn(arrows)
    circles = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
    circular = {box for part in circles for box in part}
    graph.add_edges_from((-1, start) for start in starts)
    nearest = nx.immediate_dominators(graph, -1)

    def expected(box: int) -> int:
        if box not in nearest:
            return -1
        above = nearest[box]
        while above in circular:
            above = nearest[above]
        return int(above)

    assert gates_of(arrows, starts) == [expected(box) for box in range(BOXES)]


def theory_of(arrows: dict[tuple[int, int], int | None], part_of: dict[int, int]) -> TheoryOfChange:
    boxes = {
        f"b{box}": {
            "label": f"Box {box}",
            "part_of": f"b{part_of[box]}" if box in part_of else None,
            "leads_to": {
                f"b{end}": {"confidence": stated} for (start, end), stated in arrows.items() if start == box
            },
        }
        for box in range(BOXES)
    }
    return TheoryOfChange.model_validate({"toc": 1, "id": "made", "title": "Made", "activities": boxes})


def widths(theory: TheoryOfChange, start: str) -> dict[str, float]:
    """The strength of the strongest way to every box that is reached, by widening until nothing changes."""
    graph = graph_of(theory)
    lift = graph.lift
    strength = {
        (graph.number[link.source] + lift, graph.number[link.target]): link.confidence for link in theory.links
    }
    best = {graph.number[start]: 1000.0}
    changed = True
    while changed:
        changed = False
        for state, value in list(best.items()):
            for other in graph.states[state]:
                stated = strength.get((state, other))
                through = value if stated is None else min(value, stated)
                if through > best.get(other, -1):
                    best[other], changed = through, True
    return {graph.ids[state - lift]: value for state, value in best.items() if state >= lift}


@given(
    st.dictionaries(st.sampled_from([*permutations(range(BOXES - 3), 2)]), st.none() | st.integers(0, 60)),
    st.dictionaries(st.integers(1, BOXES - 1), st.integers(0, BOXES - 1), max_size=3),
)
def test_the_weakest_link_is_as_strong_as_the_strongest_way(
    arrows: dict[tuple[int, int], int | None], part_of: dict[int, int]
) -> None:
    theory = theory_of(arrows, {part: whole for part, whole in part_of.items() if part != whole})
    weak = {
        (link.source, link.target): link.confidence
        for link in theory.links
        if link.confidence is not None and link.confidence < 50
    }
    found = weakest_links(graph_of(theory), ["b0"], weak)
    expected = {box: width for box, width in widths(theory, "b0").items() if width < 50}
    assert {box: weak[link] for box, link in found.items()} == expected
