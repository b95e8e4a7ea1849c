"""PostgreSQL, DuckDB and Spark count what they hold as rows do, write nothing of theirs, and clear up."""

from __future__ import annotations

import datetime as dt
import gc
import json
import time
from functools import partial
from typing import Any

import ibis
import narwhals as nw
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from psycopg.rows import dict_row

import toc
from services.held_tables import ENGINES, Places, stored_in_postgresql
from services.postgresql_cluster import Cluster
from services.random_readings import random_readings
from services.test_equal_scores import only_counted
from toc.data import DataOrigin, Readings, ReadingsTable, large_tables, read_data
from toc.data.frames import large_columns
from toc.data.frames.native_frames import KeptFrames
from toc.errors import TocError

DAYS = [dt.date(2013, 4, 1), dt.date(2013, 6, 30), dt.date(2013, 9, 1), dt.date(2014, 1, 5)]
COLUMNS = ("person", "site", "indicator", "date", "kind", "score", "informant")
TYPES = pa.schema(
    [
        *((name, pa.string()) for name in ("person", "site", "indicator")),
        ("date", pa.date32()),
        ("kind", pa.string()),
        ("score", pa.float64()),
        ("informant", pa.string()),
    ]
)


def mostly(usable: list[Any], odd: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(usable * 10 + odd)


ROW = st.tuples(
    mostly(["p1", "P1", "17", " p1", "p2\u2003", "o'hara"], ["", None]),
    mostly(["bristol", "Wales", "wales"], ["atlantis", None]),
    mostly(["parental_stress", "Parent confidence"], ["hair colour", None]),
    mostly(DAYS, [dt.date(9999, 1, 1), dt.date(1800, 1, 1), None]),
    mostly(["initial", "follow_up", "Follow-up", "final"], ["later", None]),
    mostly([1.0, 2.0, 4.0, 5.0], [2.5, 7.0, float("nan"), float("inf"), None]),
    st.sampled_from(["worker", "Child", None]),
)
EXAMPLES = {"PySpark": 1, "Ibis on DuckDB": 4, "Ibis on PostgreSQL": 4}


@pytest.fixture
def every_table_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_tables, "ROWS", 0)


def table_of(rows: list[tuple[Any, ...]]) -> pa.Table:
    return pa.Table.from_pylist([dict(zip(COLUMNS, row, strict=True)) for row in rows], schema=TYPES)


def counted_and_read(theory: toc.TheoryOfChange, source: Any, rows: Any = None) -> tuple[ReadingsTable, Readings]:
    """The data where they are, and their rows."""
    counted = read_data(source, theory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_tables, "ROWS", 10**9)
        read = read_data(source if rows is None else rows, theory)
    assert isinstance(counted, ReadingsTable)
    assert isinstance(read, Readings)
    return counted, read


def said(theory: toc.TheoryOfChange, data: Any, **options: Any) -> Any:
    try:
        scores = toc.score(theory, data, **options).to_dict()
    except TocError as refused:
        return refused.message.partition(" in the ")[0]  # the rest names rows, or counts them
    return only_counted({key: value for key, value in scores.items() if key != "source"})


def followed(theory: toc.TheoryOfChange, data: ReadingsTable | Readings) -> list[Any]:
    """The schedule on three days and the funnel, or what refuses them, without the name of the data."""
    asked = [partial(toc.schedule, theory, data, today=day) for day in (DAYS[1], DAYS[2], dt.date(2014, 6, 1))]
    told = []
    for ask in (*asked, partial(toc.funnel, theory, data)):
        try:
            found = json.dumps(ask().to_dict())
        except TocError as refused:
            found = refused.message
        told.append(found.replace(data.name, "data"))
    return told


