from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from toc.graph import graph_of, leading_to, reached_from, to_networkx
from toc.model import TheoryOfChange

NAMES = [f"b{number}" for number in range(8)]
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=24)


def linked(pairs: list[tuple[str, str]], **part_of: str) -> TheoryOfChange:
    boxes: dict[str, dict[str, object]] = {name: {"label": name, "leads_to": {}} for name in NAMES}
    for source, target in pairs:
        boxes[source]["leads_to"] = {**boxes[source]["leads_to"], target: {}}  # type: ignore[dict-item]
    for part, whole in part_of.items():
        boxes[part]["part_of"] = whole
    return TheoryOfChange.model_validate({"toc": 1, "id": "made", "title": "Made", "activities": boxes})


@given(PAIRS, st.sampled_from(NAMES))
def test_without_parts_reach_is_what_networkx_calls_descendants(pairs: list[tuple[str, str]], start: str) -> None:
    theory = linked(pairs)
    assert reached_from(graph_of(theory), [start]) == {start} | nx.descendants(to_networkx(theory), start)


@given(PAIRS, st.dictionaries(st.sampled_from(NAMES[1:]), st.sampled_from(NAMES), max_size=4))
def test_leading_to_is_reached_from_turned_round(pairs: list[tuple[str, str]], part_of: dict[str, str]) -> None:
    graph = graph_of(linked(pairs, **part_of))
    reached = {(start, end) for start in NAMES for end in reached_from(graph, [start])}
    assert {(start, end) for end in NAMES for start in leading_to(graph, [end])} == reached


@given(PAIRS, st.dictionaries(st.sampled_from(NAMES[1:]), st.sampled_from(NAMES), max_size=4))
def test_enough_steps_reach_what_unbounded_reach_does(
    pairs: list[tuple[str, str]], part_of: dict[str, str]
) -> None:
    graph = graph_of(linked(pairs, **part_of))
    for start in NAMES:
        assert reached_from(graph, [start], steps=2 * len(NAMES)) == reached_from(graph, [start])


def test_a_part_is_reached_where_its_whole_is() -> None:
    graph = graph_of(linked([("b0", "b1")], b2="b1"))
    assert reached_from(graph, ["b0"]) == {"b0", "b1", "b2"}


def test_a_whole_is_reached_where_a_part_is_but_its_other_parts_are_not() -> None:
    graph = graph_of(linked([("b0", "b1"), ("b2", "b4")], b1="b2", b3="b2"))
    assert reached_from(graph, ["b0"]) == {"b0", "b1", "b2", "b4"}


def test_a_part_leads_where_its_whole_leads() -> None:
    graph = graph_of(linked([("b1", "b2")], b0="b1"))
    assert leading_to(graph, ["b2"]) == {"b0", "b1", "b2"}


def test_steps_bound_the_links_followed_and_parts_cost_none() -> None:
    graph = graph_of(linked([("b0", "b1"), ("b2", "b3"), ("b3", "b4")], b2="b1"))
    assert reached_from(graph, ["b0"], steps=1) == {"b0", "b1", "b2"}
    assert reached_from(graph, ["b0"], steps=2) == {"b0", "b1", "b2", "b3"}


def test_a_link_that_feeds_back_is_followed_only_on_request() -> None:
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made",
            "activities": {
                "a": {"label": "A", "leads_to": {"b": {"feedback": True}}},
                "b": {"label": "B"},
            },
        }
    )
    assert graph_of(theory).successors("a") == ()
    assert graph_of(theory, feedback=True).successors("a") == ("b",)


def test_an_activity_that_engages_participants_is_reached_from_them() -> None:
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made",
            "participants": {"parents": {"label": "Parents"}},
            "activities": {"advice": {"label": "Advice", "engages": {"parents": {}}}},
        }
    )
    assert graph_of(theory).predecessors("advice") == ("parents",)
