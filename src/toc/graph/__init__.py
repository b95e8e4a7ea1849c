"""Questions about reach, answered with ids: what leads where, in circles, and what is measured."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toc.graph.adjacency import Graph, graph_of
    from toc.graph.cycles import Cycle, cycles
    from toc.graph.matrix import Matrix, MatrixRow, matrix
    from toc.graph.networkx_graph import to_networkx
    from toc.graph.reach import leading_to, reached_from, shared_with_wholes
    from toc.graph.trace import Trace, TraceStep, trace

__all__ = [
    "Cycle",
    "Graph",
    "Matrix",
    "MatrixRow",
    "Trace",
    "TraceStep",
    "cycles",
    "graph_of",
    "leading_to",
    "matrix",
    "reached_from",
    "shared_with_wholes",
    "to_networkx",
    "trace",
]

_HOME = {
    "Cycle": "cycles",
    "Graph": "adjacency",
    "Matrix": "matrix",
    "MatrixRow": "matrix",
    "Trace": "trace",
    "TraceStep": "trace",
    "cycles": "cycles",
    "graph_of": "adjacency",
    "leading_to": "reach",
    "matrix": "matrix",
    "reached_from": "reach",
    "shared_with_wholes": "reach",
    "to_networkx": "networkx_graph",
    "trace": "trace",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
