"""What the page on databases tells a data officer to write works, and gives no more rights than it says."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg
import pytest

import toc
from services.postgresql_cluster import Cluster

PAGE = Path(__file__).parents[2] / "docs" / "databases.md"
SYSTEM = """
CREATE TABLE team (id int PRIMARY KEY, site_code text);
CREATE TABLE assessment (id int PRIMARY KEY, client_id int, team_id int, assessed_on timestamptz, stage text);
CREATE TABLE assessment_score (assessment_id int, descriptor text, score numeric);
INSERT INTO team VALUES (1, 'wales');
INSERT INTO assessment VALUES (1, 17, 1, '2013-05-31 10:00', 'initial'), (2, 17, 1, '2013-08-31 10:00', 'final');
INSERT INTO assessment_score VALUES (1, 'Parent confidence', 2), (2, 'Parent confidence', 4);
"""


@pytest.fixture(scope="module")
def system(cluster: Cluster) -> Cluster:
    with cluster.connect() as connection:
        connection.execute("CREATE DATABASE system")
    [written] = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with cluster.connect(database="system") as connection:
        for statement in (SYSTEM, written, f"ALTER ROLE toc_reader PASSWORD '{cluster.password}'"):
            connection.execute(statement)
    return cluster


def test_the_view_of_the_page_is_scored_by_its_user(theory: toc.TheoryOfChange, system: Cluster) -> None:
    address = system.address("toc_readings", user="toc_reader", database="system/reporting")
    scores = toc.score(theory, address)
    assert (scores.total.improved, scores.total.n, scores.rows_left_out) == (1, 1, 0)
    assert scores.source == "reporting#toc_readings"


@pytest.mark.parametrize("statement", ["SELECT * FROM assessment", "CREATE TABLE mine (a int)"])
def test_the_user_of_the_page_may_do_nothing_else(system: Cluster, statement: str) -> None:
    with system.connect("toc_reader", "system") as connection, pytest.raises(psycopg.Error):
        connection.execute(statement)


def test_a_row_that_is_named_is_found_as_the_page_says(theory: toc.TheoryOfChange, system: Cluster) -> None:
    with system.connect(database="system") as connection:
        connection.execute("INSERT INTO assessment VALUES (3, 18, 1, '2013-05-31 10:00', 'initial')")
        connection.execute("INSERT INTO assessment_score VALUES (3, 'Parent confidence', 9)")
        address = system.address("toc_readings", user="toc_reader", database="system/reporting")
        [note] = [note for note in toc.score(theory, address).notes if "off the scale" in note]
        number = int(note.split()[1])
        asked = f"SELECT id FROM reporting.toc_readings ORDER BY id OFFSET {number - 1} LIMIT 1"  # noqa: S608
        assert connection.execute(asked).fetchall() == [(3,)]
