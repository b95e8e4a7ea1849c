"""A theory as a `networkx.MultiDiGraph`: the only door to networkx."""

from __future__ import annotations

import networkx as nx

from toc.errors import TocError
from toc.model import Box, Factor, Link, TheoryOfChange

__all__ = ["to_networkx"]


def to_networkx(theory: TheoryOfChange) -> nx.MultiDiGraph[str]:
    """Return the boxes, factors and links of a theory as a networkx graph; nodes are ids.

    Graph attributes: `id`, `title`, `version` (None where not given).
    Node attributes of a box: `label`, `stage`, `strand` (tuple of ids, empty: shared), `who` (tuple of population
    ids), `part_of` (id of the whole or None), `basis` (of the stage: stated, generic, inferred or None), `cite`
    (tuple of text); of a factor: `label`, `role`, `affects` (tuple of ids and links), `cite`.
    Edge attributes: `kind` (leads_to or engages; an edge that engages runs from the participants to the
    activity), `basis`, `because` (text or None), `polarity` (positive or negative), `feedback` (True or False),
    `confidence` (0-100 or None), `assumptions` and `moderated_by` (tuples of ids), `evidence_for` and
    `evidence_against` (tuples of study ids), `necessary` and `sufficient` (True or False), `cite` (tuple of
    text). The key of an edge is its kind. Raises `TocError` for anything but a theory of change.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.to_networkx wants a theory of change.", hint="Load one first: toc.load(path).")
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=theory.id, title=str(theory.title), version=theory.version)
    for box in theory.boxes.values():
        drawn.add_node(box.id, **_node(box))
    for factor in theory.factors.values():
        drawn.add_node(factor.id, **_factor(factor))
    for link in (*theory.links, *theory.factor_links):
        drawn.add_edge(link.source, link.target, key=link.kind, **_edge(link))
    return drawn


def _node(box: Box) -> dict[str, object]:
    return {
        "label": str(box.label),
        "stage": box.stage,
        "strand": box.strand,
        "who": box.who,
        "part_of": box.part_of,
        "basis": box.basis,
        "cite": tuple(map(str, box.cite)),
    }


def _factor(factor: Factor) -> dict[str, object]:
    return {
        "label": str(factor.label),
        "role": factor.role,
        "affects": factor.affects,
        "cite": tuple(map(str, factor.cite)),
    }


def _edge(link: Link) -> dict[str, object]:
    return {
        "kind": link.kind,
        "basis": link.basis,
        "because": None if link.because is None else str(link.because),
        "polarity": link.polarity,
        "feedback": link.feedback,
        "confidence": link.confidence,
        "assumptions": link.assumptions,
        "moderated_by": link.moderated_by,
        "evidence_for": link.evidence.for_,
        "evidence_against": link.evidence.against,
        "necessary": link.necessary,
        "sufficient": link.sufficient,
        "cite": tuple(map(str, link.cite)),
    }