def check_same(theory: toc.TheoryOfChange, source: Any, rows: Any = None) -> None:
    counted, read = counted_and_read(theory, source, rows)
    assert (counted.rows_left_out, counted.indicators, counted.usable_rows, counted.other_sites) == (
        read.rows_left_out,
        read.indicators,
        len(read.rows),
        read.other_sites,
    )
    for options in ({}, {"by": ("site", "informant"), "final_only": True}):
        assert said(theory, counted, **options) == said(theory, read, **options), options
    assert followed(theory, counted) == followed(theory, read)


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize("engine", EXAMPLES)
def test_any_rows_are_counted_as_they_are_read(theory: toc.TheoryOfChange, places: Places, engine: str) -> None:
    number = iter(range(10**6))

    @settings(
        max_examples=EXAMPLES[engine],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],
    )
    @given(st.lists(ROW, min_size=25, max_size=40))
    def check(rows: list[tuple[Any, ...]]) -> None:
        table = table_of(rows)
        check_same(theory, ENGINES[engine](table, f"any_{engine}_{next(number)}", places), table.to_pylist())

    check()


@pytest.mark.usefixtures("every_table_is_large")
def test_where_no_table_may_be_made_rows_are_read(theory: toc.TheoryOfChange, cluster: Cluster) -> None:
    with cluster.connect() as connection:
        connection.execute("CREATE DATABASE cramped")
        connection.execute("REVOKE TEMPORARY ON DATABASE cramped FROM PUBLIC")
    with cluster.connect(database="cramped") as connection:
        connection.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader")
    stored_in_postgresql(random_readings(1), "readings", cluster, "cramped")
    read = read_data(cluster.address("readings", database="cramped"), theory)
    assert (type(read), read.origin) == (Readings, DataOrigin("database"))


ODD = """
CREATE TYPE stage AS ENUM ('initial', 'final');
CREATE COLLATION IF NOT EXISTS careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE odd_types (person {person}, site char(20), indicator text COLLATE careless, date timestamptz,
                        kind stage, score numeric, informant varchar(9), area json);
INSERT INTO odd_types SELECT {cell}, 'wales', i, d, k, s, 'worker', NULL FROM (VALUES
  (1, 'parental_stress', '2013-06-01 00:30+01'::timestamptz, 'initial'::stage, 2::numeric),
  (1, 'Parental_Stress', '2013-09-01 12:00+00', 'final', 4.0),
  (1, 'parental_stress', '2013-12-01 12:00+00', 'final', 4.00),
  (2, 'parental_stress', '2013-06-01 00:30+01', 'initial', 'NaN'),
  (2, 'parental_stress', '2013-06-02 00:30+01', 'initial', 3.50),
  (3, 'PARENTAL_STRESS', '2013-06-02 00:30+01', 'initial', 5),
  (3, 'parental_stress', '2013-07-02 00:30+01', 'final', 1)
) AS v(p, i, d, k, s)
"""


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize(
    ("person", "cell"),
    [
        ("uuid", "('b3c1e2f0-0000-4000-8000-00000000000' || p)::uuid"),
        ("numeric", "CASE s WHEN 4.0 THEN p + 0.00 ELSE p END"),
        ("text COLLATE careless", "CASE k WHEN 'initial' THEN 'a' ELSE 'A' END || p"),
        ("char(12)", "'p' || p"),
        ("smallint", "p"),
        ("boolean", "p > 1"),
        ("date", "date '2013-01-01' + p"),
    ],
    ids=["uuid", "numeric", "letters alike", "char", "smallint", "boolean", "date"],
)
def test_columns_of_odd_types_are_counted_as_their_rows_are(
    theory: toc.TheoryOfChange, cluster: Cluster, person: str, cell: str
) -> None:
    with cluster.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS odd_types; DROP TYPE IF EXISTS stage")
        connection.execute(ODD.format(person=person, cell=cell))
        cursor = connection.cursor(row_factory=dict_row).execute("SELECT * FROM odd_types")
        check_same(theory, cluster.address("odd_types"), cursor.fetchall())


