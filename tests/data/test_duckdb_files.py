"""Parquet files and tables of DuckDB files: read only, by their own names, and never more than was asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from toc.data.foreign import from_narwhals
from toc.data.source import read_table
from toc.errors import TocError


def refusal(source: str | Path) -> TocError:
    with pytest.raises(TocError) as refused:
        read_table(source)
    assert refused.value.hint
    assert "\n" not in str(refused.value)
    return refused.value


def database(folder: Path, *statements: str) -> Path:
    path = folder / "cases.db"
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_rows_of_a_parquet_file_are_numbered_by_their_position(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": ["x", None], "b": [1, 2]}), tmp_path / "data.PARQUET")
    table = read_table(tmp_path / "data.PARQUET")
    assert table.name == "data.PARQUET"
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (1, {"a": "x", "b": "1"}),
        (2, {"a": "", "b": "2"}),
    ]


def test_the_name_of_a_parquet_file_is_never_a_pattern(tmp_path: Path) -> None:
    for name, value in (("x1.parquet", 1), ("x[1].parquet", 2), ("x*.parquet", 3), ("it's.parquet", 4)):
        pq.write_table(pa.table({"a": [value]}), tmp_path / name)
    names = ("x[1].parquet", "x*.parquet", "it's.parquet")
    assert [[row["a"] for row in read_table(tmp_path / name).rows] for name in names] == [["2"], ["3"], ["4"]]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04"])
def test_what_is_no_parquet_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data.parquet").write_bytes(content)
    said = "data.parquet is not what its name says: what it holds is not a Parquet file."
    assert refusal(tmp_path / "data.parquet").message == said


def test_a_parquet_file_that_is_cut_off_is_refused_in_one_line(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": ["canary"] * 100}), tmp_path / "data.parquet")
    whole = (tmp_path / "data.parquet").read_bytes()
    (tmp_path / "data.parquet").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "data.parquet").message == "data.parquet cannot be read as a Parquet file."


def test_a_parquet_file_under_the_name_of_a_csv_file_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": ["x"]}), tmp_path / "data.csv")
    assert refusal(tmp_path / "data.csv").message == "data.csv is not a text file; a table in CSV is wanted."


def test_a_parquet_file_that_unpacks_to_too_much_is_not_read(tmp_path: Path) -> None:
    letters = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000, pa.int32()), pa.array(["x" * 100_000]))
    pq.write_table(pa.table({"a": letters}), tmp_path / "letters.parquet")
    pq.write_table(pa.table({"a": pa.nulls(from_narwhals.CELLS + 1)}), tmp_path / "rows.parquet")
    assert max(path.stat().st_size for path in tmp_path.iterdir()) < 500_000
    for name in ("letters.parquet", "rows.parquet"):
        assert refusal(tmp_path / name).message == f"{name} holds more than is read at once."


def test_a_table_of_a_database_is_read_by_its_exact_name(tmp_path: Path) -> None:
    path = database(
        tmp_path,
        """CREATE TABLE "a"" b; DROP TABLE c" AS SELECT 1 AS a""",
        "CREATE TABLE c AS SELECT 2 AS a",
        "CREATE VIEW seen AS SELECT a + 1 AS a FROM c",
    )
    names = ("a%22 b; DROP TABLE c", 'a" b; drop table c', "C", "seen")
    found = [[row["a"] for row in read_table(f"duckdb:///{path}#{name}").rows] for name in names]
    assert found == [["1"], ["1"], ["2"], ["3"]]
    assert read_table(f"duckdb:///{path}#seen").name == "cases.db#seen"


def test_three_slashes_begin_in_this_folder_and_four_at_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = database(tmp_path, "CREATE TABLE c AS SELECT 2 AS a")
    monkeypatch.chdir(tmp_path)
    both = ("duckdb:///cases.db#c", f"duckdb:///{path}#c")
    assert str(path).startswith("/")
    assert [len(read_table(name).rows) for name in both] == [1, 1]


def test_a_database_is_not_changed_by_being_read(tmp_path: Path) -> None:
    path = database(tmp_path, "CREATE TABLE c AS SELECT 2 AS a")
    before = path.read_bytes()
    path.chmod(0o400)
    read_table(f"duckdb:///{path}#c")
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["cases.db"]


def test_a_view_that_reads_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\ncanary\n", encoding="utf-8")
    path = database(
        tmp_path, "CREATE VIEW c AS FROM read_csv('SECRET')".replace("SECRET", str(tmp_path / "secret.csv"))
    )
    refused = refusal(f"duckdb:///{path}#c")
    assert refused.message == "cases.db#c cannot be read from DuckDB."
    assert "canary" not in str(refused)


def test_a_table_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    path = database(tmp_path, *(f"CREATE TABLE t{number} (a INT)" for number in range(7)))
    assert str(refusal(f"duckdb:///{path}#readings")) == (
        "cases.db has no table of that name. It has: t0, t1, t2, t3, t4 and 2 more."
    )
    path.unlink()
    assert refusal(f"duckdb:///{database(tmp_path)}#c").hint == "It has no table at all."


@pytest.mark.parametrize(
    "address", ["duckdb:///cases.db", "duckdb://cases.db#c", "duckdb:///#c", "duckdb:cases.db#"]
)
def test_an_address_without_a_file_or_a_table_is_refused_with_how_to_write_it(address: str) -> None:
    refused = refusal(address)
    assert refused.message == "That is not the address of a table in a DuckDB file."
    assert refused.hint == "Write duckdb:///cases.db#readings; a path from the root begins with four slashes."


def test_what_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "cases.db").write_bytes(b"SQLite format 3\0" + bytes(100))
    said = "cases.db is not what its name says: what it holds is not a DuckDB database."
    assert refusal(f"duckdb:///{tmp_path / 'cases.db'}#c").message == said
    assert "does not exist" in refusal(f"duckdb:///{tmp_path / 'absent.db'}#c").message
    (tmp_path / "cases.db").write_bytes(bytes(8) + b"DUCK" + bytes(100))
    assert refusal(f"duckdb:///{tmp_path / 'cases.db'}#c").message == "cases.db#c cannot be read from DuckDB."
    assert [one.name for one in tmp_path.iterdir()] == ["cases.db"]


def test_a_database_that_is_open_elsewhere_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = database(tmp_path, "CREATE TABLE c AS SELECT 2 AS a")
    with duckdb.connect(str(path)) as connection:
        assert "connection.table(...)" in refusal(f"duckdb:///{path}#c").hint
        assert [row["a"] for row in read_table(connection.table("c")).rows] == ["2"]


def test_a_database_that_another_program_reads_is_read_beside_it(tmp_path: Path) -> None:
    path = database(tmp_path, "CREATE TABLE c AS SELECT 2 AS a")
    held = "import duckdb, sys; c = duckdb.connect(sys.argv[1], True); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", held, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert [row["a"] for row in read_table(f"duckdb:///{path}#c").rows] == ["2"]
        other.communicate("\n", timeout=30)
