"""Small tables that a connection to DuckDB holds."""

from __future__ import annotations

from typing import Any

import duckdb
import narwhals as nw
import pytest

from toc.data.frames.duckdb_tables import DuckdbTables

SCHEMA = nw.Schema({"name": nw.String(), "code": nw.Int64(), "score": nw.Float64()})


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("", -1, 0.30000000000000004)],
        [("it's, \n]", 2**52 + 1, float("inf")), ("", 0, 1e-300), ("\u00fc\x1e", -2, -0.5)],
        [("\x1f", 1, 1.0), ("", 2, 2.0), ("a\x1fb", 3, 3.0)],
    ],
    ids=["no rows", "an empty text", "quotes and long numbers", "the letter that takes texts apart"],
)
def test_a_small_table_holds_what_it_was_given(rows: list[tuple[Any, ...]]) -> None:
    relation = duckdb.connect().sql("SELECT 1 AS one")
    columns = {name: [row[at] for row in rows] for at, name in enumerate(SCHEMA.names())}
    held = DuckdbTables(nw.from_native(relation)).table(columns, SCHEMA)
    assert held.to_native().fetchall() == rows