@pytest.mark.usefixtures("every_table_is_large")
def test_a_view_that_would_write_is_refused_while_it_is_counted(
    theory: toc.TheoryOfChange, cluster: Cluster
) -> None:
    stored_in_postgresql(random_readings(0), "to count", cluster)
    with cluster.connect() as connection:
        connection.execute("CREATE TABLE trace (a int)")
        connection.execute(
            "CREATE FUNCTION track() RETURNS int LANGUAGE sql AS 'INSERT INTO trace VALUES (1) RETURNING a'"
        )
        connection.execute('CREATE VIEW tracked AS SELECT *, track() AS area FROM "to count"')
        with pytest.raises(TocError, match=r"What stands in cases#tracked cannot be (counted|read)\."):
            read_data(cluster.address("tracked", user="owner"), theory)
        assert connection.execute("SELECT count(*) FROM trace").fetchall() == [(0,)]


@pytest.mark.usefixtures("every_table_is_large")
def test_a_session_by_address_ends_when_nobody_asks_its_table(
    theory: toc.TheoryOfChange, cluster: Cluster
) -> None:
    stored_in_postgresql(random_readings(0), "to leave", cluster)
    sessions = """
        SELECT count(*) FROM pg_stat_activity
        WHERE usename = 'owner' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
    """
    with cluster.connect() as connection:
        before = connection.execute(sessions).fetchall()
        data = read_data(cluster.address("to leave", user="owner"), theory)
        assert connection.execute(sessions).fetchall() != before
        toc.score(theory, data)
        del data
        gc.collect()
        end = time.monotonic() + 5
        while connection.execute(sessions).fetchall() != before:
            assert time.monotonic() < end


TEMPORARY = "SELECT count(*) FROM pg_class WHERE relpersistence = 't' AND relnamespace = pg_my_temp_schema()"


@pytest.mark.usefixtures("every_table_is_large")
def test_tables_made_in_a_session_of_somebody_else_are_dropped_and_its_promise_to_read_stays(
    theory: toc.TheoryOfChange, cluster: Cluster
) -> None:
    stored_in_postgresql(random_readings(0), "to clear", cluster)
    place, _ = cluster.address("", user="owner").split("#")
    session = ibis.connect(place)
    session.raw_sql("SET default_transaction_read_only = on").close()
    data = read_data(session.table("to clear"), theory)
    toc.score(theory, data)
    [(made,)] = session.raw_sql(TEMPORARY).fetchall()
    del data
    gc.collect()
    [(left,)] = session.raw_sql(TEMPORARY).fetchall()
    [(promise,)] = session.raw_sql("SHOW transaction_read_only").fetchall()
    session.disconnect()
    assert (made > 5, left, promise) == (True, 0, "on")


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize(
    ("engine", "table"),
    [
        ("PySpark", "a Spark table"),
        ("Ibis on DuckDB", "an Ibis table (duckdb)"),
        ("Ibis on PostgreSQL", "an Ibis table (postgres)"),
        ("postgres:// address", ""),
    ],
)
def test_scores_say_of_what_kind_of_table_they_are(
    theory: toc.TheoryOfChange, held: dict[str, list[Any]], engine: str, table: str
) -> None:
    scores = toc.score(theory, held[engine][0])
    assert scores.provenance is not None
    assert scores.provenance.data == DataOrigin("database", table=table)


def test_spark_keeps_what_it_worked_out_once(places: Places) -> None:
    frame = nw.from_native(places.spark.range(5).selectExpr("id", "rand() AS chance"))
    kept = KeptFrames(frame).stored(frame)
    assert kept.collect().rows() == kept.collect().rows()


def test_a_table_of_spark_or_ibis_with_few_rows_or_bytes_for_words_is_read_row_by_row(places: Places) -> None:
    bytes_of = places.spark.sql("SELECT binary('p1') AS person, 'wales' AS site")
    assert large_columns(bytes_of, "the table given", 0) is None
    assert large_columns(places.spark.range(3).withColumnRenamed("id", "person"), "the table given", 3) is None
