"""Outside frameworks: lists of aims that boxes of a model may align to."""

from __future__ import annotations

from pydantic import Field

from toc.model.entry import Entry, Keyed
from toc.model.read_only import ReadOnly

__all__ = ["Framework", "FrameworkItem"]


class FrameworkItem(Entry):
    """One aim of a framework."""


class Framework(Entry):
    """An outside framework; boxes name its items as `<framework>.<item>`."""

    items: Keyed[FrameworkItem] = Field(default_factory=ReadOnly)
