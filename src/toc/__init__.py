"""Theory of change as code: load it from YAML, check it, score it and draw it.

Importing `toc` is cheap: each function is fetched from its room when it is first used.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # for type checkers it is True; importing `typing` would cost most of the time there is

if TYPE_CHECKING:
    from typing import Any

    from toc.comparison import diff
    from toc.errors import LoadError, TocError
    from toc.graph import to_networkx
    from toc.loading import dump, from_dict, load, loads
    from toc.model import TheoryOfChange
    from toc.reports import draw, matrix, plot, scorecard, trace
    from toc.scoring import for_publication, funnel, schedule, score, tabulate
    from toc.validation import validate

__all__ = [
    "LoadError",
    "TheoryOfChange",
    "TocError",
    "diff",
    "draw",
    "dump",
    "for_publication",
    "from_dict",
    "funnel",
    "load",
    "loads",
    "matrix",
    "plot",
    "schedule",
    "score",
    "scorecard",
    "tabulate",
    "to_networkx",
    "trace",
    "validate",
]

_ROOMS = {
    "LoadError": "errors",
    "TheoryOfChange": "model",
    "TocError": "errors",
    "diff": "comparison",
    "draw": "reports",
    "dump": "loading",
    "for_publication": "scoring",
    "from_dict": "loading",
    "funnel": "scoring",
    "load": "loading",
    "loads": "loading",
    "matrix": "reports",
    "plot": "reports",
    "schedule": "scoring",
    "score": "scoring",
    "scorecard": "reports",
    "tabulate": "scoring",
    "to_networkx": "graph",
    "trace": "reports",
    "validate": "validation",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("theory-of-change")
    if name not in _ROOMS:
        raise AttributeError(f"module 'toc' has no attribute '{name}'")
    value = getattr(import_module(f"toc.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
