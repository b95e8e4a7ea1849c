"""A large file gives the same data and scores as the same rows read one by one."""

from __future__ import annotations

import csv
import datetime as dt
import gc
import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.tables_made import KINDS
from toc.data import Readings, ReadingsTable, large_tables, read_data
from toc.data.frames import large_files
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import funnel, schedule, score
from toc.validation import validate

ARROW = ["pyarrow", "pyarrow, large texts", "pyarrow, text views"]


@pytest.fixture
def every_table_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_tables, "ROWS", 0)
    monkeypatch.setattr(large_tables, "CSV_BYTES", 0)


def rows() -> list[tuple[Any, ...]]:
    chance = random.Random(20152)  # noqa: S311  # test data
    return [
        (
            chance.choice([f"p{number}" for number in range(40)]),
            chance.choice(["bristol", "Wales", "atlantis"]),
            chance.choice(["stress", "Worry", "mood", "nothing", "improved self-esteem"]),
            dt.date(2013, 1, 1) + dt.timedelta(chance.randrange(400)),
            chance.choice(["initial", "initial", "follow_up", "final", "later"]),
            chance.choice([1, 2, 3, 4, 5, 9, 0.5, None]),
            chance.choice(["worker", None]),
        )
        for _ in range(400)
    ]


def told(data: Any, theory: TheoryOfChange) -> tuple[Any, ...]:
    return data.fault_lines, data.rows_left_out, data.names_sites, data.origin, score(theory, data).to_dict()


def both(source: Any, theory: TheoryOfChange) -> Iterator[Any]:
    """The data as a table that stays where it is, and as rows."""
    kept = read_data(source, theory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_tables, "ROWS", 10**9)
        patch.setattr(large_tables, "CSV_BYTES", 10**9)
        read = read_data(source, theory)
    assert (type(kept), type(read)) == (ReadingsTable, Readings)
    return iter((kept, read))


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize(
    "kind", ["csv", "parquet", "duckdb uri", "polars, lazy", "pandas", *ARROW, "DuckDB relation"]
)
def test_a_large_table_gives_what_its_rows_give(kind: str, theory: TheoryOfChange, tmp_path: Path) -> None:
    kept, read = both(KINDS[kind](rows(), tmp_path), theory)
    assert told(kept, theory) == told(read, theory)


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize("made", ["TABLE asked AS SELECT 1 AS secret", "VIEW asked AS SELECT 1 AS secret"])
def test_tables_and_views_of_any_name_may_stand_beside_one_and_stay_as_they_are(
    made: str, theory: TheoryOfChange, tmp_path: Path
) -> None:
    connection = duckdb.connect(str(tmp_path / "cases.db"))
    connection.execute(f"CREATE {made}")
    connection.from_arrow(KINDS["pyarrow"](rows(), tmp_path)).create("readings")
    kept, read = both(connection.table("readings"), theory)
    assert told(kept, theory) == told(read, theory)
    assert connection.execute("FROM asked").fetchall() == [(1,)]
    connection.close()
    kept, read = both(f"duckdb:///{tmp_path / 'cases.db'}#readings", theory)
    assert told(kept, theory) == told(read, theory)


@pytest.mark.usefixtures("every_table_is_large")
def test_a_table_that_is_itself_named_as_a_question_might_be_is_counted(
    theory: TheoryOfChange, tmp_path: Path
) -> None:
    connection = duckdb.connect()
    connection.from_arrow(KINDS["pyarrow"](rows(), tmp_path)).create("asked")
    kept, read = both(connection.table("asked"), theory)
    assert told(kept, theory) == told(read, theory)


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize(
    "text",
    [
        (
            'Person;Site;"indicator";Date;kind;score\r\n"p;1";wales;stress;2013-05-31;initial;2\r\n'
            '"p;1";wales;"wor""ry";2013-05-31;initial;2\r\n'
        ),
        (
            "\ufeffperson,site,indicator,date,kind,score\np1,wales,stress,2013-05-31,initial,2\n,,,,,\n"
            "p1,wales,stress,2013-06-30,final, 3 \n \t,,,,,\np2,wales,stress,13089-06-30,final,3\n"
        ),
    ],
    ids=["semicolons and quotes", "a mark, spaces and blank rows"],
)
def test_cells_and_lines_of_csv_are_those_of_the_reader_of_rows(
    text: str, theory: TheoryOfChange, tmp_path: Path
) -> None:
    path = tmp_path / "readings.csv"
    path.write_text(text, encoding="utf-8", newline="")
    kept, read = both(path, theory)
    assert told(kept, theory) == told(read, theory)


