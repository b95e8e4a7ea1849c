"""The address of a database is cut into its parts, and what lets one in is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.data.database_address import DatabaseAddress, database_address, is_address
from toc.data.source import read_table
from toc.errors import TocError

CANARY = "canary-0815"


def test_an_address_is_cut_into_its_kind_its_place_and_its_table() -> None:
    address = f"postgresql://reader:{CANARY}@db.example.org:5433/cases?sslmode=require"
    assert database_address(f"{address}#all %22readings%22") == DatabaseAddress(
        kind="postgres", place=address, table='all "readings"', name='cases#all "readings"'
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("postgres://reader@host/cases#readings", "cases#readings"),
        ("postgres://reader@host/cases/reporting#readings", "reporting#readings"),
        ("postgres://reader@host#readings", "postgres#readings"),
        (f"Postgres://reader:{CANARY}@x@host/cases/?user=x#readings", "cases#readings"),
        (f"postgres://host?user=reader&password={CANARY}#readings", "postgres#readings"),
        ("sqlite:///home/office/cases.db#readings", "cases.db#readings"),
        ("snowflake://reader@account/cases/public?warehouse=w#readings", "public#readings"),
    ],
)
def test_outputs_name_the_database_and_the_table_alone(text: str, name: str) -> None:
    address = database_address(text)
    assert address.name == name
    assert repr(address) == f"DatabaseAddress(name={name!r})"


@pytest.mark.parametrize(("text", "path"), [("sqlite:///a/b%20c.db#t", "/a/b c.db"), ("sqlite://b.db#t", "b.db")])
def test_the_path_of_a_database_that_is_a_file_is_the_one_that_ibis_opens(text: str, path: str) -> None:
    assert database_address(text).path == Path(path)


@pytest.mark.parametrize(
    "text",
    [
        f"postgres://reader:x#{CANARY}@host/cases#readings",
        f"postgres://reader:x/{CANARY}@host/cases#readings",
        f"postgres://reader:x?{CANARY}@host/cases#readings",
        f"postgres://reader:x#{CANARY}@host/cases",
        f"postgres://host/cases?user=reader@{CANARY}#readings",
    ],
)
def test_a_password_that_could_be_taken_for_something_else_is_refused_and_not_shown(text: str) -> None:
    with pytest.raises(TocError) as refused:
        read_table(text)
    assert str(refused.value) == (
        "The address of the database cannot be told apart into its parts. In a password write %23 for #, "
        "%2F for /, %3F for ? and %40 for @, or leave it to PGPASSWORD or a password file."
    )
    assert CANARY not in repr(refused.value)


@pytest.mark.parametrize("text", ["postgres://reader@host/cases", "postgres://reader@host/cases#", "mysql://#"])
def test_an_address_without_a_table_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(TocError) as refused:
        read_table(text)
    assert str(refused.value) == (
        "The address of the database names no table. Write postgres://user@host/database#table."
    )


@pytest.mark.parametrize("kind", ["http", "https", "HTTPS", "ftp", "s3", "file"])
def test_nothing_is_fetched_from_the_web(kind: str) -> None:
    with pytest.raises(TocError) as refused:
        read_table(f"{kind}://example.org/readings.csv")
    assert str(refused.value) == (
        "Data are not fetched from addresses of the web. Save the file here, and give its path."
    )


@pytest.mark.parametrize(
    "path", ["readings.csv", "C:/readings.csv", "C:\\readings.csv", "a/b://c", "x://readings"]
)
def test_the_path_of_a_file_is_no_address(path: str) -> None:
    assert not is_address(path)
