"""A PostgreSQL, an SQLite file and a Spark are read only, by exact names, and refused in one line if not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import ibis
import pytest

import toc
from services.held_tables import Places
from services.postgresql_cluster import Cluster
from toc.data import DataOrigin
from toc.data.foreign import from_narwhals
from toc.data.source import read_table
from toc.errors import TocError

MODEL = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
READING = "'p1' AS person, 'wales' AS site, 'parental_stress' AS indicator, DATE '2013-05-31' AS date"
TWO = f"""
SELECT {READING}, 'initial' AS kind, 2 AS score
UNION ALL SELECT 'p1', 'wales', 'parental_stress', DATE '2013-08-31', 'final', 4
"""
ODD = """
SELECT 9007199254740993 AS id, 'b3c1e2f0-0000-4000-8000-000000000001'::uuid AS person, 'wales'::char(9) AS site,
       'NaN'::numeric AS score, '2.50'::numeric AS n, 'infinity'::date AS until, '13089-05-31'::date AS later,
       '{"a": 1}'::json AS j, true AS b, timestamptz '2013-06-01 00:30+01' AS date
"""


def refusal(source: Any) -> TocError:
    with pytest.raises(TocError) as refused:
        read_table(source)
    assert refused.value.hint
    assert "\n" not in str(refused.value)
    return refused.value


@pytest.fixture(scope="module")
def cases(cluster: Cluster) -> Cluster:
    with cluster.connect() as connection:
        for statement in (
            f"CREATE VIEW two AS {TWO}",
            f"CREATE MATERIALIZED VIEW kept AS {TWO}",
            "CREATE TYPE assessment AS ENUM ('initial', 'final')",
            f"CREATE TABLE enumerated AS {TWO}",
            "ALTER TABLE enumerated ALTER kind TYPE assessment USING kind::assessment",
            f"CREATE VIEW odd AS {ODD}",
            """CREATE TABLE "a"" b; DROP TABLE c" AS SELECT 1 AS a""",
            "CREATE TABLE c AS SELECT 2 AS a",
            "CREATE TABLE secret AS SELECT 3 AS a",
            "REVOKE ALL ON secret FROM reader",
            "CREATE SCHEMA reporting",
            "CREATE TABLE reporting.c AS SELECT 4 AS a",
            "GRANT USAGE ON SCHEMA reporting TO reader",
            "GRANT SELECT ON reporting.c TO reader",
            "CREATE TABLE written (a int)",
            "CREATE FUNCTION write() RETURNS int LANGUAGE sql AS 'INSERT INTO written VALUES (1) RETURNING a'",
            "CREATE VIEW writing AS SELECT write() AS a",
        ):
            connection.execute(statement)
    return cluster


def test_a_view_of_a_database_is_scored_by_its_address(theory: toc.TheoryOfChange, cases: Cluster) -> None:
    for table in ("two", "kept"):
        scores = toc.score(theory, cases.address(table))
        assert (scores.source, scores.total.improved, scores.total.n) == (f"cases#{table}", 1, 1)
        assert scores.provenance is not None
        assert scores.provenance.data == DataOrigin("database")


def test_words_of_an_enum_of_postgresql_are_read(cases: Cluster) -> None:
    assert sorted(row["kind"] for row in read_table(cases.address("enumerated")).rows) == ["final", "initial"]


def test_every_kind_of_cell_of_postgresql_is_read(cases: Cluster) -> None:
    assert [dict(row.cells) for row in read_table(cases.address("odd")).rows] == [
        {
            "id": "9007199254740993",
            "person": "b3c1e2f0-0000-4000-8000-000000000001",
            "site": "wales",
            "score": "",
            "n": "2.50",
            "until": "",
            "later": "13089-05-31",
            "j": '{"a": 1}',
            "b": "True",
            "date": "2013-06-01",
        }
    ]


def test_a_table_is_read_by_its_exact_name_which_is_no_part_of_a_question(cases: Cluster) -> None:
    names = ("a%22 b; DROP TABLE c", "c")
    assert [read_table(cases.address(name)).rows[0]["a"] for name in names] == ["1", "2"]
    in_schema = cases.address("c").replace("/cases#", "/cases/reporting#")
    assert read_table(in_schema).rows[0]["a"] == "4"
    assert refusal(cases.address("C")).message == "cases has no table of that name."


def test_a_table_that_is_not_there_is_refused_with_those_that_are(cases: Cluster) -> None:
    with cases.connect() as connection:
        connection.execute("DROP DATABASE IF EXISTS small")
        connection.execute("CREATE DATABASE small")
    assert str(refusal(cases.address("readings", database="small"))) == (
        "small has no table of that name. It has no table at all."
    )
    with cases.connect(database="small") as connection:
        connection.execute("CREATE VIEW one AS SELECT 1 AS a; GRANT SELECT ON one TO reader")
    assert refusal(cases.address("readings", database="small")).hint == "It has: one."


def test_what_would_write_is_refused_even_to_one_who_may(cases: Cluster) -> None:
    with cases.connect() as connection:
        assert refusal(cases.address("writing", user="owner")).message == (
            "What stands in cases#writing cannot be read."
        )
        assert connection.execute("SELECT count(*) FROM written").fetchall() == [(0,)]
        connection.execute("SELECT * FROM writing")
        assert connection.execute("SELECT count(*) FROM written").fetchall() == [(1,)]
        connection.execute("TRUNCATE written")


def test_a_table_that_its_user_may_not_read_is_refused(cases: Cluster) -> None:
    assert refusal(cases.address("secret")).message == "What stands in cases#secret cannot be read."


def test_nobody_stays_connected(cases: Cluster) -> None:
    read_table(cases.address("c", user="owner"))
    refusal(cases.address("nothing", user="owner"))
    others = """
        SELECT count(*) FROM pg_stat_activity
        WHERE usename = 'owner' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
    """
    end = time.monotonic() + 5
    with cases.connect() as connection:
        while connection.execute(others).fetchall() != [(0,)]:
            assert time.monotonic() < end


@pytest.mark.parametrize(
    ("known", "other"), [(":{port}/", ":1/"), ("/cases#", "/none#"), ("//reader:", "//nobody:"), ("#", "?x=1#")]
)
def test_a_database_that_does_not_let_us_in_is_refused_in_one_line(cases: Cluster, known: str, other: str) -> None:
    address = cases.address("c").replace(known.format(port=cases.port), other)
    refused = refusal(address)
    assert refused.message.endswith("#c cannot be reached, or does not let you in.")
    assert cases.password not in f"{refused!r}{refused}"


def test_a_password_may_stay_out_of_the_address(
    cases: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"postgres://reader@127.0.0.1:{cases.port}/cases#c"
    refusal(address)
    monkeypatch.setenv("PGPASSWORD", cases.password)
    assert len(read_table(address).rows) == 1
    monkeypatch.delenv("PGPASSWORD")
    (tmp_path / "pgpass").write_text(f"127.0.0.1:*:cases:reader:{cases.password}\n", encoding="utf-8")
    (tmp_path / "pgpass").chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    assert len(read_table(address).rows) == 1


def test_the_command_scores_a_database_and_names_neither_host_nor_user(cases: Cluster) -> None:
    address = f"postgres://reader@127.0.0.1:{cases.port}/cases#two"
    done = subprocess.run(
        [sys.executable, "-m", "toc", "score", str(MODEL), address, "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PGPASSWORD": cases.password},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"source": "cases#two"' in done.stdout
    assert not any(word in done.stdout for word in ("127.0.0.1", "reader", cases.password, str(cases.port)))


def test_a_database_that_ibis_does_not_know_or_has_no_driver_for_is_refused() -> None:
    assert refusal("cupboard://host/cases#c").message == (
        "Ibis knows no database of the kind that the address begins with."
    )
    assert str(refusal("mysql://host/cases#c")) == (
        "To read from mysql, Ibis needs a driver that is not installed here or cannot be loaded. "
        'Install it with: pip install "ibis-framework[mysql]"'
    )


def test_an_sqlite_file_is_never_made_by_being_asked_for(tmp_path: Path) -> None:
    assert "does not exist" in refusal(f"sqlite://{tmp_path}/cases.db#c").message
    (tmp_path / "text.db").write_text("a,b\n", encoding="utf-8")
    assert refusal(f"sqlite://{tmp_path}/text.db#c").message == (
        "text.db is not what its name says: what it holds is not an SQLite database."
    )
    assert [path.name for path in tmp_path.iterdir()] == ["text.db"]


@pytest.mark.usefixtures("cases")
def test_a_question_to_ibis_and_one_to_spark_are_scored_as_tables_are(
    theory: toc.TheoryOfChange, places: Places
) -> None:
    asked = places.on_postgresql.table("two").filter(ibis._.site == "wales").mutate(note=ibis._.score + 1)
    of_spark = places.spark.sql(TWO).where("site = 'wales'").selectExpr("*", "score + 1 AS note")
    for question in (asked, of_spark):
        scores = toc.score(theory, question)
        assert (scores.source, scores.total.improved, scores.total.n) == ("the table given", 1, 1)


def test_every_kind_of_cell_of_spark_is_read(places: Places) -> None:
    frame = places.spark.sql(
        "SELECT 9007199254740993L AS id, cast('NaN' AS double) AS score, cast(0 AS decimal(12, 9)) AS n, "
        "cast('+13089-05-31' AS date) AS later, timestamp'2013-06-01 00:30:00' AS date, array(1, 2) AS list, "
        "map('a', 1) AS j, true AS b, binary('x') AS raw, cast(NULL AS string) AS none"
    )
    assert [dict(row.cells) for row in read_table(frame).rows] == [
        {
            "id": "9007199254740993",
            "score": "",
            "n": "0",
            "later": "+13089-05-31",
            "date": "2013-06-01",
            "list": "[1, 2]",
            "j": "{a -> 1}",
            "b": "True",
            "raw": "x",
            "none": "",
        }
    ]


def test_a_table_that_is_too_large_to_be_held_is_counted_and_not_fetched(
    cases: Cluster, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_narwhals, "CELLS", 11)
    for source in (cases.address("two"), places.on_postgresql.table("two"), places.spark.sql(TWO)):
        assert refusal(source).message.endswith("holds more than is read at once.")


@pytest.mark.usefixtures("cases")
def test_what_is_no_table_of_ibis_or_spark_is_refused_in_one_line(places: Places) -> None:
    column = places.on_postgresql.table("c").a
    assert refusal(column).message == "What stands in the table given cannot be read."
    assert refusal(places.spark.sql("SELECT 1 AS a, 2 AS a")).message == (
        "Two columns of the table given have the same name."
    )


def test_findings_on_a_database_name_rows_and_not_its_address(theory: toc.TheoryOfChange, cases: Cluster) -> None:
    with cases.connect() as connection:
        connection.execute(f"CREATE OR REPLACE VIEW off AS SELECT {READING}, 'initial' AS kind, 9 AS score")
    found = toc.validate(theory, data=cases.address("off")).to_dict()
    assert "off the scale" in str(found)
    assert cases.password not in str(found)
    assert "postgres:" not in str(found)
