from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from toc.graph import components, cycles, graph_of
from toc.model import TheoryOfChange

SIZE = 7
NUMBERS = st.integers(0, SIZE - 1)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20)


def linked(pairs: list[tuple[int, int]], size: int = SIZE) -> TheoryOfChange:
    ends: dict[int, dict[str, dict[str, object]]] = {number: {} for number in range(size)}
    for source, target in pairs:
        ends[source][f"b{target}"] = {}
    boxes = {f"b{number}": {"label": f"Box {number}", "leads_to": links} for number, links in ends.items()}
    return TheoryOfChange.model_validate({"toc": 1, "id": "made", "title": "Made", "activities": boxes})


@given(PAIRS)
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(linked(pairs))
    expected = nx.DiGraph()
    expected.add_nodes_from(range(SIZE))
    expected.add_edges_from(pairs)
    found = components(graph.after, graph.before)
    assert {frozenset(members) for members in found} == set(
        map(frozenset, nx.strongly_connected_components(expected))
    )


@given(PAIRS)
def test_every_component_comes_before_those_that_it_leads_to(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(linked(pairs))
    rank = {box: n for n, members in enumerate(components(graph.after, graph.before)) for box in members}
    assert all(rank[box] <= rank[other] for box in range(SIZE) for other in graph.after[box])


@given(PAIRS)
def test_the_cycle_shown_is_a_shortest_one_of_its_component(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(linked(pairs))
    for cycle in cycles(graph):
        inside = nx.DiGraph([(a, b) for a in cycle.component for b in graph.successors(a) if b in cycle.component])
        around = zip(cycle.boxes, (*cycle.boxes[1:], cycle.boxes[0]), strict=True)
        assert all(inside.has_edge(*ends) for ends in around)
        assert len(cycle.boxes) == min(map(len, nx.simple_cycles(inside)))


def test_a_cycle_reads_from_its_first_box_back_to_it() -> None:
    found = cycles(graph_of(linked([(2, 1), (1, 4), (4, 2)])))
    assert [str(cycle) for cycle in found] == ["b1 -> b4 -> b2 -> b1"]


def test_each_component_is_shown_by_one_cycle() -> None:
    found = cycles(graph_of(linked([(0, 1), (1, 0), (1, 2), (2, 0), (3, 4), (4, 3)])))
    assert [str(cycle) for cycle in found] == ["b0 -> b1 -> b0", "b3 -> b4 -> b3"]


def test_a_chain_of_ten_thousand_boxes_is_walked_without_recursion() -> None:
    size = 10_000
    theory = linked([(number, (number + 1) % size) for number in range(size)], size)
    (found,) = cycles(graph_of(theory))
    assert len(found.boxes) == size
