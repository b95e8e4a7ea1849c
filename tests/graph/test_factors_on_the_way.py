"""Factors that lie between boxes: reach passes through them, and they survive in networkx."""

from __future__ import annotations

from toc.graph import leading_to, matrix, reached_from, to_networkx, trace
from toc.graph.adjacency import graph_of
from toc.loading import loads
from toc.validation import validate

THEORY = loads(
    """\
toc: 1
id: m
title: T
activities: {visits: {label: Visits, leads_to: [separation]}}
participants: {parents: {label: Parents}}
outcomes: {long_term: {well: {label: Children are well}}}
factors:
  separation: {label: Separation, role: mediator, affects: [well], leads_to: {well: {because: They miss them}}}
  weather: {label: Weather}
"""
)


def test_an_outcome_behind_a_factor_is_reached_and_the_activity_leads_to_it() -> None:
    graph = graph_of(THEORY)
    assert reached_from(graph, ["visits"]) == {"visits", "separation", "well"}
    assert leading_to(graph, ["well"]) == {"visits", "separation", "well"}


def test_a_factor_without_links_is_no_part_of_the_graph() -> None:
    assert graph_of(THEORY).ids == ("parents", "visits", "well", "separation")


def test_the_trace_of_an_outcome_shows_the_activity_behind_the_factor_and_both_links() -> None:
    found = trace(THEORY, "well")
    assert [(step.stage, step.boxes) for step in found.upstream] == [("activities", ("visits",))]
    assert found.links == ("visits -> separation", "separation -> well")


def test_the_matrix_counts_an_activity_that_leads_there_through_a_factor() -> None:
    assert [(row.outcome, row.activities) for row in matrix(THEORY)] == [("well", ("visits",))]


def test_no_rule_calls_what_a_factor_joins_cut_off() -> None:
    assert {finding.code for finding in validate(THEORY)} == {"TOC112", "TOC301"}
    assert [finding.subject for finding in validate(THEORY) if finding.code == "TOC112"] == ["parents"]


def test_factors_and_their_links_are_nodes_and_edges_of_networkx() -> None:
    drawn = to_networkx(THEORY)
    assert drawn.nodes["separation"] == {
        "label": "Separation", "role": "mediator", "affects": ("well",), "cite": (),
    }  # fmt: skip
    assert sorted(drawn.edges()) == [("separation", "well"), ("visits", "separation")]
    assert drawn.edges["separation", "well", "leads_to"]["because"] == "They miss them"
