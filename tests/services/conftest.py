"""What readings are kept in that needs more than pip: a Spark and a PostgreSQL of the test run's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pytest
from pyspark.sql import SparkSession

import toc
from services.agreement import SEEN
from services.held_tables import ENGINES, Places
from services.postgresql_cluster import Cluster, started_cluster
from services.random_readings import TABLES, random_readings
from services.spark_session import started_spark

MODEL = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SEEN] = []
    for warning in (
        # PySpark 4.3 says so whenever pandas 3 is installed, whether or not it is asked for pandas.
        "ignore:PySpark does not yet fully support pandas:FutureWarning",
        # Ibis 12 calls what DuckDB 2 has renamed.
        "ignore:fetch_arrow_table:DeprecationWarning",
        # PySpark 4.0 leaves its connection with Java open where a query fails.
        "ignore:unclosed <socket:ResourceWarning",
    ):
        config.addinivalue_line("filterwarnings", warning)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if not all(one.seconds for one in config.stash[SEEN]) or not config.stash[SEEN]:
        return
    terminalreporter.section("scores equal to those of CSV rows in plain Python")
    terminalreporter.write_line(f"{'engine':<22}{'tables':>8}{'scores':>8}{'equal':>8}{'s a table':>11}")
    for one in config.stash[SEEN]:
        middle = sorted(one.seconds)[len(one.seconds) // 2]
        line = f"{one.engine:<22}{one.tables:>8}{one.compared:>8}{one.equal:>8}{middle:>11.2f}"
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def theory() -> toc.TheoryOfChange:
    return toc.load(MODEL)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with started_cluster() as started:
        yield started


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    with started_spark() as session:
        yield session


@pytest.fixture(scope="session")
def places(cluster: Cluster, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    place, _ = cluster.address("").split("#")
    on_postgresql, on_duckdb = ibis.connect(place), ibis.duckdb.connect()
    yield Places(tmp_path_factory.mktemp("held"), spark, cluster, on_postgresql, on_duckdb)
    on_postgresql.disconnect()
    on_duckdb.disconnect()


@pytest.fixture(scope="session")
def held(places: Places) -> dict[str, list[Any]]:
    """Every table in every engine."""
    tables = [random_readings(number) for number in range(TABLES)]
    return {
        engine: [hold(table, f"readings_{at}", places) for at, table in enumerate(tables)]
        for engine, hold in ENGINES.items()
    }
