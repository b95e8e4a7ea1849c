"""One definition of a score: the same numbers from every library, file and database."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Any

import pytest

import toc
from services.agreement import SEEN, Agreement
from services.held_tables import ENGINES
from services.random_readings import TABLES, random_readings
from toc.data import Data, Readings, ReadingsTable, large_tables, read_data
from toc.data.source import read_table

OPTIONS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "tested": {"tests": True},
    "two points at least": {"min_step": 2},
    "first against final": {"final_only": True},
    "any indicator of a person": {"rule": "person_any"},
    "by site and informant": {"by": ("site", "informant")},
}
UNORDERED = [engine for engine in ENGINES if engine.startswith(("PySpark", "Ibis")) or "address" in engine]
COUNTING = ["DuckDB", "PySpark", "Ibis on DuckDB", "Ibis on PostgreSQL", "postgres:// address"]
"""Those that count where they are what has more rows than are read one by one."""
ORACLE = "CSV, plain Python"
ROWS = re.compile(r"Rows? [0-9, ]+")
DIGITS = re.compile(r"[0-9]+")
TOLD = re.compile(r"Rows? ([0-9, ]+?)(?: and ([0-9]+) more)? (?=left out|kept)")


def scored(
    theory: toc.TheoryOfChange, data: Data, names: Iterable[str] = tuple(OPTIONS)
) -> dict[str, dict[str, Any] | str]:
    """Everything that scores say but the name of the source; a refusal in its words."""
    found: dict[str, dict[str, Any] | str] = {}
    for name in names:
        try:
            scores = toc.score(theory, data, **OPTIONS[name]).to_dict()
            found[name] = {key: value for key, value in scores.items() if key != "source"}
        except toc.TocError as refused:
            found[name] = refused.message.removeprefix(data.name)
    return found


def numbered_from_one(scores: dict[str, Any] | str) -> dict[str, Any] | str:
    """Number the rows that notes name as if the headings were no line."""
    if isinstance(scores, str):
        return scores
    notes = [
        ROWS.sub(lambda rows: DIGITS.sub(lambda at: str(int(at[0]) - 1), rows[0]), n) for n in scores["notes"]
    ]
    return {**scores, "notes": notes}


def only_counted(scores: dict[str, Any] | str) -> dict[str, Any] | str:
    """Count the rows that notes name, as where rows have no order; notes are then in another order too."""
    if isinstance(scores, str):
        return scores
    return {**scores, "notes": sorted(TOLD.sub(counted, note) for note in scores["notes"])}


def counted(told: re.Match[str]) -> str:
    rows = len(DIGITS.findall(told[1])) + int(told[2] or 0)
    return f"{rows} {'row' if rows == 1 else 'rows'} "


def options_of(engine: str, at: int) -> list[str]:
    """Which options a table is scored with: Spark takes seconds for each, so one of them in turn."""
    names = list(OPTIONS)
    return [names[at % len(names)]] if engine == "PySpark" else names


@pytest.fixture(scope="module")
def expected(theory: toc.TheoryOfChange, held: dict[str, list[Any]]) -> list[dict[str, Any]]:
    found = [scored(theory, read_data(source, theory)) for source in held[ORACLE]]
    return [{name: numbered_from_one(scores) for name, scores in each.items()} for each in found]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_scores_of_plain_python(
    theory: toc.TheoryOfChange,
    held: dict[str, list[Any]],
    expected: list[dict[str, Any]],
    engine: str,
    request: pytest.FixtureRequest,
) -> None:
    seen = Agreement(engine)
    request.config.stash[SEEN].append(seen)
    differing = []
    for at, source in enumerate(held[engine]):
        begun = time.perf_counter()
        data = read_data(source, theory)
        assert isinstance(data, Readings)
        seen.seconds.append(time.perf_counter() - begun)
        found = scored(theory, data)
        if engine == ORACLE:
            found = {name: numbered_from_one(scores) for name, scores in found.items()}
        differing += [(at, name) for name in OPTIONS if found[name] != expected[at][name]]
    seen.tables, seen.compared = len(held[engine]), len(held[engine]) * len(OPTIONS)
    seen.equal = seen.compared - len(differing)
    assert differing == []


@pytest.mark.parametrize("engine", COUNTING)
def test_what_is_counted_where_it_is_gives_the_scores_of_plain_python(
    theory: toc.TheoryOfChange,
    held: dict[str, list[Any]],
    expected: list[dict[str, Any]],
    engine: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(large_tables, "ROWS", 0)
    seen = Agreement(f"{engine}, counted")
    request.config.stash[SEEN].append(seen)
    differing = []
    sources = held[engine][: len(OPTIONS)] if engine == "PySpark" else held[engine]
    for at, source in enumerate(sources):
        names = options_of(engine, at)
        begun = time.perf_counter()
        data = read_data(source, theory)
        assert isinstance(data, ReadingsTable)
        seen.seconds.append(time.perf_counter() - begun)
        found = scored(theory, data, names)
        differing += [
            (at, name) for name in names if only_counted(found[name]) != only_counted(expected[at][name])
        ]
        seen.compared += len(names)
    seen.tables, seen.equal = len(sources), seen.compared - len(differing)
    assert differing == []


@pytest.mark.parametrize("engine", UNORDERED)
def test_a_table_or_an_address_is_scored_as_it_is_given(
    theory: toc.TheoryOfChange, held: dict[str, list[Any]], engine: str
) -> None:
    source = held[engine][1]
    assert toc.score(theory, source) == toc.score(theory, read_data(source, theory))


def test_what_is_compared_has_changes_and_faults_of_every_kind(expected: list[dict[str, Any]]) -> None:
    scores = [each["as it is"] for each in expected]
    assert len(scores) == TABLES
    totals = [each["total"] for each in scores]
    for key in ("improved", "no_change", "worsened", "one_reading", "already_best"):
        assert sum(total[key] for total in totals) > 20, key
    assert sum(each["rows_left_out"] for each in scores) > 100
    assert all(isinstance(each[name], dict) for each in expected for name in OPTIONS)


@pytest.mark.parametrize("engine", UNORDERED)
def test_every_cell_is_read_as_from_rows_and_in_their_order_whatever_the_order_kept(
    held: dict[str, list[Any]], engine: str
) -> None:
    for number, source in enumerate(held[engine][:6]):
        wanted = read_table(random_readings(number).to_pylist())
        assert [dict(row.cells) for row in read_table(source).rows] == [dict(row.cells) for row in wanted.rows]
