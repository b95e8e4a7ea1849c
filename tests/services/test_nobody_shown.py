"""No id of a person, no score and no password leaves in a message, a representation, a log or a traceback."""

from __future__ import annotations

import datetime as dt
import logging
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest

import toc
from services.held_tables import ENGINES, Places
from toc.data import read_data, told
from toc.data.source import read_table
from toc.errors import TocError

PERSON, SCORE = "canary-4711", 31337.5
DAY = dt.date(2013, 5, 31)
FAULTY = [
    (PERSON, "wales", "parental_stress", DAY, "initial", SCORE),
    (PERSON, "atlantis", "parental_stress", DAY, "initial", 2.0),
    (PERSON, "wales", PERSON, DAY, "initial", 2.0),
    (PERSON, "wales", "parental_stress", None, "initial", 2.0),
    (PERSON, "wales", "parental_stress", DAY, PERSON, 2.0),
    (PERSON, "wales", "parental_stress", DAY, "initial", 2.0),
    (PERSON, "wales", "parental_stress", DAY, "initial", 4.0),
]
USABLE = [
    (PERSON, "wales", "parental_stress", DAY, "initial", 2.0),
    (PERSON, "wales", "parental_stress", dt.date(2013, 9, 1), "final", 4.0),
]
NAMES = ("person", "site", "indicator", "date", "kind", "score")
KINDS = (pa.string(), pa.string(), pa.string(), pa.date32(), pa.string(), pa.float64())
DISTANT = ("PySpark", "Ibis on DuckDB", "Ibis on PostgreSQL", "postgres:// address", "sqlite:// address")


def table_of(rows: list[tuple[Any, ...]]) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table({name: pa.array(each, kind) for name, each, kind in zip(NAMES, columns, KINDS, strict=True)})


def found(places: Places, *texts: object) -> list[str]:
    words = (PERSON, "31337", places.cluster.password)
    return [word for text in texts for word in words if word in str(text)]


@pytest.mark.parametrize("engine", DISTANT)
def test_data_faults_scores_and_logs_show_nobody_and_no_password(
    theory: toc.TheoryOfChange,
    places: Places,
    engine: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    name = f"faulty_{DISTANT.index(engine)}"
    faulty = ENGINES[engine](table_of(FAULTY), name, places)
    usable = ENGINES[engine](table_of(USABLE), f"{name}_usable", places)
    capfd.readouterr()
    with caplog.at_level(logging.DEBUG), warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        data, table = read_data(faulty, theory), read_table(faulty)
        scores = toc.score(theory, usable, tests=True)
        findings = toc.validate(theory, data=faulty)
    assert len({fault.row for fault in data.faults}) == 7
    shown = [data, table, *table.rows, *data.faults, *told(data.faults), scores, scores.provenance, findings]
    assert found(places, *map(repr, shown), *map(str, shown)) == []
    assert found(places, scores.to_dict(), scores.to_dicts(), findings.to_dict(), scores._repr_html_()) == []
    assert found(places, caplog.text, capfd.readouterr(), *(one.message for one in warned)) == []


def failing_spark(places: Places) -> Any:
    return places.spark.sql("SELECT cast(v AS int) AS score FROM VALUES ('canary-4711') AS x(v)")


def failing_spark_in_its_parts(places: Places) -> Any:
    return (
        places.spark.createDataFrame([(PERSON,)] * 9, "v string").repartition(2).selectExpr("cast(v AS int) AS n")
    )


def failing_view(places: Places) -> Any:
    with places.cluster.connect() as connection:
        connection.execute(
            "CREATE OR REPLACE VIEW failing AS SELECT v::int AS n FROM (VALUES ('canary-4711')) AS x(v)"
        )
    return places.cluster.address("failing")


def failing_ibis(places: Places) -> Any:
    failing_view(places)
    return places.on_postgresql.table("failing")


def headed_by_a_person(places: Places) -> Any:
    return places.spark.sql(f"SELECT 1 AS `{PERSON}`, 2 AS `31337.5`")


FAILING: dict[str, Callable[[Places], Any]] = {
    "Spark": failing_spark,
    "Spark, in its parts": failing_spark_in_its_parts,
    "Spark, headed by a person": headed_by_a_person,
    "a view": failing_view,
    "Ibis": failing_ibis,
    "an unknown table": lambda places: places.cluster.address("none"),
    "a wrong user": lambda places: places.cluster.address("c", user="nobody"),
    "a wrong port": lambda places: places.cluster.address("c").replace(str(places.cluster.port), "1"),
    "a password that is cut": lambda places: places.cluster.address("c").replace("reader:", "reader:#"),
    "a password for a host": lambda places: f"postgres://reader:{places.cluster.password}#c",
    "a password in the question": lambda places: f"postgres://127.0.0.1:1?password={places.cluster.password}#c",
    "a password of no option": lambda places: places.cluster.address("c").replace("#", f"?{PERSON}=1#"),
}


@pytest.mark.parametrize("kind", FAILING)
def test_what_fails_is_told_in_one_line_without_a_person_or_a_password(
    theory: toc.TheoryOfChange,
    places: Places,
    kind: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    source = FAILING[kind](places)
    capfd.readouterr()
    with caplog.at_level(logging.DEBUG), pytest.raises(TocError) as refused:
        toc.score(theory, source)
    error = refused.value
    assert "\n" not in str(error)
    assert found(places, *traceback.format_exception(error), repr(error), error.hint, error.args) == []
    assert found(places, caplog.text, capfd.readouterr()) == []


def test_what_is_searched_is_there_to_be_found(places: Places) -> None:
    for at, engine in enumerate(DISTANT):
        rows = read_table(ENGINES[engine](table_of(FAULTY), f"searched_{at}", places)).rows
        assert sorted(set(found(places, *(row[name] for row in rows for name in NAMES)))) == ["31337", PERSON]
    assert found(places, places.cluster.address("c")) == [places.cluster.password]
