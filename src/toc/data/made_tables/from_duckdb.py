"""Rows as the bytes of a Parquet file, which DuckDB writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from toc.data.made_tables.column_kinds import ColumnKinds
from toc.errors import TocError
from toc.files import ScratchFolder, read_bytes

__all__ = ["made_parquet"]

_TYPES = {"text": "VARCHAR", "count": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN"}

_LARGEST = 1 << 30


def made_parquet(rows: Sequence[Mapping[str, Any]], kinds: ColumnKinds, about: str) -> bytes:
    """Return rows as a Parquet file with the columns and types of `kinds`, in their order.

    What is None or not in a row is null. `about` stands in the metadata of the file under the key `toc`. The same
    rows give the same bytes. Raises `TocError` where it cannot be written.
    """
    columns = ", ".join(f"{_quoted(column)} {_TYPES[kind]}" for column, kind in kinds.items())
    values = [[row.get(column) for column in kinds] for row in rows]
    scratch = ScratchFolder()
    file = scratch.path / "rows.parquet"
    try:
        with duckdb.connect(":memory:", config={"threads": 1}) as connection:
            connection.execute(f"CREATE TABLE made ({columns})")
            if values:
                marks = ", ".join("?" * len(kinds))
                connection.executemany(f"INSERT INTO made VALUES ({marks})", values)  # noqa: S608  # question marks
            connection.execute(
                f"COPY made TO {_text(str(file))} (FORMAT parquet, KV_METADATA {{toc: {_text(about)}}})"
            )
        return read_bytes(file, limit=_LARGEST)
    except duckdb.Error:
        raise TocError("No Parquet file can be made of this.", hint="Write .csv or .json instead.") from None
    finally:
        scratch.remove()


def _quoted(column: str) -> str:
    doubled = column.replace('"', '""')
    return f'"{doubled}"'


def _text(words: str) -> str:
    doubled = words.replace("'", "''")
    return f"'{doubled}'"
