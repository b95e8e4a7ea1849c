"""The questions that the rules ask of the graph of a theory, asked as one would with networkx at hand."""

from __future__ import annotations

import networkx as nx

from toc.model import OUTCOME_STAGES, STAGES, TheoryOfChange

ASKED = (
    "TOC103", "TOC104", "TOC105", "TOC106", "TOC107", "TOC108", "TOC109", "TOC110", "TOC111", "TOC112", "TOC117",
    "TOC118", "TOC119", "TOC401",
)  # fmt: skip
"""The rules that ask the same questions."""


def networkx_rules(theory: TheoryOfChange) -> dict[str, object]:
    """Build the graph and answer what is circular, cut off, backward, told twice, needless or a bottleneck."""
    graph = nx.MultiDiGraph()
    for box in theory.boxes.values():
        graph.add_node(box.id, stage=box.stage, label=str(box.label))
    for link in theory.links:
        graph.add_edge(link.source, link.target, because=link.because)
    order = {stage: number for number, stage in enumerate(STAGES)}
    stage = graph.nodes(data="stage")
    activities, outcomes = list(theory.activities), [box for box, at in stage if at in OUTCOME_STAGES]
    from_activities = {box: nx.descendants(graph, box) for box in activities}
    to_outcomes = {box: nx.ancestors(graph, box) for box in outcomes}
    plain = nx.DiGraph(graph)
    doubled = plain.copy()
    doubled.add_edges_from(("", activity) for activity in activities)
    labels: dict[tuple[str, str], list[str]] = {}
    for box, data in graph.nodes(data=True):
        labels.setdefault((data["stage"], data["label"]), []).append(box)
    return {
        "circles": [part for part in nx.strongly_connected_components(graph) if len(part) > 1],
        "isolated": list(nx.isolates(graph)),
        "self": list(nx.selfloop_edges(graph)),
        "twice": [edge for edge in graph.edges() if graph.number_of_edges(*edge) > 1],
        "backward": [edge for edge in graph.edges() if order[stage[edge[0]]] > order[stage[edge[1]]]],
        "skipping": [edge for edge in graph.edges() if order[stage[edge[1]]] - order[stage[edge[0]]] > 1],
        "unexplained": [edge[:2] for edge in graph.edges(data="because") if not edge[2]],
        "useless": [box for box, reached in from_activities.items() if reached.isdisjoint(outcomes)],
        "uncaused": [box for box, causes in to_outcomes.items() if causes.isdisjoint(activities)],
        "dead ends": [box for box in graph if not graph.out_degree(box) and stage[box] != STAGES[-1]],
        "needless": set(plain.edges()) - set(nx.transitive_reduction(plain).edges()),
        "bottlenecks": set(nx.immediate_dominators(doubled, "").values()),
        "same label": [boxes for boxes in labels.values() if len(boxes) > 1],
    }
