"""Rows as a data frame of pandas, polars or pyarrow, by way of narwhals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from toc.data.made_tables.column_kinds import ColumnKinds, frame_library
from toc.errors import TocError

__all__ = ["made_frame"]

_TYPES = {"text": nw.String(), "count": nw.Int64(), "number": nw.Float64(), "flag": nw.Boolean()}


def made_frame(rows: Sequence[Mapping[str, Any]], kinds: ColumnKinds, library: str) -> Any:
    """Return rows as a data frame of a library, with the columns and types of `kinds` whatever the values are.

    What is None or not in a row is missing; pandas has its nullable types (Int64, Float64, boolean, string).
    Raises `TocError` for another library, or where it is not installed.
    """
    backend = frame_library(library)
    schema = nw.Schema({column: _TYPES[kind] for column, kind in kinds.items()})
    values = {column: [row.get(column) for row in rows] for column in kinds}
    try:
        if backend != "pandas":
            return nw.from_dict(values, schema=schema, backend=backend).to_native()
        # Its own types have no missing whole number, true or false.
        return nw.from_dict(values, backend=backend).to_native().astype(schema.to_pandas("numpy_nullable"))
    except ImportError as error:
        message = f"A data frame of {backend} needs {backend}, which is not installed here or cannot be loaded."
        raise TocError(message, hint=f"Install it with: pip install {backend}") from error
