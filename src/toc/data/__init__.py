"""Tables of data read against a model: counts, percentages before and after, readings, and their faults."""

from __future__ import annotations

from toc.data.counts import CountRow, Counts
from toc.data.data_origin import DataOrigin
from toc.data.pre_post import PrePost, PrePostRow
from toc.data.readings import Reading, Readings, series_of
from toc.data.readings_table import ReadingsTable
from toc.data.recognition import Data, read_data
from toc.data.row_faults import FaultKind, RowFault, told
from toc.data.source import Source

__all__ = [
    "CountRow",
    "Counts",
    "Data",
    "DataOrigin",
    "FaultKind",
    "PrePost",
    "PrePostRow",
    "Reading",
    "Readings",
    "ReadingsTable",
    "RowFault",
    "Source",
    "read_data",
    "series_of",
    "told",
]