@pytest.mark.usefixtures("every_table_is_large")
def test_rows_have_no_numbers_where_a_cell_has_several_lines(theory: TheoryOfChange, tmp_path: Path) -> None:
    path = tmp_path / "readings.csv"
    path.write_text(
        'person,site,indicator,date,kind,score,notes\np1,wales,stress,2013-05-31,initial,2,"a\nb"\n'
        "p1,wales,stress,2013-06-30,final,9,\n",
        encoding="utf-8",
    )
    data = read_data(path, theory)
    assert isinstance(data, ReadingsTable)
    assert data.fault_lines == ("1 row left out: the score lies off the scale of `stress`, 1 to 5",)


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize(
    "line",
    ['p1 ,wales, "stress",2013-05-31,initial,2', "p1,wales,stress,2013-05-31,initial", 'p"1,"wales" ,a,b,c,2'],
    ids=["a space before a quote", "a cell is missing", "a space after a quote"],
)
def test_what_programs_may_read_differently_is_read_row_by_row_or_refused_where_it_is_too_large(
    line: str, theory: TheoryOfChange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "readings.csv"
    path.write_text(f"person,site,indicator,date,kind,score\n{line}\n", encoding="utf-8")
    assert large_tables.large_table(path) is None
    monkeypatch.setattr(large_tables, "TEXT_LIMIT", 10)
    with pytest.raises(TocError, match=r"readings.csv is too large to be read row by row"):
        read_data(path, theory)


@pytest.mark.usefixtures("every_table_is_large")
def test_nothing_is_left_in_the_folder_for_passing_files(
    theory: TheoryOfChange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path = KINDS["csv"](rows(), tmp_path)
    data = read_data(path, theory)
    assert len(list(scratch.iterdir())) == 1
    score(theory, data)
    del data
    gc.collect()
    assert list(scratch.iterdir()) == []


@pytest.mark.usefixtures("every_table_is_large")
def test_counts_in_a_large_file_are_read_as_counts(theory: TheoryOfChange, tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([("indicator", "improved", "no_change", "worsened"), ("stress", 4, 2, 1)])
    assert [row.numbers for row in read_data(path, theory).rows] == [(4, 2, 1)]


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("today", [dt.date(2013, 6, 1), dt.date(2013, 11, 5), dt.date(2014, 6, 1)])
def test_a_schedule_and_a_funnel_are_counted_without_reading_single_rows(
    theory: TheoryOfChange, tmp_path: Path, kind: str, today: dt.date
) -> None:
    kept, read = both(KINDS[kind](rows(), tmp_path), theory)
    kept = replace(kept, reread=None)
    assert schedule(theory, kept, today=today) == schedule(theory, read, today=today)
    assert funnel(theory, kept) == funnel(theory, read)


@pytest.mark.usefixtures("every_table_is_large")
def test_a_large_file_of_later_days_only_is_refused_in_the_same_words(
    theory: TheoryOfChange, tmp_path: Path
) -> None:
    path = KINDS["csv"](rows(), tmp_path)
    words = r"All readings in readings.csv that can be used are later than 2012-01-01\."
    for data in (path, *both(path, theory)):
        with pytest.raises(TocError, match=words):
            schedule(theory, data, today=dt.date(2012, 1, 1))


@pytest.mark.usefixtures("every_table_is_large")
def test_a_window_of_days_is_counted_without_reading_single_rows(theory: TheoryOfChange, tmp_path: Path) -> None:
    kept, read = both(KINDS["parquet"](rows(), tmp_path), theory)
    kept = replace(kept, reread=None)
    for wishes in ({"window": (30, 200)}, {"window": (0, 90), "final_only": True}):
        assert score(theory, kept, **wishes).to_dict() == score(theory, read, **wishes).to_dict()


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize("spoilt", [True, False], ids=["with faults", "usable rows"])
@pytest.mark.parametrize("informant", ["Worker", ""])
def test_one_informant_is_heard_without_reading_single_rows(
    theory: TheoryOfChange,
    tmp_path: Path,
    informant: str,
    spoilt: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    first, last = dt.date(2013, 1, 1), dt.date(2013, 6, 1)
    usable = [
        (
            f"p{number}",
            "wales",
            "stress",
            day,
            kind,
            1 + (number + len(kind)) % 5,
            ("worker", "Child", None)[number % 3],
        )
        for number in range(20)
        for day, kind in ((first, "initial"), (last, "final"))[: 1 + number % 4]
    ]
    kept, read = both(KINDS["parquet"](rows() if spoilt else usable, tmp_path), theory)
    heard = replace(kept, reread=None)
    assert (
        score(theory, heard, informant=informant).to_dict() == score(theory, read, informant=informant).to_dict()
    )
    with pytest.raises(TocError, match="is by this informant"):
        score(theory, heard, informant="nobody")


@pytest.mark.usefixtures("every_table_is_large")
@pytest.mark.parametrize("by", ["age_group", "Age Group", ["site", "AGE-GROUP"]])
def test_a_large_file_is_split_by_a_column_of_its_own_as_a_small_one_is(
    theory: TheoryOfChange, tmp_path: Path, by: str | list[str]
) -> None:
    path = tmp_path / "grouped.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["person", "site", "indicator", "date", "kind", "score", "Age Group"])
        for number in range(12):
            who, group = (f"p{number}", "bristol", "stress"), ("young", "old", "")[number % 3]
            writer.writerow([*who, "2013-01-01", "initial", 2, group])
            writer.writerow([*who, "2013-06-01", "final", 1 + number % 4, group])
    kept, read = both(path, theory)
    scores = score(theory, kept, by=by)
    assert {group.label for group in scores.groups if group.by == "age_group"} == {"young", "old", "not recorded"}
    assert scores.to_dict() == score(theory, read, by=by).to_dict()


@pytest.mark.usefixtures("every_table_is_large")
def test_faults_of_a_large_file_are_found_by_their_first_rows_and_the_others_counted(
    theory: TheoryOfChange, tmp_path: Path
) -> None:
    off = [("p", "wales", "stress", dt.date(2013, 5, 1 + day), "follow_up", 9, None) for day in range(8)]
    findings = validate(theory, data=KINDS["csv"](off, tmp_path))
    assert {(each.message, each.place and each.place.line) for each in findings if each.code == "TOC701"} == {
        *((f"Row {row}, score: the score lies off the scale of `stress`, 1 to 5.", row) for row in range(2, 7)),
        ("3 more rows: the score lies off the scale of `stress`, 1 to 5.", 6),
    }


def test_the_limit_of_memory_is_in_force_in_the_engine_of_large_files() -> None:
    engine = large_files._Engine()  # nothing else tells the limit of a connection
    try:
        [(limit,)] = engine.connection.execute("SELECT current_setting('memory_limit')").fetchall()
    finally:
        engine.close()
    assert limit == "715.2 MiB"  # 750 million bytes
