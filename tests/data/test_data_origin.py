"""Data know the file that they came from, and scores know their data and their model."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas
import pytest

import toc
from toc.data import DataOrigin
from toc.data.data_origin import origin_of
from toc.scoring import Provenance

MODELS = Path(__file__).parents[2] / "models"
ROW = {"indicator": "parental_stress", "improved": 6, "no_change": 2, "worsened": 1}


@pytest.fixture(scope="module")
def theory() -> toc.TheoryOfChange:
    return toc.load(MODELS / "csof" / "csof.yaml")


def test_scores_of_a_file_name_the_model_and_the_bytes_that_they_are_of(theory: toc.TheoryOfChange) -> None:
    table4 = MODELS / "csof" / "data" / "table4.csv"
    digest = hashlib.sha256(table4.read_bytes()).hexdigest()
    found = toc.score(theory, str(table4)).provenance
    assert found is not None
    assert found == Provenance(
        model="csof",
        version="2014-03",
        fingerprint=found.fingerprint,
        language="en",
        site="",
        data=DataOrigin("file", digest),
    )


def test_the_site_of_a_sites_model_is_named() -> None:
    site = toc.load(MODELS / "csof" / "sites" / "wales.yaml")
    readings = MODELS / "csof" / "data" / "readings_synthetic.csv"
    found = toc.score(site, readings).provenance
    assert found is not None
    assert found.site == str(site.site.name)


@pytest.mark.parametrize("data", [[ROW], pandas.DataFrame([ROW])], ids=["rows", "frame"])
def test_data_in_memory_have_no_digest(theory: toc.TheoryOfChange, data: object) -> None:
    found = toc.score(theory, data).provenance
    assert found is not None
    assert found.data == DataOrigin("memory")


@pytest.mark.parametrize(
    "address", ["duckdb:///cases.db#readings", "DuckDB:x", "postgres://someone:secret@here/cases#readings"]
)
def test_of_a_database_nothing_is_kept_but_that_it_is_one(address: str) -> None:
    assert origin_of(address) == DataOrigin("database")


def test_the_digest_of_a_sheet_is_that_of_its_workbook(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"PK")
    assert (
        origin_of(f"{book}#All readings")
        == origin_of(book)
        == DataOrigin("file", hashlib.sha256(b"PK").hexdigest())
    )


def test_scores_of_one_table_are_equal_wherever_it_is_kept(theory: toc.TheoryOfChange, tmp_path: Path) -> None:
    same = tmp_path / "the rows given"
    same.write_text("indicator,improved,no_change,worsened\nparental_stress,6,2,1\n", encoding="utf-8")
    assert toc.score(theory, same) == toc.score(theory, [ROW])
