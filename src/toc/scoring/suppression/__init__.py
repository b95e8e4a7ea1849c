"""Hiding small counts, and the others by which they could be worked out.

The audit behind it needs scipy, so it is imported when something is first hidden.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError
from toc.scoring.suppression.count_table import Cell, CountTable, Relation

if TYPE_CHECKING:
    from toc.scoring.suppression.audit import Audit
    from toc.scoring.suppression.complements import hidden_cells


__all__ = ["Audit", "Cell", "CountTable", "Relation", "hidden_cells"]

_LAZY = {"Audit": "audit", "hidden_cells": "complements"}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(f"{__name__}.{_LAZY[name]}")
    except ImportError as error:
        hint = 'Install it with: pip install "scipy>=1.15"'
        raise TocError(
            "Hiding small numbers needs scipy, which is not installed here or cannot be loaded.", hint=hint
        ) from error
    return getattr(module, name)
