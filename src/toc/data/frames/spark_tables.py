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
        except Exception:  # noqa: BLE001  # what Spark cannot work out at all is told when its rows are fetched
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
