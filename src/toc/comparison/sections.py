"""The sections of a theory that are compared entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from toc.model import Strict, TheoryOfChange

__all__ = ["SECTIONS", "entries_of"]

SECTIONS = (
    "boxes",
    "indicators",
    "assumptions",
    "factors",
    "strands",
    "populations",
    "units",
    "scales",
    "studies",
    "sources",
    "contributors",
    "frameworks",
    "claims",
    "stage_links",
)
"""In the order in which changes are told."""


def entries_of(theory: TheoryOfChange, section: str) -> Mapping[str, Strict]:
    """Return the entries of a section by their id; "boxes" are those of every stage."""
    return cast("Mapping[str, Strict]", getattr(theory, section))
