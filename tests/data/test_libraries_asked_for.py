"""A library is imported when a table that needs it is given, and named with how to get it where it is missing."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.tables_made import KINDS

LIBRARIES = {"narwhals", "duckdb", "openpyxl", "pandas", "polars", "pyarrow", "numpy", "ibis", "pyspark"}
LOADED = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
READ = "from toc.data.source import read_table; import sys; read_table(sys.argv[1])"
WITHOUT = """
import sys
sys.modules[sys.argv[2]] = None
from toc.errors import TocError
try:
    from toc.data.source import read_table
    read_table(sys.argv[1])
except TocError as error:
    print(error)
"""
WORKBOOK = (
    "Excel workbooks need openpyxl, which is not installed here or cannot be loaded. "
    'Install it with: pip install "openpyxl>=3.1"'
)
DATABASE = (
    "Parquet and DuckDB files need duckdb and narwhals, which are not all installed here or cannot be loaded. "
    'Install them with: pip install "duckdb>=2.0" "narwhals>=2.28"'
)
ADDRESS = (
    "Databases need Ibis and narwhals, which are not all installed here or cannot be loaded. "
    'Install them with: pip install "ibis-framework[postgres]>=12.0" "psycopg[binary]>=3.2" "narwhals>=2.28"'
)
CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
HELD = [("p", "wales", "stress", None, "initial", 2, None)]


def said(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()[-1]


def needed(program: str, *arguments: str) -> set[str]:
    return set(json.loads(said(f"{program}\n{LOADED}", *arguments))) & LIBRARIES


def test_reading_csv_imports_no_library_of_other_tables(tmp_path: Path) -> None:
    assert needed("import toc.data") == set()
    assert needed(READ, str(KINDS["csv"](HELD, tmp_path))) == set()


def test_reading_rows_imports_no_library_of_other_tables() -> None:
    assert needed("from toc.data.source import read_table; read_table([{'a': 1}])") == set()


def test_a_workbook_needs_openpyxl_alone(tmp_path: Path) -> None:
    assert needed(READ, str(KINDS["xlsx"](HELD, tmp_path))) - {"numpy"} == {"openpyxl"}


@pytest.mark.parametrize("kind", ["parquet", "duckdb uri"])
def test_parquet_and_databases_need_duckdb_and_narwhals_alone(tmp_path: Path, kind: str) -> None:
    found = needed(READ, str(KINDS[kind](HELD, tmp_path)))
    assert found == {"duckdb", "narwhals"}


@pytest.mark.parametrize(
    ("kind", "library", "message"),
    [("xlsx", "openpyxl", WORKBOOK), ("parquet", "duckdb", DATABASE), ("duckdb uri", "narwhals", DATABASE)],
)
def test_a_missing_library_is_named_with_its_pip_command(
    tmp_path: Path, kind: str, library: str, message: str
) -> None:
    assert said(WITHOUT, str(KINDS[kind](HELD, tmp_path)), library) == message


@pytest.mark.parametrize("library", ["ibis", "narwhals"])
def test_a_database_without_ibis_names_its_pip_command(library: str) -> None:
    assert said(WITHOUT, "postgres://reader@localhost/cases#readings", library) == ADDRESS


def test_a_frame_without_narwhals_names_its_pip_command() -> None:
    program = WITHOUT.replace("sys.argv[1]", "__import__('polars').DataFrame({'a': [1]})")
    assert said(program, "", "narwhals") == (
        "Tables of other libraries need narwhals, which is not installed here or cannot be loaded. "
        'Install it with: pip install "narwhals>=2.28"'
    )


@pytest.mark.parametrize("kind", ["csv", "parquet", "duckdb uri", "xlsx"])
def test_the_command_says_of_every_file_what_is_wrong_and_nothing_besides(tmp_path: Path, kind: str) -> None:
    rows = [("p", "bristol", "parental_stress", dt.date(2013, 5, 31), "initial", 9, None)]
    done = subprocess.run(
        [sys.executable, "-m", "toc", "score", str(CSOF), str(KINDS[kind](rows, tmp_path))],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "the score lies off the scale of `parental_stress`, 1 to 5" in done.stderr
