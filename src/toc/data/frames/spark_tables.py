"""`SparkTables`: tables that Spark works out once and keeps on its own machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

__all__ = ["SparkTables"]


class SparkTables:
    """Tables that the session of a Spark table holds, in memory or on the disks of its machines.

    Spark lets go of each once nobody asks for it; a Spark that may keep none works them out anew.
    """

    def __init__(self, source: nw.LazyFrame[Any]) -> None:
        self._session = source.to_native().sparkSession
        self._may_store = True

    def stored(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Work a table out now, and forget how: its plan would grow with each that is made of it."""
        if not self._may_store:
            return frame
        try:
            held: nw.LazyFrame[Any] = nw.from_native(frame.to_native().localCheckpoint())
        except Exception as refused:
            if not _keeps_none(refused):
                raise
            self._may_store = False
            return frame
        return held

    def table(self, columns: Mapping[str, Sequence[object]], schema: nw.Schema) -> nw.LazyFrame[Any]:
        """Give the session a small table."""
        arrow = nw.from_dict(dict(columns), schema, backend="pyarrow").to_native()
        held: nw.LazyFrame[Any] = nw.from_native(self._session.createDataFrame(arrow))
        return held

    def forget(self) -> None:
        """Leave the tables to Spark, which removes what nobody asks for."""


def _keeps_none(refused: Exception) -> bool:
    """Tell a Spark that may keep no tables from one that cannot work one out.

    A Spark that is spoken to over the network knows no `localCheckpoint` before 4.0; a rented one may say that it
    does not support to persist a table. Spark's own errors have a condition, which begins so.
    """
    if isinstance(refused, AttributeError):
        return True
    condition = getattr(refused, "getCondition", None) or getattr(refused, "getErrorClass", None)
    said = str(condition() or "") if condition else ""
    return said.startswith(("NOT_IMPLEMENTED", "NOT_SUPPORTED", "UNSUPPORTED"))
