"""Tables of files that are too large to become rows of Python, read by a DuckDB of their own."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw

from toc.data.foreign.refusal import telling
from toc.data.frames.table_frame import TableFrame, columns_read
from toc.data.frames.trimmed_text import SPACES
from toc.data.readings import READ_COLUMNS
from toc.data.table import named_columns, plain_heading
from toc.files import PlainCsv, ScratchFolder, look_at_csv

__all__ = ["large_csv", "large_database", "large_parquet"]

MEMORY = "750MB"
"""What DuckDB may hold in memory; the rest goes to a private folder that is removed afterwards."""

_SEPARATORS = (",", ";", "\t")


@dataclass(slots=True, repr=False)
class _Engine:
    """A connection that looks at nothing but what it is given, and the folder for what it cannot hold."""

    scratch: ScratchFolder = field(default_factory=ScratchFolder)
    connection: duckdb.DuckDBPyConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = duckdb.connect(
            ":memory:",
            config={
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "memory_limit": MEMORY,
                "temp_directory": str(self.scratch.path),
            },
        )
        # The command says itself how long it has been at work.
        self.connection.execute("SET enable_progress_bar = false")

    def close(self) -> None:
        """Close the connection, then remove the folder."""
        self.connection.close()
        self.scratch.remove()

    def forget_order(self) -> None:
        """Let rows come in any order, which takes far less memory; for tables that hold the numbers of theirs."""
        self.connection.execute("SET preserve_insertion_order = false")

    def table(self, relation: duckdb.DuckDBPyRelation, name: str) -> TableFrame:
        """Return the columns of readings of a relation."""
        return replace(columns_read(nw.from_native(relation), name), close=self.close)


def large_parquet(path: Path, name: str, rows: int) -> TableFrame | None:
    """Return a Parquet file with more rows than these; None for a smaller one.

    Raises `TocError` where it cannot be read.
    """
    with telling(f"{name} cannot be read as a Parquet file.", "Save it anew; it may be cut off or damaged."):
        engine = _Engine()
        counted = "SELECT sum(num_rows) FROM parquet_file_metadata(?)"
        if engine.connection.execute(counted, [_only(path)]).fetchall()[0][0] <= rows:
            engine.close()
            return None
        relation = engine.connection.read_parquet(_only(path), file_row_number=True)
        table = columns_read(nw.from_native(relation), name, position="file_row_number")
        engine.forget_order()
        return replace(table, close=engine.close)


def large_database(path: Path, table: str, name: str, rows: int) -> TableFrame | None:
    """Return a table or view of a DuckDB file with more rows than these.

    None for a smaller one, and where there is no such table.
    """
    hint = f"Close what else has {path.name} open, or give the table itself: connection.table(...)."
    with telling(f"{name} cannot be read from DuckDB.", hint):
        engine = _Engine()
        place = str(path.absolute()).replace("'", "''")
        engine.connection.execute(f"ATTACH '{place}' AS held (READ_ONLY)")
        engine.connection.execute("USE held")
        engine.connection.execute("SET enable_external_access = false")
        known = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
        quoted = '"' + table.replace('"', '""') + '"'
        if engine.connection.execute(f"{known} lower(table_name) = lower(?)", [table]).fetchall()[0][0]:
            relation = engine.connection.table(quoted)
            if relation.count("*").fetchall()[0][0] > rows:
                return engine.table(relation, name)
        engine.close()
        return None


def large_csv(path: Path, name: str) -> TableFrame | None:
    """Return a CSV file whose cells are the same for DuckDB and for the reader of rows; None for another.

    It is first written anew, as Parquet into the private folder. Rows have the numbers of their lines, or none
    where lines are empty or a cell has several. Raises `TocError` where two columns have the same name.
    """
    look = look_at_csv(path)
    headings = _headings(look) if look else ()
    if look is None or not headings:
        return None
    columns = named_columns(headings, name)
    engine = _Engine()
    with telling(f"{name} cannot be read as a CSV file.", "Save it anew, or as Parquet."):
        try:
            held, last = _rewritten(engine, path, look, headings)
        except duckdb.Error:
            engine.close()
            return None
    engine.forget_order()
    return TableFrame(name, nw.from_native(held), columns, has_order=last == look.lines, close=engine.close)


def _separator(look: PlainCsv) -> str:
    return max(_SEPARATORS, key=look.first.count)


def _headings(look: PlainCsv) -> tuple[str, ...]:
    try:
        [cells] = csv.reader([look.first], delimiter=_separator(look), strict=True)
    except (csv.Error, ValueError):
        return ()
    return tuple(cell.strip() for cell in cells)


def _rewritten(
    engine: _Engine, path: Path, look: PlainCsv, headings: Sequence[str]
) -> tuple[duckdb.DuckDBPyRelation, int]:
    """Write the columns of readings as Parquet, without rows in which nothing stands; return the last line too."""
    names = [f"column_{at}" for at in range(len(headings))]
    text = engine.connection.read_csv(
        _only(path),
        header=False,
        skiprows=1,
        delimiter=_separator(look),
        quotechar='"',
        escapechar='"',
        auto_detect=False,
        columns=dict.fromkeys(names, "VARCHAR"),
        strict_mode=True,
        encoding="utf-8",
    )
    rows: Any = nw.from_native(text.project("*, row_number() OVER () + 1 AS row"))
    plain = zip(names, map(plain_heading, headings), strict=True)
    read = (nw.col(column).alias(heading) for column, heading in plain if heading in READ_COLUMNS)
    target = str(engine.scratch.path / "readings.parquet")
    rows.filter(_something(names)).select(*read, "row").to_native().write_parquet(target)
    held = engine.connection.read_parquet(target)
    return held, held.max("row").fetchall()[0][0] or 0


def _something(names: Sequence[str]) -> nw.Expr:
    """Tell rows in which anything stands; most begin with a letter, and only the others are looked at closely."""
    begins = [~nw.col(name).str.head(1).is_in(list(SPACES)) for name in names]
    holds = [nw.col(name).str.strip_chars(SPACES) != "" for name in names]
    return nw.any_horizontal(*(each.fill_null(value=False) for each in (*begins, *holds)), ignore_nulls=False)


def _only(path: Path) -> str:
    """Return a path that is never taken for a pattern of names."""
    return re.sub(r"([*?\[])", r"[\1]", str(path.absolute()))
