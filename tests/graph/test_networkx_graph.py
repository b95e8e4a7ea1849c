from __future__ import annotations

import subprocess
import sys

from toc.graph import to_networkx
from toc.model import TheoryOfChange

THEORY = TheoryOfChange.model_validate(
    {
        "toc": 1,
        "id": "made",
        "title": "Made",
        "version": "3",
        "participants": {"parents": {"label": "Parents", "who": ("adults",)}},
        "activities": {
            "advice": {
                "label": "Advice",
                "strand": "families",
                "part_of": "work",
                "basis": "stated",
                "cite": "report page 1",
                "engages": {"parents": {"basis": "generic"}},
                "leads_to": {
                    "calm": {
                        "because": "It helps.",
                        "confidence": 60,
                        "polarity": "negative",
                        "feedback": True,
                        "assumptions": ("time",),
                        "moderated_by": ("stigma",),
                        "cite": ("report page 2", "guide"),
                    }
                },
            },
        },
        "outcomes": {"long_term": {"calm": {"label": "Calm"}}},
    }
)


def test_nodes_carry_the_documented_attributes() -> None:
    assert dict(to_networkx(THEORY).nodes(data=True)) == {
        "parents": _node("Parents", "participants", who=("adults",)),
        "advice": _node(
            "Advice",
            "activities",
            strand=("families",),
            part_of="work",
            basis="stated",
            cite=("report page 1",),
        ),
        "calm": _node("Calm", "long_term"),
    }


def test_edges_carry_the_documented_attributes() -> None:
    assert list(to_networkx(THEORY).edges(keys=True, data=True)) == [
        ("parents", "advice", "engages", _edge(kind="engages", basis="generic")),
        (
            "advice",
            "calm",
            "leads_to",
            _edge(
                because="It helps.",
                confidence=60,
                polarity="negative",
                feedback=True,
                assumptions=("time",),
                moderated_by=("stigma",),
                cite=("report page 2", "guide"),
            ),
        ),
    ]


def test_the_graph_says_which_theory_it_is() -> None:
    assert to_networkx(THEORY).graph == {"id": "made", "title": "Made", "version": "3"}


def test_networkx_is_imported_only_when_it_is_asked_for() -> None:
    script = "import sys, toc.graph, toc.validation; print('networkx' in sys.modules); toc.graph.to_networkx; "
    shown = subprocess.run(
        [sys.executable, "-c", script + "print('networkx' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == ["False", "True"]


def _node(label: str, stage: str, **other: object) -> dict[str, object]:
    empty = {"strand": (), "who": (), "part_of": None, "basis": None, "cite": ()}
    return {"label": label, "stage": stage, **empty, **other}


def _edge(**other: object) -> dict[str, object]:
    return {
        "kind": "leads_to",
        "basis": None,
        "because": None,
        "polarity": "positive",
        "feedback": False,
        "confidence": None,
        "assumptions": (),
        "moderated_by": (),
        "evidence_for": (),
        "evidence_against": (),
        "necessary": False,
        "sufficient": False,
        "cite": (),
        **other,
    }
