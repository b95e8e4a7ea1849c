"""`ColumnKinds`: the columns of a table that this library makes, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from toc.errors import TocError

__all__ = ["ColumnKind", "ColumnKinds", "FrameLibrary", "frame_library"]

ColumnKind = Literal["text", "count", "number", "flag"]
"""Text, a whole number, a number with a fraction, or true and false; each may be missing."""

ColumnKinds = Mapping[str, ColumnKind]
"""Columns in their order. They do not depend on the values, so tables of several runs can be put together."""

FrameLibrary = Literal["pandas", "polars", "pyarrow"]


def frame_library(name: str) -> FrameLibrary:
    """Return the library of this name; raises `TocError` for one of which no frames can be made."""
    found: tuple[FrameLibrary, ...] = get_args(FrameLibrary)
    for known in found:
        if name == known:
            return known
    raise TocError(f'No data frame can be made by "{name}".', hint="Choose pandas, polars or pyarrow.")
