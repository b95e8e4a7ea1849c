"""One PDF of many pages. It needs pypdf, so that is imported when the first one is made."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import TocError

if TYPE_CHECKING:
    from toc.diagram.joined_pdf.from_pypdf import joined_pdf

__all__ = ["joined_pdf"]


def __getattr__(name: str) -> Any:
    if name != "joined_pdf":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        door = import_module(f"{__name__}.from_pypdf")
    except ImportError as error:
        hint = 'Install it with: pip install "pypdf>=5.0"; or draw .svg or .html.'
        raise TocError("A PDF of many pages needs pypdf, which is not installed here.", hint=hint) from error
    return door.joined_pdf
