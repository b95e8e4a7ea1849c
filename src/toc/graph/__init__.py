"""Questions about reach, answered with ids: what leads where, in circles, and what is measured.

What no check asks, as `to_networkx` for which alone networkx is needed, is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.graph.adjacency import Graph, graph_of
from toc.graph.components import components
from toc.graph.cycles import Cycle, cycles
from toc.graph.gates import gates
from toc.graph.html_table import html_table
from toc.graph.reach import leading_to, reached_from, shared_with_wholes, spread
from toc.graph.shortcuts import shortcuts
from toc.graph.weakest import weakest_links

if TYPE_CHECKING:
    from toc.graph.measured_outcomes import Matrix, MatrixRow, matrix
    from toc.graph.networkx_graph import to_networkx
    from toc.graph.traced import Trace, TraceStep, trace

__all__ = [
    "Cycle",
    "Graph",
    "Matrix",
    "MatrixRow",
    "Trace",
    "TraceStep",
    "components",
    "cycles",
    "gates",
    "graph_of",
    "html_table",
    "leading_to",
    "matrix",
    "reached_from",
    "shared_with_wholes",
    "shortcuts",
    "spread",
    "to_networkx",
    "trace",
    "weakest_links",
]

_HOME = {
    "Matrix": "measured_outcomes",
    "MatrixRow": "measured_outcomes",
    "Trace": "traced",
    "TraceStep": "traced",
    "matrix": "measured_outcomes",
    "to_networkx": "networkx_graph",
    "trace": "traced",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
