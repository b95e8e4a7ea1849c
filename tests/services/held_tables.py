"""`ENGINES`: one table held by each library, file and database that readings are taken from."""

from __future__ import annotations

import csv
import datetime as dt
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from psycopg import sql
from pyspark.sql import SparkSession

from services.postgresql_cluster import Cluster

__all__ = ["ENGINES", "Places", "stored_in_postgresql"]

_SQL_TYPES = {
    pa.int16(): "smallint",
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float32(): "real",
    pa.float64(): "double precision",
    pa.string(): "text",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp",
    pa.decimal128(6, 2): "numeric(6, 2)",
    pa.decimal128(12, 0): "numeric",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where tables are kept: a folder, a Spark, a PostgreSQL, and Ibis on that and on a DuckDB in memory."""

    folder: Path
    spark: SparkSession
    cluster: Cluster
    on_postgresql: Any
    on_duckdb: Any


def as_csv(table: pa.Table, name: str, places: Places) -> Any:
    path = places.folder / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.column_names)
        for row in _rows(table):
            writer.writerow([cell.date() if isinstance(cell, dt.datetime) else cell for cell in row])
    return path


def as_dicts(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001  # every engine is asked alike
    return table.to_pylist()


def as_pandas(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001
    return table.to_pandas()


def as_polars(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001
    return pl.from_arrow(table)


def as_arrow(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001
    return table


def as_parquet(table: pa.Table, name: str, places: Places) -> Any:
    pq.write_table(table, places.folder / f"{name}.parquet")
    return places.folder / f"{name}.parquet"


def as_relation(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001
    return duckdb.connect().from_arrow(table)


def as_spark(table: pa.Table, name: str, places: Places) -> Any:  # noqa: ARG001
    """Spread over three parts, so that nothing keeps the order of the rows."""
    return places.spark.createDataFrame(_shuffled(table)).repartition(3)


def as_ibis_on_duckdb(table: pa.Table, name: str, places: Places) -> Any:
    places.on_duckdb.con.from_arrow(_shuffled(table)).create(name)
    return places.on_duckdb.table(name)


def as_ibis_on_postgresql(table: pa.Table, name: str, places: Places) -> Any:
    stored_in_postgresql(_shuffled(table), f"{name} of Ibis", places.cluster)
    return places.on_postgresql.table(f"{name} of Ibis")


def as_address_of_postgresql(table: pa.Table, name: str, places: Places) -> Any:
    stored_in_postgresql(_shuffled(table), name, places.cluster)
    return places.cluster.address(name)


def as_address_of_sqlite(table: pa.Table, name: str, places: Places) -> Any:
    path = places.folder / "cases.sqlite"
    columns = ", ".join(f"{field.name} {_SQL_TYPES[field.type]}" for field in table.schema)
    marks = ", ".join("?" * table.num_columns)
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE {name} ({columns})")
        held = ([_of_sqlite(cell) for cell in row] for row in _rows(_shuffled(table)))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", held)  # noqa: S608  # our own name
    connection.close()
    return f"sqlite://{path}#{name}"


ENGINES: dict[str, Callable[[pa.Table, str, Places], Any]] = {
    "CSV, plain Python": as_csv,
    "rows in Python": as_dicts,
    "pandas": as_pandas,
    "polars": as_polars,
    "pyarrow": as_arrow,
    "DuckDB": as_relation,
    "Parquet": as_parquet,
    "PySpark": as_spark,
    "Ibis on DuckDB": as_ibis_on_duckdb,
    "Ibis on PostgreSQL": as_ibis_on_postgresql,
    "postgres:// address": as_address_of_postgresql,
    "sqlite:// address": as_address_of_sqlite,
}


def stored_in_postgresql(table: pa.Table, name: str, cluster: Cluster, database: str = "cases") -> None:
    """Make a table of this name, which the reader may read."""
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(field.name), sql.SQL(_SQL_TYPES[field.type]))
        for field in table.schema
    )
    with cluster.connect(database=database) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE TABLE {} ({})").format(sql.Identifier(name), columns))
        with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))) as copy:
            for row in _rows(table):
                copy.write_row(row)


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in table.to_pylist()]


def _shuffled(table: pa.Table) -> pa.Table:
    places = list(range(table.num_rows))
    Random(4).shuffle(places)  # noqa: S311  # any order will do, as long as it is another
    return table.take(places)


def _of_sqlite(cell: Any) -> Any:
    return cell if cell is None or isinstance(cell, int | float | str) else str(cell)
