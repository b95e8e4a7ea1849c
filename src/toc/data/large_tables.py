"""Tables that are too large to become rows of Python, or that nobody needs to be rows."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from toc.data import frames

if TYPE_CHECKING:
    from toc.data.frames.table_frame import TableFrame

__all__ = ["ROWS", "large_table"]

ROWS = 100_000
"""A table with more rows is counted by the library that holds it."""

_FRAMES = {"pandas", "polars", "pyarrow", "duckdb", "_duckdb", "narwhals"}


def large_table(source: object) -> TableFrame | None:
    """Return a table that is counted where it is; None for what is read row by row.

    Raises `TocError` where it cannot be read, or two columns have the same name.
    """
    if isinstance(source, str | os.PathLike):
        return None
    return _large_frame(source) if _is_frame(source) else None


def _is_frame(source: object) -> bool:
    return any(kind.__module__.partition(".")[0] in _FRAMES for kind in type(source).__mro__)


def _large_frame(source: Any) -> TableFrame | None:
    if find_spec("narwhals") is None:
        return None
    return frames.large_columns(source, "the table given", ROWS)
