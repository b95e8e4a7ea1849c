"""Plots of scores. They need matplotlib, so it is imported when one is first painted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.reports.plots.from_matplotlib import painted

__all__ = ["painted"]


def __getattr__(name: str) -> Any:
    if name != "painted":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.from_matplotlib")
    except ImportError as error:
        hint = 'Install it with: pip install "matplotlib>=3.9"'
        message = "Plots need matplotlib, which is not installed here or cannot be loaded."
        raise TocError(message, hint=hint) from error
    return door.painted
